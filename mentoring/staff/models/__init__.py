"""Basis of processing, employments with their periods, loaded lists."""

from mentoring.staff.models.basis import ProcessingBasis
from mentoring.staff.models.employments import Employment, EmploymentQuerySet, PositionPeriod, WorkBreak
from mentoring.staff.models.loads import StaffImport

__all__ = ["Employment", "EmploymentQuerySet", "PositionPeriod", "ProcessingBasis", "StaffImport", "WorkBreak"]

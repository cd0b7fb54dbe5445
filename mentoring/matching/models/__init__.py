"""Needs, mentors with their places, readiness, pairs and groups."""

from mentoring.matching.models.mentors import MAX_CAPACITY, Mentor, MentorPlace, Readiness
from mentoring.matching.models.needs import Need, NeedsUpdate, OwnRequest
from mentoring.matching.models.pairs import Mentee, Mentorship

__all__ = [
    "MAX_CAPACITY",
    "Mentee",
    "Mentor",
    "MentorPlace",
    "Mentorship",
    "Need",
    "NeedsUpdate",
    "OwnRequest",
    "Readiness",
]

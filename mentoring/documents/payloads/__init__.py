"""Payloads of papers: frozen texts in the right grammatical cases, ready for Word and PDF; no model enters here.

A domain composes one of these at the moment of decision and hands it to `documents.actions.draft`.
"""

from mentoring.documents.payloads.base import Acquainted, Labelled, Letterhead, Payload, Signatory
from mentoring.documents.payloads.orders import PairOrder, TerminationOrder
from mentoring.documents.payloads.people import Employer, PaperPerson
from mentoring.documents.payloads.processing import ProcessingBasis
from mentoring.documents.payloads.program import PlanLine, ProgramPaper, ProgramSection, Side, Stamp
from mentoring.documents.payloads.slips import AcquaintanceSheet, CodeSlip, CodeSlips, ReadinessSlip, ReadinessSlips
from mentoring.documents.payloads.statements import AdditionalAgreement, MenteeConsent, MentorConsent, TerminationNotice

__all__ = [
    "AcquaintanceSheet",
    "Acquainted",
    "AdditionalAgreement",
    "CodeSlip",
    "CodeSlips",
    "Employer",
    "Labelled",
    "Letterhead",
    "MenteeConsent",
    "MentorConsent",
    "PairOrder",
    "PaperPerson",
    "Payload",
    "PlanLine",
    "ProcessingBasis",
    "ProgramPaper",
    "ProgramSection",
    "ReadinessSlip",
    "ReadinessSlips",
    "Side",
    "Signatory",
    "Stamp",
    "TerminationNotice",
    "TerminationOrder",
]

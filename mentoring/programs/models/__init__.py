"""Programmes with goals and мероприятия, terms of the mentor's work, consents, lines of orders, early ends."""

from mentoring.programs.models.consents import Consent, ConsentQuerySet, MentorTerms, TermsDefaults
from mentoring.programs.models.orders import EarlyEnd, EarlyEndQuerySet, OrderLine
from mentoring.programs.models.plans import MenteeAgreement, Program, ProgramGoal, ProgramItem, ProgramQuerySet

__all__ = [
    "Consent",
    "ConsentQuerySet",
    "EarlyEnd",
    "EarlyEndQuerySet",
    "MenteeAgreement",
    "MentorTerms",
    "OrderLine",
    "Program",
    "ProgramGoal",
    "ProgramItem",
    "ProgramQuerySet",
    "TermsDefaults",
]

"""The register of personal data: each field that tells something of a person says why it is kept and how it ends.

A model with personal fields declares `personal = {"field": PersonalField(…)}`; a test fails for a text, date or file
field of such a model that is neither declared there nor listed in `impersonal`.
"""

from dataclasses import dataclass
from enum import StrEnum


class DataClass(StrEnum):
    """How delicate a field is (security decisions, data classes × level)."""

    NAME_CARD = "P1"
    WORKING = "P2"
    DELICATE = "P3"


class OnErasure(StrEnum):
    """What happens to the field when the person's data are erased."""

    DELETE = "delete"
    PSEUDONYM = "pseudonym"
    KEEP_BY_LAW = "keep"


@dataclass(frozen=True, slots=True)
class PersonalField:
    """Class, purpose, retention and the end of one field."""

    data_class: DataClass
    purpose: str
    retention: str
    on_erasure: OnErasure = OnErasure.DELETE
    in_own_export: bool = True

"""What composing a paper needs of the organisation and its people."""

import re
from datetime import date

from mentoring.core.wording import CaseForms, Gender, decline_organization, within_sentence
from mentoring.documents.choices import LocalActKind
from mentoring.documents.models import Document, LocalAct
from mentoring.documents.payloads import Letterhead, PaperPerson
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.people.selectors import case_forms, gender_of, initials_of, short_case_forms

NUMBER = re.compile(r"(\d+)(.*)", re.DOTALL)


def letterhead_of(organization: Organization, *, founder: str = "") -> Letterhead:
    """Names of the organisation at the top of its papers."""
    return Letterhead(
        full_name=organization.full_name,
        short_name=organization.short_name,
        genitive=decline_organization(organization.short_name).genitive,
        place=organization.place or organization.territory.name,
        founder=founder,
    )


def paper_person(person: Person, *, position: CaseForms) -> PaperPerson:
    """A person as papers speak of her: corrected case forms win. Prefetch `case_forms` for a list of people."""
    return PaperPerson(
        name=case_forms(person),
        short=short_case_forms(person),
        position=position.map(within_sentence),
        initials=initials_of(person),
        gender=gender_of(person) or Gender.FEMALE,
    )


def regulation_of(organization: Organization, day: date) -> LocalAct | None:
    """The МОО's own regulation on mentoring in force on a day."""
    acts = LocalAct.objects.filter(organization=organization, kind=LocalActKind.REGULATION).in_force_on(day)
    return acts.order_by("-applies_from", "-pk").first()


def next_number(organization: Organization, *, book: str, year: int) -> str:
    """The number that follows the greatest one of the journal's year, with its letters; a person may change it."""
    taken = Document.objects.filter(organization=organization, book=book, year=year).exclude(number="")
    found = [
        (int(match[1]), match[2])
        for number in taken.values_list("number", flat=True)
        if (match := NUMBER.fullmatch(number))
    ]
    greatest, letters = max(found, default=(0, ""))
    return f"{greatest + 1}{letters}"

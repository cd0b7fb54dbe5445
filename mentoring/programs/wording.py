"""Names of forms, kinds and areas as pages and papers write them."""

from mentoring.core.wording import by_gender
from mentoring.people.models import Person
from mentoring.people.selectors import gender_of
from mentoring.programs.models import Program
from mentoring.reference.books import UnknownCodeError, area, form, kind
from mentoring.ui.words import initials


def form_title(code: str) -> str:
    """A form by its code; a code that the book has lost stands as it is."""
    try:
        return form(code).title
    except UnknownCodeError:
        return code


def kind_title(code: str) -> str:
    """A kind by its code."""
    try:
        return kind(code).title
    except UnknownCodeError:
        return code


def area_title(code: str) -> str:
    """An area by its code; empty while none is chosen."""
    try:
        return area(code).title if code else ""
    except UnknownCodeError:
        return code


def forms_title(program: Program) -> str:
    """«учитель — учитель»."""
    return ", ".join(form_title(code) for code in program.forms)


def kinds_title(program: Program) -> str:
    """«традиционное, ситуационное»."""
    return ", ".join(kind_title(code) for code in program.kinds)


def mentee_word(person: Person) -> str:
    """«наставляемый», «наставляемая»."""
    gender = gender_of(person)
    return by_gender(gender, "наставляемый", "наставляемая") if gender else "наставляемый"


def names_of(program: Program) -> str:
    """«Белоусова В. И. — Воронцова Д. О.»: the mentor, then the mentees."""
    mentees = [mentee.person for mentee in program.mentorship.mentees.all()]
    names = ", ".join(initials(person) for person in sorted(mentees, key=lambda one: (one.search, one.pk)))
    return f"{initials(program.mentorship.mentor.person)} — {names}"

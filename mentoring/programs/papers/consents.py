"""Consents of both sides and the additional agreement (R-2.2; ТК РФ, ст. 351.8)."""

from mentoring.core.wording import long_date, number_sign
from mentoring.documents.payloads import AdditionalAgreement, MenteeConsent, MentorConsent, Payload
from mentoring.documents.payloads.statements import WorkTerms, additional_agreement, mentee_consent, mentor_consent
from mentoring.programs.choices import ConsentKind
from mentoring.programs.models import Consent, MentorTerms, Program
from mentoring.programs.papers.people import PaperPeople
from mentoring.programs.rules.work_terms import hours_words, payment_words
from mentoring.programs.selectors.checks import as_terms
from mentoring.programs.wording import forms_title, kind_title


def terms_in_words(program: Program) -> WorkTerms:
    """The terms of a mentor's work as papers write them."""
    terms = as_terms(program.terms)
    return WorkTerms(
        content=terms.content.rstrip(". "),
        starts_on=program.starts_on,
        ends_on=program.ends_on,
        form=forms_title(program),
        kinds=tuple(kind_title(code) for code in program.kinds),
        hours=hours_words(terms.hours_per_month, program.mode),
        payment=payment_words(terms).rstrip("."),
    )


def paper_of(program: Program, consent: Consent, people: PaperPeople) -> Payload:
    """The paper of a consent as it would be made now."""
    if consent.kind == ConsentKind.MENTEE:
        return mentee_paper(program, consent.person_id, people)
    return agreement_paper(program, people) if consent.kind == ConsentKind.AGREEMENT else mentor_paper(program, people)


def mentor_paper(program: Program, people: PaperPeople) -> MentorConsent:
    """The mentor's consent."""
    return mentor_consent(
        people.employer, mentor=people.mentor(program), mentees=people.mentees(program), terms=terms_in_words(program)
    )


def mentee_paper(program: Program, person_id: int, people: PaperPeople) -> MenteeConsent:
    """The consent of one mentee."""
    return mentee_consent(
        people.employer,
        mentee=people.by_person[person_id],
        mentor=people.mentor(program),
        terms=terms_in_words(program),
    )


def agreement_paper(program: Program, people: PaperPeople) -> AdditionalAgreement:
    """The additional agreement to the mentor's labour contract."""
    return additional_agreement(
        people.employer,
        mentor=people.mentor(program),
        mentees=people.mentees(program),
        terms=terms_in_words(program),
        contract=_contract(program.terms),
    )


def _contract(terms: MentorTerms) -> str:
    if terms.contract_on is None:
        return ""
    number = f" {number_sign(terms.contract_number)}" if terms.contract_number else ""
    return f"от {long_date(terms.contract_on)}{number}"

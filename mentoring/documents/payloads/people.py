"""People and the employer in every case that papers need."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mentoring.core.wording import (
    CaseForms,
    FullName,
    Gender,
    by_gender,
    decline_name,
    initials,
    organization_after,
    surname_and_initials,
    within_sentence,
)
from mentoring.documents.payloads.base import Acquainted, Letterhead, Signatory


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPerson:
    """A person as papers speak of her: full name, surname with initials, position, each in six cases."""

    name: CaseForms
    short: CaseForms
    position: CaseForms
    initials: str
    gender: Gender

    @property
    def acquainted(self) -> Acquainted:
        """Her line in a sheet of acquaintance."""
        return Acquainted(name=self.name.nominative, position=self.position.nominative)

    @property
    def signatory(self) -> Signatory:
        """Her place under a paper."""
        return Signatory(position=capitalized(self.position.nominative), initials=self.initials)

    @property
    def accusative(self) -> str:
        """«Петрова Андрея Андреевича, учителя»: whom."""
        return f"{self.name.accusative}, {self.position.accusative}"

    @property
    def instrumental(self) -> str:
        """«Ивановой Марией Сергеевной, учителем»: behind whom, with whom."""
        return f"{self.name.instrumental}, {self.position.instrumental}"

    @property
    def genitive(self) -> str:
        """«Ивановой Марии Сергеевны, учителя»: of whom."""
        return f"{self.name.genitive}, {self.position.genitive}"

    @property
    def dative(self) -> str:
        """«Сидоровой Ольге Ивановне, заместителю директора»: to whom."""
        return f"{self.name.dative}, {self.position.dative}"

    @property
    def nominative(self) -> str:
        """«Петров Андрей Андреевич, учитель»: who."""
        return f"{self.name.nominative}, {self.position.nominative}"


BLANK: Final = "________________________"
FOUNDER: Final = f"{BLANK} (учредитель)"  # проверить: who of the founder signs for the head stands in the charter


@dataclass(frozen=True, slots=True, kw_only=True)
class Representative:
    """Who speaks for the employer to one worker: addressed, named in the text, under the signature."""

    addressee: tuple[str, ...]
    in_person: str
    office: str
    position: str
    initials: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Employer:
    """The organisation and its head, to whom statements are addressed and who signs."""

    letterhead: Letterhead
    head: PaperPerson

    @property
    def addressee(self) -> tuple[str, ...]:
        """«Директору МБОУ «СОШ № 55»» / «Сидоровой О.И.»."""
        return (self._of_organization(self.head.position.dative), self.head.short.dative)

    @property
    def office(self) -> str:
        """«Директор МБОУ «СОШ № 55»», «Заведующий детским садом № 8»."""
        return self._of_organization(self.head.position.nominative)

    def facing(self, worker: PaperPerson) -> Representative:
        """The head; for the head herself the founder, whose lines are filled in by hand."""
        if worker.name == self.head.name:
            blank = f"{FOUNDER}, действующего на основании {BLANK}"
            return Representative(
                addressee=(BLANK, "(учредитель)"), in_person=blank, office=FOUNDER, position=FOUNDER, initials=BLANK
            )
        head, acting = self.head, by_gender(self.head.gender, "действующего", "действующей")
        return Representative(
            addressee=self.addressee,
            in_person=f"{head.position.genitive} {head.name.genitive}, {acting} на основании устава",
            office=self.office,
            position=capitalized(head.position.nominative),
            initials=head.initials,
        )

    def _of_organization(self, position: str) -> str:
        name = organization_after(self.head.position.nominative, self.letterhead.short_name)
        return f"{capitalized(position)} {name}"


def paper_person(
    full_name: FullName, *, gender: Gender, position: CaseForms, corrected: Mapping[str, str] | None = None
) -> PaperPerson:
    """Build the forms of a person; `corrected` holds full names by case that a person has set right."""
    neat = full_name.normalized()
    name = CaseForms.from_mapping(decline_name(neat, gender).as_dict() | dict(corrected or {}))
    given = len(f"{neat.first} {neat.patronymic}".split())
    return PaperPerson(
        name=name,
        short=name.map(lambda form: surname_and_initials(surname(form, given), neat.first, neat.patronymic)),
        position=position.map(within_sentence),
        initials=initials(neat.last, neat.first, neat.patronymic),
        gender=gender,
    )


def surname(form: str, given: int) -> str:
    """The surname in a case form of a full name; `given` words after it are first name and patronymic."""
    words = form.split()
    return " ".join(words[: max(1, len(words) - given)])


def capitalized(text: str) -> str:
    """The text with its first letter capital and the rest as it is."""
    return text[:1].upper() + text[1:]

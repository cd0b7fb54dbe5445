"""Orders: on pairs and groups with their programmes, on the end of mentoring."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from mentoring.core.wording import period, sentence
from mentoring.documents.payloads import phrases
from mentoring.documents.payloads.base import Acquainted, Letterhead, Payload, Signatory
from mentoring.documents.payloads.people import Employer, PaperPerson, capitalized

BY_AGREEMENTS: Final = "Выплаты за наставничество производить по дополнительным соглашениям к трудовым договорам."
BY_FOUNDER: Final = "Выплату за наставничество руководителю производить по решению учредителя."
LISTED_PAIRS_MAX: Final = 20  # a longer list stands in the annex only


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Payload):
    """What every order has; points come with their numbers."""

    letterhead: Letterhead
    title: str
    preamble: str
    points: tuple[str, ...]
    signatory: Signatory
    acquainted: tuple[Acquainted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine:
    """A row of the annex. There is no place for difficulties and amounts, and there must be none."""

    number: str
    mentor: Acquainted
    mentees: tuple[Acquainted, ...]
    form: str
    kinds: str
    area: str
    term: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairOrder(Order):
    """Fixes pairs and groups and approves their programmes."""

    kind: ClassVar[str] = "pair_order"

    annex_title: str
    annex: tuple[PairLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminationOrder(Order):
    """Ends mentoring of one or several pairs."""

    kind: ClassVar[str] = "termination_order"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFrame:
    """Who issues an order and on what: norms in the instrumental case, grounds in the genitive."""

    employer: Employer
    curator: PaperPerson | None = None
    controller: PaperPerson | None = None
    basis: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()

    @property
    def curator_apart(self) -> PaperPerson | None:
        """The curator when it is not the head herself."""
        same = self.curator is not None and self.curator.name == self.employer.head.name
        return None if same else self.curator


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedPair:
    """A pair or a group as the order fixes it; form, kinds and area are names as in the reference data."""

    mentor: PaperPerson
    mentees: tuple[PaperPerson, ...]
    form: str
    kinds: tuple[str, ...]
    area: str
    starts_on: date
    ends_on: date

    @property
    def term(self) -> str:
        """«с 1 сентября 2026 г. по 31 мая 2027 г.»."""
        return period(self.starts_on, self.ends_on)

    @property
    def sentence(self) -> str:
        """Whom as a mentor behind whom, and the term."""
        mentees = phrases.in_the_instrumental(self.mentees)
        return f"{self.mentor.accusative}, наставником за {mentees}, {self.term}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedPair:
    """A pair whose mentoring ends; the ground is a nominative phrase: «уведомление об отказе от 11 января 2027 г.»."""

    mentor: PaperPerson
    mentees: tuple[PaperPerson, ...]
    since: date
    ground: str
    is_paid: bool = False


def pair_order(
    frame: OrderFrame,
    *,
    pairs: Sequence[OrderedPair],
    paid_by_agreements: bool = False,
    paid_by_founder: bool = False,
) -> PairOrder:
    """Compose the order on pairs: one pair stands in the text, several also in an annex.

    The head orders no payment to herself: `paid_by_founder` says who decides it (проверить).
    """
    paid = (*((BY_AGREEMENTS,) if paid_by_agreements else ()), *((BY_FOUNDER,) if paid_by_founder else ()))
    single = len(pairs) == 1
    points = _single_points(pairs[0]) if single else _many_points(pairs)
    people = [person for pair in pairs for person in (pair.mentor, *pair.mentees)]
    if frame.curator_apart is not None:
        people.append(frame.curator_apart)
    return PairOrder(
        letterhead=frame.employer.letterhead,
        title=_pairs_title(pairs),
        preamble=phrases.preamble(frame.basis, (*frame.grounds, "письменных согласий работников")),
        points=phrases.numbered((*points, *_common_points(frame, single=single, paid=paid))),
        signatory=frame.employer.head.signatory,
        acquainted=phrases.acquainted(people, but=frame.employer.head),
        annex_title="" if single else "Наставнические пары и группы" if _has_groups(pairs) else "Наставнические пары",
        annex=() if single else tuple(_annex_line(index, pair) for index, pair in enumerate(pairs, start=1)),
    )


def termination_order(frame: OrderFrame, *, ended: Sequence[EndedPair], seek_new: bool = False) -> TerminationOrder:
    """Compose the order on the end of mentoring; `seek_new` asks the curator for a new mentor."""
    points = [
        f"Прекратить {phrases.since(pair.since)} наставничество {pair.mentor.genitive}, в отношении "
        f"{phrases.in_the_genitive(pair.mentees)} (основание: {pair.ground})."
        for pair in ended
    ]
    if any(pair.is_paid for pair in ended):
        points.append("Выплату за наставничество прекратить с той же даты.")
    curator = frame.curator_apart
    if seek_new and curator is not None:
        points.append(f"{capitalized(curator.dative)}, подготовить предложения о новом наставнике.")
    people = [person for pair in ended for person in (pair.mentor, *pair.mentees)]
    if curator is not None:
        people.append(curator)
    return TerminationOrder(
        letterhead=frame.employer.letterhead,
        title="О прекращении наставничества",
        preamble=phrases.preamble(frame.basis, frame.grounds),
        points=phrases.numbered((*points, *_closing_points(frame))),
        signatory=frame.employer.head.signatory,
        acquainted=phrases.acquainted(people, but=frame.employer.head),
    )


def _pairs_title(pairs: Sequence[OrderedPair]) -> str:
    if len(pairs) == 1:
        one = "наставнической пары" if len(pairs[0].mentees) == 1 else "наставнической группы"
        return f"О закреплении {one} и утверждении персонализированной программы наставничества"
    many = "наставнических пар и групп" if _has_groups(pairs) else "наставнических пар"
    return f"О закреплении {many} и утверждении персонализированных программ наставничества"


def _has_groups(pairs: Sequence[OrderedPair]) -> bool:
    return any(len(pair.mentees) > 1 for pair in pairs)


def _single_points(pair: OrderedPair) -> list[str]:
    return [
        sentence(f"Закрепить {pair.sentence}"),
        f"Установить: форма наставничества — «{pair.form}»; {phrases.kinds(pair.kinds)}; направление — {pair.area}.",
        "Утвердить прилагаемую персонализированную программу наставничества.",
    ]


def _many_points(pairs: Sequence[OrderedPair]) -> list[str]:
    if len(pairs) > LISTED_PAIRS_MAX:
        return [
            "Закрепить наставников за наставляемыми в формах, видах, направлениях и на сроки согласно приложению.",
            "Утвердить прилагаемые персонализированные программы наставничества.",
        ]
    lines = [f"1.{index}. {pair.sentence}" for index, pair in enumerate(pairs, start=1)]
    ended = [f"{line};" for line in lines[:-1]] + [sentence(lines[-1])]
    return [
        "Закрепить:",
        *ended,
        "Установить формы, виды и направления наставничества согласно приложению.",
        "Утвердить прилагаемые персонализированные программы наставничества.",
    ]


def _common_points(frame: OrderFrame, *, single: bool, paid: Sequence[str]) -> list[str]:
    programmes = "программы" if single else "программ"
    curator = frame.curator_apart
    points = []
    if curator is None:
        points.append(f"Сопровождение {programmes} и подведение итогов оставляю за собой.")
    else:
        points.append(f"{capitalized(curator.dative)}, обеспечить сопровождение {programmes} и подведение итогов.")
    return [*points, *paid, *_closing_points(frame)]


def _closing_points(frame: OrderFrame) -> list[str]:
    control = phrases.CONTROL_KEPT
    if frame.controller is not None and frame.controller.name != frame.employer.head.name:
        control = f"Контроль за исполнением приказа возложить на {frame.controller.accusative}."
    return ["Ознакомить с приказом указанных в нём работников под подпись.", control]


def _annex_line(index: int, pair: OrderedPair) -> PairLine:
    return PairLine(
        number=str(index),
        mentor=pair.mentor.acquainted,
        mentees=tuple(mentee.acquainted for mentee in pair.mentees),
        form=pair.form,
        kinds=phrases.listed(pair.kinds),
        area=pair.area,
        term=pair.term,
    )

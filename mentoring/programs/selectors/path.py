"""«Путь к приказу»: every pair before its order — programme, papers, order, what is missing and from whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch
from django.urls import reverse

from mentoring.core.actor import Actor
from mentoring.documents.choices import DocumentState
from mentoring.documents.models import Document
from mentoring.matching.models import Mentee
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.programs.choices import UNDER_ORDER, ConsentState, OrderKind, ProgramState
from mentoring.programs.models import Consent, EarlyEnd, OrderLine, Program, TermsDefaults
from mentoring.programs.rules.needed_papers import also_needed
from mentoring.programs.rules.readiness import by_person
from mentoring.programs.selectors.checks import faults_of, mentees_of, missing_for_order, needed_of, why_no_papers
from mentoring.programs.wording import names_of
from mentoring.reference.books import form
from mentoring.ui.shapes import Step, Tone
from mentoring.ui.words import counted

JOB_PAPERS = 100
BEFORE_ORDER = (ProgramState.DRAFT, ProgramState.AGREED, ProgramState.ORDERED)


@dataclass(frozen=True, slots=True)
class Mark:
    """A word with its tone, and what stands under it."""

    word: str
    tone: Tone = "quiet"
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathRow:
    """One pair on its way."""

    program: Program
    title: str
    plan: Mark
    papers: Mark
    order: Mark
    missing: Sequence[str]
    also: Sequence[str]
    can_accept: bool
    can_prepare: bool
    to_print: Sequence[Document]
    waits: Sequence[Consent]
    is_ready: bool
    is_template: bool

    @property
    def can_be_picked(self) -> bool:
        """True when some batch verb applies to the pair now."""
        return self.can_accept or self.can_prepare or self.is_ready


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftOrder:
    """An order that is not signed yet, or one on the end of mentoring."""

    document: Document
    people: Sequence[Person]
    """Whose names stand in it: a wrong case form is mended on the person's own page."""
    starting: Sequence[int]
    """Programmes that it would start, by key, in its own order."""
    count: int
    is_stale: bool
    is_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PathPage:
    """Everything the page shows."""

    organization: Organization
    rows: Sequence[PathRow]
    orders: Sequence[DraftOrder]
    ends: Sequence[EarlyEnd]
    has_defaults: bool
    steps: Sequence[Step]

    @property
    def to_prepare(self) -> list[PathRow]:
        """Pairs whose papers can be made now, after acceptance where it is needed."""
        return [row for row in self.rows if row.can_accept or row.can_prepare]

    @property
    def to_accept(self) -> list[PathRow]:
        """Drafts that nobody has accepted."""
        return [row for row in self.rows if row.can_accept]

    @property
    def to_print(self) -> list[Document]:
        """Papers made and not printed, each once."""
        found = {document.pk: document for row in self.rows for document in row.to_print}
        return list(found.values())

    @property
    def printed(self) -> list[Document]:
        """Every paper that waits for a hand, printed or not."""
        found = {mark.document_id: mark.document for row in self.rows for mark in row.waits if mark.document}
        return list(found.values())

    @property
    def jobs(self) -> list[list[Document]]:
        """The papers in printing jobs of a size that the register takes."""
        papers = self.printed
        return [papers[start : start + JOB_PAPERS] for start in range(0, len(papers), JOB_PAPERS)]

    @property
    def waiting(self) -> int:
        """Signatures that are awaited."""
        return sum(len(row.waits) for row in self.rows)

    @property
    def ready(self) -> list[PathRow]:
        """Pairs that can stand in an order now."""
        return [row for row in self.rows if row.is_ready]

    @property
    def main(self) -> str:
        """The act of the main button: papers for those who have none, then the order of those who have signed all."""
        acts = {"prepare": self.to_prepare, "order": self.ready, "print": self.to_print, "sign": self.waiting}
        return next((name for name, possible in acts.items() if possible), "")

    @property
    def is_picked(self) -> bool:
        """Whether some act is with ticked pairs."""
        return bool(self.to_prepare or self.ready)

    @property
    def untold(self) -> list[str]:
        """Pairs whose people will be told when papers are prepared."""
        return [row.title for row in self.to_prepare if row.program.mentorship.announced_at is None]

    @property
    def templates(self) -> int:
        """Programmes in which nobody has thought of the person's own difficulties yet."""
        return sum(row.is_template for row in self.to_prepare)


def path_page(actor: Actor, organization: Organization) -> PathPage:
    """Compose the page; the number of queries does not depend on the number of pairs."""
    programs = before_order(actor, organization)
    rows = [_row(program) for program in programs]
    orders = _orders(organization, rows)
    return PathPage(
        organization=organization,
        rows=rows,
        orders=orders,
        ends=ends_without_order(actor, organization),
        has_defaults=TermsDefaults.objects.filter(organization=organization).exists(),
        steps=_steps(rows, orders),
    )


def before_order(actor: Actor, organization: Organization) -> list[Program]:
    """Programmes of the organisation whose order is not signed, with everything the page says of them."""
    found = Program.objects.visible_to(actor).filter(organization=organization, state__in=BEFORE_ORDER)
    rows = found.with_people().with_plan().with_consents()
    return sorted(rows, key=lambda program: (program.mentorship.mentor.person.search, program.pk))


def ends_without_order(actor: Actor, organization: Organization) -> list[EarlyEnd]:
    """Notices whose order is not drafted yet."""
    ordered = OrderLine.objects.filter(kind=OrderKind.END, is_live=True).values("program_id")
    found = EarlyEnd.objects.visible_to(actor).filter(organization=organization, program__state__in=UNDER_ORDER)
    rows = found.exclude(program_id__in=ordered).select_related("program__mentorship__mentor__person")
    mentees = Prefetch("program__mentorship__mentees", Mentee.objects.select_related("person"))
    return list(rows.prefetch_related(mentees).order_by("ends_on", "pk"))


def ready_programs(actor: Actor, organization: Organization) -> list[Program]:
    """Programmes that may stand in an order now."""
    return [program for program in before_order(actor, organization) if is_ready(program)]


def is_ready(program: Program) -> bool:
    """True when nothing is missing and the programme stands in no order yet."""
    return program.state == ProgramState.AGREED and not missing_for_order(program)


def _row(program: Program) -> PathRow:
    faults = faults_of(program)
    missing = missing_for_order(program)
    writable = program.state in (ProgramState.DRAFT, ProgramState.AGREED)
    waits = [consent for consent in program.consents.all() if consent.is_awaited]
    needs_papers = writable and any(True for _ in _unprepared(program))
    accepted = program.accepted_at is not None or program.state == ProgramState.AGREED
    return PathRow(
        program=program,
        title=names_of(program),
        plan=_plan(program, faults),
        papers=_papers(program),
        order=_order(program, ready=writable and not missing),
        missing=by_person(missing) if writable else [],
        also=also_needed(form(code) for code in program.forms),
        can_accept=writable and not faults and not accepted,
        can_prepare=needs_papers and not why_no_papers(program),
        to_print=[_document for _document in _documents(waits) if _document.state == DocumentState.DRAFT],
        waits=waits if writable else [],
        is_ready=is_ready(program),
        is_template=program.difficulties_edited_at is None,
    )


def _unprepared(program: Program) -> list[tuple[int, str]]:
    made = {(consent.person_id, consent.kind) for consent in program.consents.all() if consent.document_id}
    wanted = [(paper.person_id, str(paper.kind)) for paper in needed_of(program)]
    return [key for key in wanted if key not in made]


def _documents(consents: Sequence[Consent]) -> list[Document]:
    found = {consent.document_id: consent.document for consent in consents if consent.document is not None}
    return list(found.values())


def _plan(program: Program, faults: Sequence[str]) -> Mark:
    url = reverse("programs:program_detail", args=[program.public_id])
    if faults:
        return Mark("не закончена", "now", faults[0], url)
    if program.state in (ProgramState.AGREED, ProgramState.ORDERED):
        return Mark("согласована", "good", url=url)
    note = "Затруднения пока взяты из образца." if program.difficulties_edited_at is None else ""
    if program.accepted_at is not None:
        return Mark("принята", "good", note, url)
    return Mark("черновик", "accent", note, url)


def _papers(program: Program) -> Mark:
    """How many of the papers that the pair signs are signed; each paper's own state stands in the signing table."""
    given = {(consent.person_id, consent.kind): consent for consent in program.consents.all()}
    wanted = {(paper.person_id, str(paper.kind)) for paper in needed_of(program)} | set(given)
    signed = sum(key in given and given[key].state == ConsentState.SIGNED for key in wanted)
    if signed == len(wanted):
        return Mark("всё подписано", "good")
    if not any(consent.document_id for consent in given.values()):
        return Mark("не подготовлены")
    return Mark(f"подписано {signed} из {len(wanted)}", "now", url=reverse("programs:signing"))


def _order(program: Program, *, ready: bool) -> Mark:
    line = next((line for line in program.order_lines.all() if line.is_live and line.kind == OrderKind.START), None)
    if line is not None:
        return Mark(
            "в проекте приказа", "accent", url=reverse("documents:document_detail", args=[line.document.public_id])
        )
    return Mark("можно в приказ", "good") if ready else Mark("рано")


def _orders(organization: Organization, rows: Sequence[PathRow]) -> list[DraftOrder]:
    waiting = (DocumentState.DRAFT, DocumentState.PRINTED)
    lines = OrderLine.objects.filter(document__organization=organization, document__state__in=waiting)
    by_document: dict[int, list[OrderLine]] = {}
    mentees = Prefetch("program__mentorship__mentees", Mentee.objects.select_related("person"))
    whole = lines.select_related("document", "program__mentorship__mentor__person").prefetch_related(mentees)
    for line in whole.order_by("-document__created_at", "document_id", "position", "pk"):
        by_document.setdefault(line.document_id, []).append(line)
    unready = {row.program.pk for row in rows if missing_for_order(row.program)}
    return [
        DraftOrder(
            document=lines_of[0].document,
            people=_people_of([line.program for line in lines_of]),
            starting=[line.program_id for line in lines_of if line.kind == OrderKind.START],
            count=sum(line.is_live for line in lines_of),
            is_stale=any(not line.is_live or line.program_id in unready for line in lines_of),
            is_end=lines_of[0].kind == OrderKind.END,
        )
        for lines_of in by_document.values()
    ]


def _people_of(programs: Sequence[Program]) -> list[Person]:
    people = [person for program in programs for person in (program.mentorship.mentor.person, *mentees_of(program))]
    return list({person.pk: person for person in people}.values())


def _steps(rows: Sequence[PathRow], orders: Sequence[DraftOrder]) -> list[Step]:
    planned = sum(row.plan.tone == "good" for row in rows)
    signed = sum(not row.missing for row in rows)
    ordered = sum(row.program.state == ProgramState.ORDERED for row in rows)
    counts = (("Программы", planned), ("Согласия", signed), ("Приказ", ordered))
    now = next((place for place, (_, done) in enumerate(counts) if done < len(rows)), len(counts))
    of = counted(len(rows), "пары,пар,пар")
    return [
        Step(
            title=title,
            state="done" if rows and done == len(rows) else "now" if place == now else "next",
            note=f"{done} из {of}" if rows else "",
        )
        for place, (title, done) in enumerate(counts)
    ]

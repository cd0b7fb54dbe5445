"""«Сейчас нужно» of programmes, signatures and orders; nobody's refusal is ever an item."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.urls import reverse

from mentoring.core.actor import Actor
from mentoring.core.wording import counted, plural
from mentoring.notifications.now import NowItem
from mentoring.organizations.models import Organization
from mentoring.programs import access
from mentoring.programs.choices import ProgramState
from mentoring.programs.models import Program
from mentoring.programs.selectors.path import DraftOrder, PathPage, PathRow, path_page
from mentoring.programs.selectors.signing import awaited_signatures
from mentoring.programs.wording import names_of

WRITABLE = (ProgramState.DRAFT, ProgramState.AGREED)


def for_leaders(actor: Actor, today: date) -> Iterable[NowItem]:
    """What stands between the pairs of each organisation and its order."""
    ids = actor.organizations_as(*access.LEADERS)
    for organization in Organization.objects.filter(pk__in=ids).with_territory().order_by("pk"):
        query = f"?organization={organization.public_id}" if len(ids) > 1 else ""
        yield from _of_page(path_page(actor, organization), query)


def for_clerks(actor: Actor, today: date) -> Iterable[NowItem]:
    """Signatures that the clerk may mark; who leads has the whole path."""
    ids = actor.organizations_as("clerk") - actor.organizations_as(*access.LEADERS)
    if waiting := awaited_signatures(actor, ids):
        yield _signatures(waiting, "")


def for_sides(actor: Actor, today: date) -> Iterable[NowItem]:
    """The programme that waits for the word of its own mentor or mentee, and her papers."""
    if actor.person_id is None:
        return
    programs = Program.objects.visible_to(actor).filter(state__in=(*WRITABLE, ProgramState.ORDERED))
    for program in programs.with_people().with_consents().order_by("created_at", "pk"):
        yield from _of_program(actor, program)


def _of_page(page: PathPage, query: str) -> Iterable[NowItem]:
    url = reverse("programs:path") + query
    if page.ready:
        yield _pairs("Подготовить приказ", page.ready, "всё подписано, приказ можно составить", url, 64)
    if page.to_prepare:
        accept = plural(len(page.to_prepare), "Принять программу", "Принять программы", "Принять программы")
        verb = accept if page.to_accept else "Подготовить документы"
        yield _pairs(verb, page.to_prepare, "программа составлена, дальше — согласия", url, 59)
    unfinished = [row for row in page.rows if row.plan.tone == "now"]
    if unfinished:
        yield _pairs("Закончить программу", unfinished, unfinished[0].plan.note, unfinished[0].plan.url, 56)
    if page.to_print:
        papers = counted(len(page.to_print), "документ", "документа", "документов")
        yield NowItem(
            "Напечатать документы", papers, "для подписи наставниками и наставляемыми", "Открыть", url, None, 58
        )
    elif page.waiting:
        yield _signatures(page.waiting, query)
    for order in page.orders:
        yield _order(order)
    if page.ends:
        first, rest = page.ends[0], len(page.ends) - 1
        yield NowItem(
            verb="Подготовить приказ о прекращении",
            who=names_of(first.program) + (f" и ещё {counted(rest, 'пара', 'пары', 'пар')}" if rest else ""),
            reason="получено уведомление о досрочном прекращении",
            button="Открыть",
            url=f"{url}#ends",
            due=first.ends_on,
            weight=63,
        )


def _order(order: DraftOrder) -> NowItem:
    verb = "Составить приказ заново" if order.is_stale else "Подписать приказ"
    url = reverse("documents:document_detail", args=[order.document.public_id])
    reason = "состав готовых пар изменился" if order.is_stale else "проект составлен, подписи ещё нет"
    where = reverse("programs:path") + "#orders" if order.is_stale else url
    return NowItem(verb, order.document.title, reason, "Открыть", where, None, 66)


def _signatures(waiting: int, query: str) -> NowItem:
    return NowItem(
        verb="Отметить подписи",
        who=counted(waiting, "подпись", "подписи", "подписей"),
        reason="документы напечатаны и ждут подписи",
        button="Отметить",
        url=reverse("programs:signing") + query,
        weight=57,
    )


def _pairs(verb: str, rows: Sequence[PathRow], reason: str, url: str, weight: int) -> NowItem:
    rest = len(rows) - 1
    more = f" и ещё {counted(rest, 'пара', 'пары', 'пар')}" if rest else ""
    return NowItem(verb, f"{rows[0].title}{more}", reason, "Открыть", url, None, weight)


def _of_program(actor: Actor, program: Program) -> Iterable[NowItem]:
    is_mentor, is_mentee = access.is_mentor(actor, program), access.is_mentee(actor, program)
    if not is_mentor and not is_mentee:
        return
    url = reverse("programs:program_detail", args=[program.public_id])
    agreed = {agreement.person_id for agreement in program.agreements.all()}
    has_agreed = program.mentor_agreed_at is not None if is_mentor else bool(agreed & actor.own_ids)
    if program.state in WRITABLE and not has_agreed:
        yield NowItem(
            "Посмотреть программу",
            names_of(program),
            "её можно изменить; согласуйте, когда подойдёт",
            "Открыть",
            url,
            None,
            68,
        )
    waiting = [
        consent for consent in program.consents.all() if actor.is_person(consent.person_id) and consent.is_awaited
    ]
    if waiting and program.state in WRITABLE:
        papers = counted(len(waiting), "документ", "документа", "документов")
        yield NowItem("Подписать на бумаге", papers, "напечатанные листы у куратора", "Прочитать", url, None, 61)

"""What the first page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from mentoring.accounts.choices import STAFF_ROLES
from mentoring.core.actor import Actor
from mentoring.core.wording import counted, day_month, plural
from mentoring.documents.models import Document
from mentoring.matching.access import LEADERS, SEES_NEEDS
from mentoring.matching.choices import MentorshipState
from mentoring.matching.models import Mentee, Mentorship, Need
from mentoring.notifications.now import AT_MOST, NowItem, needed_now
from mentoring.organizations.models import Organization
from mentoring.programs.access import READERS
from mentoring.programs.choices import ProgramState
from mentoring.programs.models import Program
from mentoring.programs.selectors.signing import awaited_signatures
from mentoring.staff.models import Employment, ProcessingBasis
from mentoring.ui.shapes import Figure, Step
from mentoring.ui.shapes import Need as NeedRow
from mentoring.workspace.selectors.pairs import LedPair, OwnPair, led_pairs, own_pairs

WEEKDAYS = ("Понедельник", "Вторник", "Среда", "Четверг", "Пятница", "Суббота", "Воскресенье")


@dataclass(frozen=True)
class Home:
    """The page that everybody sees first."""

    greeting: str
    lead: str
    needs: Sequence[NeedRow]
    needed: int
    steps: Sequence[Step]
    figures: Sequence[Figure]
    pairs: Sequence[OwnPair]
    led_pairs: Sequence[LedPair]
    leads_organization: bool


def home(actor: Actor, *, today: date) -> Home:
    """Compose the home page: what is needed now, then how the year goes, then one's own pairs."""
    items = needed_now(actor, today=today)
    kept = actor.organizations_as(*STAFF_ROLES)
    led = actor.organizations_as(*LEADERS)
    figures = _figures(actor) if kept else []
    return Home(
        greeting=f"{WEEKDAYS[today.weekday()]}, {day_month(today)}",
        lead=_lead(len(items)),
        needs=need_rows(items[:AT_MOST], today=today),
        needed=len(items),
        steps=_first_steps(led) if led else [],
        figures=figures,
        pairs=own_pairs(actor),
        led_pairs=led_pairs(actor) if kept else [],
        leads_organization=bool(kept),
    )


def need_rows(items: Sequence[NowItem], *, today: date) -> list[NeedRow]:
    """Rows of «Сейчас нужно»; the first one carries the main button."""
    return [
        NeedRow(
            verb=item.verb,
            person=item.who,
            reason=item.reason,
            when=_when(item, today),
            is_late=item.is_late(today),
            is_main=number == 0,
            url=item.url,
            button=item.button,
        )
        for number, item in enumerate(items)
    ]


def _lead(count: int) -> str:
    if not count:
        return "Срочных дел нет."
    return f"{count} {plural(count, 'дело ждёт', 'дела ждут', 'дел ждут')} вас."


def _when(item: NowItem, today: date) -> str:
    if item.due is None:
        return ""
    days = (item.due - today).days
    if days < 0:
        return f"просрочено на {counted(-days, 'день', 'дня', 'дней')}"
    if days == 0:
        return "сегодня"
    return f"до {day_month(item.due)}"


def _first_steps(organization_ids: frozenset[int]) -> list[Step]:
    """Where the organisation is on the way from a staff list to a signed order; empty when the way was gone once."""
    own = {"organization__in": organization_ids}
    if Document.objects.filter(**own, kind="pair_order", state="signed").exists():
        return []
    signed_consent = Program.objects.filter(**own, consents__state="signed").exists()
    done = [
        ("Основание обработки данных", ProcessingBasis.objects.filter(**own).exists(), "staff:basis"),
        ("Список педагогов", Employment.objects.filter(**own).exists(), "staff:employment_list"),
        ("Кому нужен наставник", Need.objects.filter(**own).exists(), "matching:need_list"),
        ("Пары", Mentorship.objects.filter(**own).exists(), "matching:mentorship_list"),
        ("Программы и согласия", signed_consent, "programs:path"),
        ("Приказ", False, "programs:path"),
    ]
    now = next(number for number, (_, is_done, _) in enumerate(done) if not is_done)
    return [
        Step(
            title=title,
            state="done" if is_done else "now" if number == now else "next",
            url=reverse(url_name) if number <= now else "",
        )
        for number, (title, is_done, url_name) in enumerate(done)
    ]


def _figures(actor: Actor) -> list[Figure]:
    """Numbers of the year; each leads to its rows: a clerk is not told who waits for a mentor nor of programmes."""
    waiting = Need.objects.visible_to(actor).waiting()
    proposed = Mentee.objects.filter(is_live=True, need__in=waiting).count()
    pairs = Mentorship.objects.visible_to(actor).filter(state=MentorshipState.ACTIVE).count()
    coming = Mentorship.objects.visible_to(actor).filter(state=MentorshipState.RECOMMENDED).count()
    programs = Program.objects.visible_to(actor).filter(state=ProgramState.RUNNING).count()
    signatures = awaited_signatures(actor, actor.organizations_as(*STAFF_ROLES))
    staff = Employment.objects.visible_to(actor).filter(dismissed_on=None).count()
    wait = Figure(
        label="Ждут наставника",
        value=waiting.count(),
        meaning=f"из них предложены совету: {proposed}" if proposed else "потребность подтверждена",
        url=reverse("matching:need_list") + "?state=confirmed",
    )
    running = Figure(
        label="Программы",
        value=programs,
        meaning="выполняются",
        url=reverse("programs:program_list") + "?state=running",
    )
    return [
        Figure(label="Педагоги", value=staff, meaning="работают сейчас", url=reverse("staff:employment_list")),
        *([wait] if actor.has_role(*SEES_NEEDS) else []),
        Figure(
            label="Пары действуют",
            value=pairs,
            meaning=f"ещё готовятся: {coming}",
            url=reverse("matching:mentorship_list") + "?state=active",
        ),
        *([running] if actor.has_role(*READERS) else []),
        Figure(
            label="Подписи",
            value=signatures,
            meaning="ждём на документах пар",
            url=reverse("programs:signing"),
        ),
    ]


def organizations_of(actor: Actor) -> list[Organization]:
    """Organisations in which the actor holds a post or works, for «today»."""
    own = Organization.objects.filter(pk__in=actor.organization_ids).with_territory()
    works = Organization.objects.filter(employments__person_id__in=actor.own_ids).with_territory().distinct()
    return list(own.order_by("pk")) or list(works.order_by("pk"))

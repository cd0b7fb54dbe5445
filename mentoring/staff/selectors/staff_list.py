"""The list «Педагоги»: search, conditions, order; experience is counted in one place and for today."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q, TextChoices

from mentoring.core.actor import Actor
from mentoring.core.wording import experience, search_text
from mentoring.staff.access import LIST_ROLES
from mentoring.staff.choices import EmploymentKind
from mentoring.staff.experience import MONTHS_IN_YEAR, experience_on
from mentoring.staff.models import Employment, EmploymentQuerySet
from mentoring.staff.selectors.card import category_titles

UNKNOWN_BAND: Final = "unknown"
BANDS: Final[dict[str, tuple[str, int, int]]] = {
    "under3": ("до 3 лет", 0, 3 * MONTHS_IN_YEAR),
    "from3": ("от 3 до 10 лет", 3 * MONTHS_IN_YEAR, 10 * MONTHS_IN_YEAR),
    "from10": ("от 10 до 20 лет", 10 * MONTHS_IN_YEAR, 20 * MONTHS_IN_YEAR),
    "from20": ("20 лет и больше", 20 * MONTHS_IN_YEAR, 100 * MONTHS_IN_YEAR),
}
NOT_TOLD_SIGN = "—"
NOT_TOLD = 10_000  # months: people whose experience is not told stand last


class Show(TextChoices):
    """Which part of the list."""

    WORKING = "", "работают сейчас"
    SECONDARY = "secondary", "совместители"
    GONE = "gone", "нет в загруженном списке"
    DISMISSED = "dismissed", "уволены"
    ALL = "all", "все, кто есть и был"


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffQuery:
    """What a person looks for in the list."""

    organization_id: int | None = None
    words: str = ""
    position: str = ""
    category: str = ""
    band: str = ""
    show: str = Show.WORKING
    sort: str = ""


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One line of the list."""

    employment: Employment
    months: int | None
    experience: str
    category: str
    is_secondary: bool
    is_dismissed: bool


def staff_ids(actor: Actor, query: StaffQuery, *, today: date) -> list[int]:
    """Keys of the employments that fit, in the wanted order; the same number of queries for any number of people."""
    found = _listed(actor, query, today).select_related("person").prefetch_related("breaks")
    rows = [(employment, experience_on(employment, today).known_teaching) for employment in found]
    if query.band:
        rows = [row for row in rows if _in_band(row[1], query.band)]
    rows.sort(key=lambda row: (row[0].person.search, row[0].pk))
    name = query.sort.removeprefix("-")
    if name in ORDERS:
        rows.sort(key=lambda row: ORDERS[name](row[0], row[1]), reverse=query.sort.startswith("-"))
    return [employment.pk for employment, _ in rows]


def staff_rows(actor: Actor, ids: Sequence[int], *, today: date) -> list[StaffRow]:
    """Lines of these employments in the given order."""
    visible = Employment.objects.visible_to(actor).filter(pk__in=ids)
    found = {employment.pk: employment for employment in visible.with_person().prefetch_related("breaks")}
    titles = category_titles()
    return [_row(found[pk], titles, today) for pk in ids if pk in found]


def positions_listed(actor: Actor, query: StaffQuery, *, today: date) -> list[str]:
    """Titles of positions that occur in this part of the list, for the condition; each once, however it is written."""
    return sorted({spellings[0] for spellings in _spellings(actor, query, today).values()}, key=search_text)


def _spellings(actor: Actor, query: StaffQuery, today: date) -> dict[str, list[str]]:
    """Titles in this part of the list by what they say: «Воспитатель» and «воспитатель» are one position."""
    part = StaffQuery(organization_id=query.organization_id, show=query.show)
    found: dict[str, list[str]] = {}
    titles = _listed(actor, part, today).values_list("position_title", flat=True).distinct()
    for title in sorted(set(titles), key=str.swapcase):  # a small letter stands first: so it is written in the law
        found.setdefault(search_text(title), []).append(title)
    return found


def _listed(actor: Actor, query: StaffQuery, today: date) -> EmploymentQuerySet:
    """Employments of organisations whose list the actor may open, by all conditions but the band."""
    organization_ids = actor.organizations_as(*LIST_ROLES)
    if query.organization_id is not None:
        organization_ids &= {query.organization_id}
    found = Employment.objects.filter(_shown(query.show, today), organization_id__in=organization_ids)
    for word in search_text(query.words).split():
        found = found.filter(person__search__contains=word)
    if query.position:
        same = _spellings(actor, query, today).get(search_text(query.position), [query.position])
        found = found.filter(position_title__in=same)
    if query.category:
        found = found.filter(category="" if query.category == UNKNOWN_BAND else query.category)
    return found


def _shown(show: str, today: date) -> Q:
    working = Q(dismissed_on=None) | Q(dismissed_on__gte=today)
    rules: dict[str, Q] = {
        Show.ALL: Q(),
        Show.DISMISSED: Q(dismissed_on__lt=today),
        Show.GONE: working & Q(gone_since__isnull=False),
        Show.SECONDARY: working & Q(kind=EmploymentKind.SECONDARY),
    }
    return rules.get(show, working)


def _row(employment: Employment, titles: dict[str, str], today: date) -> StaffRow:
    months = experience_on(employment, today).known_teaching
    return StaffRow(
        employment=employment,
        months=months,
        experience=NOT_TOLD_SIGN if months is None else experience(months),
        category=titles.get(employment.category, NOT_TOLD_SIGN),
        is_secondary=employment.kind == EmploymentKind.SECONDARY,
        is_dismissed=employment.dismissed_on is not None and employment.dismissed_on < today,
    )


def _in_band(months: int | None, band: str) -> bool:
    if months is None or band not in BANDS:
        return months is None and band == UNKNOWN_BAND
    _, lowest, beyond = BANDS[band]
    return lowest <= months < beyond


ORDERS: Final[dict[str, Callable[[Employment, int | None], tuple[object, ...]]]] = {
    "name": lambda employment, months: (employment.person.search,),
    "position": lambda employment, months: (search_text(employment.position_title),),
    "category": lambda employment, months: (employment.category,),
    "hired": lambda employment, months: (employment.hired_on or date.max,),
    "experience": lambda employment, months: (NOT_TOLD if months is None else months,),
}

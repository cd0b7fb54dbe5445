"""Register, rename, change, merge and close organisations; nothing is overwritten."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db.models import F

from mentoring.audit.journal import record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.background import run_later
from mentoring.core.command import command
from mentoring.core.errors import Refusal, Stale, WrongState
from mentoring.core.wording import clean_spaces, search_text
from mentoring.organizations import access
from mentoring.organizations.models import Organization, OrganizationName, Territory
from mentoring.organizations.registries import closings

STALE = "Пока вы правили, реквизиты изменил кто-то другой. Сравните оба варианта и сохраните ещё раз."


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The full and the short name as the charter gives them."""

    full_name: str
    short_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrganization:
    """What the register asks of a new organisation."""

    names: Names
    type: str
    territory: Territory
    code: str
    place: str = ""
    head_title: str = ""
    week_days: int = 5
    opened_on: date | None = None


@command
def register_organization(*, given: NewOrganization, today: date, by: Actor) -> Organization:
    """Put an organisation into the register with its first name."""
    require(access.can_register(by, given.territory))
    if Organization.objects.filter(code=given.code).exists():
        raise Refusal("Организация с таким кодом уже есть. Придумайте другой код.")
    organization = Organization.objects.create(
        code=given.code,
        territory=given.territory,
        type=given.type,
        full_name=given.names.full_name,
        short_name=given.names.short_name,
        place=given.place,
        head_title=_inside(given.head_title),
        week_days=given.week_days,
        opened_on=given.opened_on,
        search=_search_of(given.names, given.code),
    )
    _write_name(organization, given.names, since=given.opened_on or today, basis="")
    record("organizations.organization.registered", subject=organization, by=by, organization_id=organization.pk)
    return organization


@command
def rename_organization(
    *, organization: Organization, names: Names, since: date, basis: str, today: date, by: Actor
) -> Organization:
    """Write a name that holds from a day on; a name of the future comes into use by itself on that day."""
    organization = _locked(organization)
    require(access.can_edit(by, organization))
    if organization.names.filter(valid_from=since).exists():
        raise Refusal("На эту дату наименование уже записано. Выберите другую дату.")
    if not organization.names.exists():
        first = Names(full_name=organization.full_name, short_name=organization.short_name)
        _write_name(organization, first, since=min(organization.opened_on or date(1900, 1, 1), since), basis="")
    _write_name(organization, names, since=since, basis=basis)
    _use_name_of(organization, today)
    if since > today:
        midnight = datetime.combine(since, time(0, 1), ZoneInfo(organization.territory.time_zone))
        run_later("organizations.use_names", not_before=midnight, organization_id=organization.pk)
    record(
        "organizations.organization.renamed",
        subject=organization,
        by=by,
        organization_id=organization.pk,
        fields=["full_name", "short_name"],
    )
    return organization


@command
def use_names_of_today(*, organization: Organization, today: date, by: Actor) -> None:
    """Bring the name that holds today into use; done twice it changes nothing."""
    _use_name_of(_locked(organization), today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What papers and terms ask of an organisation besides its names."""

    place: str
    head_title: str
    week_days: int


@command
def change_settings(*, organization: Organization, settings: Settings, version: int, by: Actor) -> Organization:
    """Change where papers are made out, how the head is called, how many days the week has. Raises Stale."""
    organization = _locked(organization)
    require(access.can_edit(by, organization))
    if organization.version != version:
        raise Stale(STALE)
    _change(organization, asdict(settings) | {"head_title": _inside(settings.head_title)}, by)
    return organization


@command
def call_head(*, organization: Organization, title: str, by: Actor) -> Organization:
    """Write how papers call the head: «заведующий», «и. о. директора»."""
    organization = _locked(organization)
    require(access.can_edit(by, organization))
    _change(organization, {"head_title": _inside(title)}, by)
    return organization


@command
def close_organization(*, organization: Organization, closed_on: date, by: Actor) -> Organization:
    """Close from a day on; every domain ends what must end, everything stays as history."""
    organization = _locked(organization)
    require(access.can_register(by, organization.territory))
    _close(organization, closed_on, by)
    record("organizations.organization.closed", subject=organization, by=by, organization_id=organization.pk)
    return organization


@command
def merge_organization(*, organization: Organization, into: Organization, closed_on: date, by: Actor) -> Organization:
    """Join an organisation to another: it closes and points to its successor; people and papers stay where they are."""
    organization, successor = _locked(organization), _locked(into)
    require(access.can_register(by, organization.territory))
    require(access.can_register(by, successor.territory))
    if successor.pk == organization.pk:
        raise Refusal("Организацию нельзя присоединить к самой себе. Выберите другую.")
    if successor.closed_on is not None:
        raise Refusal("Присоединить можно только к действующей организации. Выберите другую.")
    organization.merged_into = successor
    _close(organization, closed_on, by)
    record("organizations.organization.merged", subject=organization, by=by, organization_id=organization.pk)
    return organization


def _close(organization: Organization, closed_on: date, by: Actor) -> None:
    if organization.closed_on is not None:
        raise WrongState("Организация уже закрыта. Обновите страницу, чтобы увидеть дату.")
    for closing in closings.values():
        if closing.apply is not None:
            closing.apply(organization, closed_on, by)
    organization.closed_on = closed_on
    organization.version += 1
    organization.save(update_fields=["closed_on", "merged_into", "version"])


def _change(organization: Organization, given: Mapping[str, object], by: Actor) -> None:
    changed = [field for field, value in given.items() if getattr(organization, field) != value]
    if not changed:
        return
    for field in changed:
        setattr(organization, field, given[field])
    organization.version += 1
    organization.save(update_fields=[*changed, "version"])
    record(
        "organizations.organization.changed",
        subject=organization,
        by=by,
        organization_id=organization.pk,
        fields=changed,
    )


def _inside(title: str) -> str:
    """The title as it stands inside a sentence."""
    neat = clean_spaces(title)
    if neat[1:2].islower() or neat[:2] == "И.":
        neat = neat[:1].lower() + neat[1:]
    return neat


def _locked(organization: Organization) -> Organization:
    rows = Organization.objects.select_for_update(of=("self",)).select_related("territory")
    return rows.get(pk=organization.pk)


def _write_name(organization: Organization, names: Names, *, since: date, basis: str) -> None:
    OrganizationName.objects.create(
        organization=organization,
        full_name=names.full_name,
        short_name=names.short_name,
        valid_from=since,
        basis=basis,
    )


def _use_name_of(organization: Organization, today: date) -> None:
    """Copy the name that holds on the day onto the organisation."""
    name = organization.names.filter(valid_from__lte=today).order_by("-valid_from").first()
    if name is None or (organization.full_name, organization.short_name) == (name.full_name, name.short_name):
        return
    organization.full_name, organization.short_name = name.full_name, name.short_name
    Organization.objects.filter(pk=organization.pk).update(
        full_name=name.full_name,
        short_name=name.short_name,
        search=_search_of(Names(full_name=name.full_name, short_name=name.short_name), organization.code),
        version=F("version") + 1,
    )


def _search_of(names: Names, code: str) -> str:
    """By what the register finds and sorts: the short name first."""
    return search_text(names.short_name, names.full_name, code)

"""Add and change territories."""

import zoneinfo

from mentoring.audit.journal import record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal
from mentoring.organizations import access
from mentoring.organizations.choices import Level
from mentoring.organizations.models import Territory

BELOW = {Level.FEDERATION: Level.REGION, Level.REGION: Level.MUNICIPALITY}


@command
def add_territory(*, name: str, level: str, parent: Territory | None, time_zone: str, by: Actor) -> Territory:
    """Add a territory under its parent; only the system itself adds the topmost one."""
    require(access.can_register(by, parent))
    _require_zone(time_zone)
    if parent is None and not by.system:
        raise Refusal("Выберите территорию, в которую входит новая.")
    if parent is not None and BELOW.get(Level(parent.level)) != level:
        raise Refusal(
            "Регион входит в страну, муниципалитет — в регион. Выберите другой уровень или другую территорию."
        )
    territory = Territory.objects.create(name=name, level=level, parent=parent, time_zone=time_zone)
    territory.path = f"{parent.path if parent else '/'}{territory.pk}/"
    territory.save(update_fields=["path"])
    record("organizations.territory.added", subject=territory, by=by)
    return territory


@command
def change_territory(*, territory: Territory, name: str, time_zone: str, by: Actor) -> Territory:
    """Correct the name or the time zone."""
    territory = Territory.objects.select_for_update().get(pk=territory.pk)
    require(access.can_register(by, territory))
    _require_zone(time_zone)
    changed = [
        field for field, value in (("name", name), ("time_zone", time_zone)) if getattr(territory, field) != value
    ]
    territory.name, territory.time_zone = name, time_zone
    territory.save(update_fields=["name", "time_zone"])
    record("organizations.territory.changed", subject=territory, by=by, fields=changed)
    return territory


def _require_zone(time_zone: str) -> None:
    if time_zone not in zoneinfo.available_timezones():
        raise Refusal("Такого часового пояса нет. Выберите пояс из списка.")

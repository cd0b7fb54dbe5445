"""Made-up territories and organisations for tests."""

import itertools

from mentoring.core.wording import search_text
from mentoring.organizations.choices import Level, OrganizationType
from mentoring.organizations.models import Organization, Territory

_numbers = itertools.count(1)


def make_territory(*, parent: Territory | None = None, level: str = Level.MUNICIPALITY, name: str = "") -> Territory:
    """A territory with its path."""
    territory = Territory.objects.create(parent=parent, level=level, name=name or f"Город {next(_numbers)}")
    territory.path = f"{parent.path if parent else '/'}{territory.pk}/"
    territory.save(update_fields=["path"])
    return territory


def make_organization(
    *, territory: Territory | None = None, type: str = OrganizationType.SCHOOL, **values: object
) -> Organization:
    """An open organisation; a school unless another type is given."""
    number = next(_numbers)
    given: dict[str, object] = {
        "code": f"org-{number}",
        "full_name": f"Муниципальное бюджетное общеобразовательное учреждение «Школа № {number}»",
        "short_name": f"МБОУ «Школа № {number}»",
        "place": "г. Барнаул",
    }
    given |= values
    given.setdefault("search", search_text(str(given["short_name"]), str(given["full_name"]), str(given["code"])))
    return Organization.objects.create(territory=territory or make_territory(), type=type, **given)

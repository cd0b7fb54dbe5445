"""Items of the menu: the path for who leads, signatures for the clerk, programmes for everyone who has any."""

from mentoring.accounts.choices import Role
from mentoring.core.actor import Actor
from mentoring.programs import access
from mentoring.programs.models import Program
from mentoring.programs.selectors.path import BEFORE_ORDER
from mentoring.ui.menu import MenuItem


def leads(actor: Actor) -> bool:
    """The head and the curator."""
    return actor.has_role(*access.LEADERS)


def only_marks(actor: Actor) -> bool:
    """The clerk who leads nothing: signatures on paper are hers."""
    return actor.has_role(Role.CLERK) and not leads(actor)


def has_person(actor: Actor) -> bool:
    """Everybody who works; the list holds what one may see."""
    return actor.person_id is not None


def before_order_count(actor: Actor) -> int | None:
    """How many pairs of the organisations one leads are on their way to an order."""
    ids = actor.organizations_as(*access.LEADERS)
    return Program.objects.filter(organization_id__in=ids, state__in=BEFORE_ORDER).count() or None


ITEMS = {
    "programs.path": MenuItem(
        title="Путь к приказу", short="К приказу", url_name="programs:path", icon="route", order=35, is_shown=leads,
        count=before_order_count,
    ),
    "programs.signing": MenuItem(
        title="Подписи", url_name="programs:signing", icon="pen-line", order=35, is_shown=only_marks
    ),
    "programs.list": MenuItem(
        title="Программы", url_name="programs:program_list", icon="notebook-pen", order=55, is_shown=has_person
    ),
}  # fmt: skip

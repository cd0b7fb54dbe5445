"""Background work of the staff: plan a loaded list, delete its file, forget old lists."""

from datetime import timedelta

from mentoring.core import clock
from mentoring.core.actor import system_actor
from mentoring.core.background import task
from mentoring.core.errors import WrongState
from mentoring.staff import storage
from mentoring.staff.actions import forget_old_lists, plan_list
from mentoring.staff.choices import ImportState
from mentoring.staff.models import StaffImport

KEEP_LISTS = timedelta(days=90)
WORKER = system_actor("staff")


@task("staff.plan_import")
def plan_import(import_id: int) -> None:
    """Plan a list unless its page has done so already."""
    waiting = StaffImport.objects.filter(pk=import_id, state=ImportState.QUEUED)
    loaded = waiting.select_related("organization__territory").first()
    if loaded is None:
        return
    try:
        plan_list(loaded=loaded, by=WORKER)
    except WrongState:
        return  # the person has given the list up meanwhile


@task("staff.remove_file")
def remove_file(name: str) -> None:
    """Delete the file of a list that is not needed any more."""
    storage.remove(name)


@task("staff.sweep")
def sweep() -> None:
    """Forget lists older than their retention: file, plan, what they did."""
    forget_old_lists(before=clock.now() - KEEP_LISTS, by=WORKER)

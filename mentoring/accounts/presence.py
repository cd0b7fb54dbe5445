"""How long a session lives: half an hour without a click for staff, twelve hours at most for everybody."""

from datetime import timedelta
from typing import Final

from django.http import HttpRequest

from mentoring.accounts.choices import OTHERS_DATA_ROLES
from mentoring.accounts.devices import device_name
from mentoring.accounts.models import UserSession
from mentoring.core import clock
from mentoring.core.actor import Actor

IDLE_LIMIT: Final = timedelta(minutes=30)
WHOLE_LIMIT: Final = timedelta(hours=12)
NOTE_EVERY: Final = timedelta(minutes=1)
STARTED, SEEN = "presence.started", "presence.seen"
IDLE, OLD = "idle", "old"


def end_if_over(request: HttpRequest, actor: Actor) -> str:
    """The reason why the session is over, or an empty string."""
    started, seen = request.session.get(STARTED), request.session.get(SEEN)
    moment = clock.now().timestamp()
    if started is not None and moment - started > WHOLE_LIMIT.total_seconds():
        return OLD
    is_staff = actor.has_role(*OTHERS_DATA_ROLES)
    if is_staff and seen is not None and moment - seen > IDLE_LIMIT.total_seconds():
        return IDLE
    return ""


def note_presence(request: HttpRequest, actor: Actor) -> None:
    """Note the click, once a minute at most; the first one puts the browser into the person's own list."""
    moment = clock.now()
    seen = request.session.get(SEEN)
    if actor.user_id is None:
        return
    if seen is not None and moment.timestamp() - seen < NOTE_EVERY.total_seconds():
        return
    request.session[SEEN] = moment.timestamp()
    request.session.setdefault(STARTED, moment.timestamp())
    UserSession.objects.update_or_create(
        session_key=request.session.session_key,
        defaults={"user_id": actor.user_id, "device": device_name(request), "seen_at": moment},
        create_defaults={
            "user_id": actor.user_id,
            "device": device_name(request),
            "seen_at": moment,
            "started_at": moment,
        },
    )

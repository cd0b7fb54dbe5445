"""«Сообщения»: what happened, unread first to the eye, one link to the thing to do."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from mentoring.accounts.middleware import ActorRequest, own_data_only
from mentoring.notifications.actions import mark_all_read, mark_read
from mentoring.notifications.models import Message
from mentoring.notifications.selectors import InboxFilter, inbox
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.shapes import Link

PAGE_ROWS = 30


@own_data_only
@require_safe
def message_list(request: ActorRequest) -> HttpResponse:
    """The inbox of the actor."""
    narrowed = InboxFilter(words=request.GET.get("q", ""), only_unread=request.GET.get("show") == "unread")
    page = Paginator(inbox(request.actor, narrowed), PAGE_ROWS).get_page(request.GET.get("page"))
    unread = Message.objects.visible_to(request.actor).unread().count()
    context = {
        "page": page,
        "narrowed": narrowed,
        "unread": unread,
        "tabs": [
            Link(title="Все", url="?", current=not narrowed.only_unread),
            Link(title="Непрочитанные", url="?show=unread", count=unread, current=narrowed.only_unread),
        ],
    }
    return render_page(request, "notifications/message_list.html", context)


@own_data_only
@require_POST
def open_message(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Mark as read and go to the thing."""
    message = get_object_or_404(Message.objects.visible_to(request.actor), public_id=public_id)
    mark_read(message=message, by=request.actor.with_token(""))
    is_ours = url_has_allowed_host_and_scheme(message.url, None)
    return redirect(message.url if message.url and is_ours else "notifications:message_list")


@own_data_only
@require_POST
def read_all(request: ActorRequest) -> HttpResponse:
    """Mark everything as read."""
    mark_all_read(by=request.actor)
    tell(request, "Все сообщения прочитаны.")
    return redirect("notifications:message_list")

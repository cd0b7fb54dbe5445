"""«Доступ сотрудников»: who enters, printed slips with one-time codes, closing and opening the entry."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from mentoring.accounts import access
from mentoring.accounts.actions import (
    Issued,
    block_user,
    cancel_codes,
    forget_second_factor,
    invite_many,
    note_export,
    unblock_user,
)
from mentoring.accounts.exports import access_workbook
from mentoring.accounts.factors import factors_of
from mentoring.accounts.forms.lists import AccessConditions, conditions
from mentoring.accounts.middleware import ActorRequest
from mentoring.accounts.models import User
from mentoring.accounts.selectors import (
    AccessFilter,
    access_row,
    access_rows,
    people_kept,
    people_with_places,
    standing_of,
)
from mentoring.accounts.views.who import me
from mentoring.audit.selectors import story
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.ui.downloads import dated_name, download
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.qr import qr_svg
from mentoring.ui.shapes import Link
from mentoring.ui.words import day

PAGE_ROWS = 50
MOST_EXPORTED = 500
SORTS = {
    "name": ("search", "pk"),
    "-name": ("-search", "pk"),
    "seen": ("user__last_login", "pk"),
    "-seen": ("-user__last_login", "pk"),
}


@require_safe
def people_list(request: ActorRequest) -> HttpResponse:
    """People whose access the actor keeps."""
    require(access.can_keep_access(request.actor))
    form = AccessConditions(request.GET)
    narrowed = _narrowed(form)
    today = clock.today()
    people = people_kept(request.actor, narrowed, today=today).order_by(
        *SORTS.get(request.GET.get("sort", ""), SORTS["name"])
    )
    page = Paginator(people, PAGE_ROWS).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": access_rows(list(page), actor=request.actor, today=today),
        "form": form,
        "narrowed": narrowed,
        "is_narrowed": narrowed != AccessFilter(),
    }
    return render_page(request, "accounts/people_list.html", context)


@require_safe
def people_export(request: ActorRequest) -> HttpResponse:
    """The same list as a spreadsheet, five hundred rows at most."""
    require(access.can_keep_access(request.actor))
    today = clock.today()
    people = people_kept(request.actor, _narrowed(AccessConditions(request.GET)), today=today).order_by("search", "pk")
    rows = access_rows(list(people[:MOST_EXPORTED]), actor=request.actor, today=today)
    note_export(user=me(request), event="accounts.access.exported", by=request.actor)
    return download(access_workbook(rows), name=dated_name("Доступ сотрудников", today))


@never_cache
@require_POST
def slips(request: ActorRequest) -> HttpResponse:
    """Issue codes for the chosen people and show their slips, once, ready to be printed."""
    require(access.can_keep_access(request.actor))
    chosen = request.POST.getlist("people")
    invited = people_with_places(request.actor, chosen, today=clock.today())
    if not invited:
        tell(request, "Никто не выбран. Отметьте людей в списке и нажмите ещё раз.", tone="now")
        return redirect("accounts:people_list")
    issued = invite_many(invited=invited, by=request.actor)
    places = [place for _, place in invited]
    context = {"slips": [_slip(*pair) for pair in zip(issued, places, strict=True)], "trail": _trail()}
    return render_page(request, "accounts/slips.html", context)


@require_safe
def person_access(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """One person's entry: state, roles, second factor, what may be done."""
    person, place = _person(request, public_id)
    row = access_row(person, actor=request.actor, today=place.today())
    standing = standing_of(person, day=place.today())
    context = {
        "row": row,
        "place": place,
        "factors": factors_of(row.user) if row.user else None,
        "may_issue": access.can_issue_code(request.actor, standing),
        "may_keep": access.can_keep_account(request.actor, standing),
        "is_me": request.actor.is_person(person.pk),
        "history": story(row.user) if row.user else [],
        "trail": _trail(),
    }
    return render_page(request, "accounts/person_access.html", context)


@require_POST
def block(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Close the entry."""
    user, place = _user(request, public_id)
    block_user(user=user, organization=place, by=request.actor)
    tell(request, "Вход закрыт. На всех устройствах он уже закончен.", tone="now")
    return redirect("accounts:person_access", public_id)


@require_POST
def unblock(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Open the entry again."""
    user, place = _user(request, public_id)
    unblock_user(user=user, organization=place, by=request.actor)
    tell(request, "Вход снова открыт, пароль прежний.")
    return redirect("accounts:person_access", public_id)


@require_POST
def cancel(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Make a lost slip useless."""
    user, place = _user(request, public_id)
    cancel_codes(user=user, organization=place, by=request.actor)
    tell(request, "Код отменён: потерянный листок никого не впустит.")
    return redirect("accounts:person_access", public_id)


@require_POST
def forget_factor(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Forget a lost second factor."""
    user, place = _user(request, public_id)
    forget_second_factor(user=user, organization=place, by=request.actor)
    tell(request, "Второй фактор сброшен. При следующем входе человек настроит его заново.", tone="now")
    return redirect("accounts:person_access", public_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What stands on one printed slip."""

    organization: str
    name: str
    login: str
    code: str
    url: str
    expires: str
    qr: SafeString


def _slip(issued: Issued, place: Organization) -> Slip:
    base = settings.PUBLIC_BASE_URL
    return Slip(
        organization=place.short_name,
        name=str(issued.user.person),
        login="" if issued.invitation.is_first_entry else issued.user.username,
        code=issued.code,
        url=(base + reverse("accounts:code_entry")).partition("://")[2],
        expires=day(issued.invitation.expires_at),
        qr=qr_svg(base + reverse("accounts:code_link", args=[issued.code])),
    )


def _person(request: ActorRequest, public_id: UUID) -> tuple[Person, Organization]:
    """A person whose access the actor keeps, with the organisation that gives the right; 404 otherwise."""
    found = people_with_places(request.actor, [str(public_id)], today=clock.today())
    if not found:
        raise Http404
    return found[0]


def _user(request: ActorRequest, public_id: UUID) -> tuple[User, Organization]:
    person, place = _person(request, public_id)
    user: User | None = getattr(person, "user", None)
    if user is None:
        raise Http404
    return user, place


def _narrowed(form: AccessConditions) -> AccessFilter:
    values = conditions(form)
    return AccessFilter(words=values["q"], state=values["state"])


def _trail() -> list[Link]:
    return [Link(title="Доступ сотрудников", url=reverse("accounts:people_list"))]

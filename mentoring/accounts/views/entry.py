"""Entering by a one-time code: typed from a slip or opened as a link; asking for a new password."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.accounts import throttle
from mentoring.accounts.actions import ask_reset, use_code
from mentoring.accounts.addresses import client_address
from mentoring.accounts.forms.entry import CodeForm, FirstEntryForm, ForgottenForm, NewPasswordForm
from mentoring.accounts.logins import normalize_login
from mentoring.accounts.middleware import ActorRequest
from mentoring.accounts.models import Invitation
from mentoring.accounts.selectors import (
    CodeState,
    actor_for,
    entering_by,
    invitation_by_code,
    organization_words,
    state_of_code,
)
from mentoring.accounts.signin import sign_in
from mentoring.core.errors import Refusal
from mentoring.core.mail import is_mail_configured
from mentoring.ui.pages import render_page

KEY = "entry.invitation"
TOO_MANY = "Слишком много попыток. Подождите пять минут и введите код ещё раз."
UNKNOWN = "Такого кода нет. Проверьте знаки на листке: в коде нет нуля, единицы, букв I, L, O и U."


@dataclass(frozen=True, slots=True)
class Gone:
    """Why a code does nothing any more, and what to do."""

    title: str
    text: str


GONE = {
    CodeState.USED: Gone(
        "Этот код уже использован",
        "Каждый код работает один раз. Если входили вы, войдите по паролю. Если не вы, сразу скажите куратору: "
        "он закроет вход и выдаст новый код.",
    ),
    CodeState.EXPIRED: Gone("Срок этого кода прошёл", "Попросите новый листок у куратора, кадровика или руководителя."),
    CodeState.CANCELLED: Gone(
        "Этот код отменён", "Обычно это значит, что вам выдали новый. Возьмите последний листок или попросите другой."
    ),
}


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def code_entry(request: ActorRequest) -> HttpResponse:
    """Type the code from a slip."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        problem = _take(request, form.cleaned_data["code"])
        if not problem:
            return redirect("accounts:choose")
        form.add_error("code", problem)
    return render_page(request, "accounts/code_entry.html", {"form": form}, status=422 if form.errors else 200)


@login_not_required
@never_cache
@require_safe
def code_link(request: ActorRequest, code: str) -> HttpResponse:
    """Open the link or the QR of a code; the code itself leaves the address at once."""
    problem = _take(request, code)
    if not problem:
        response: HttpResponse = redirect("accounts:choose")
    else:
        form = CodeForm({"code": code})
        form.is_valid()
        form.add_error("code", problem)
        response = render_page(request, "accounts/code_entry.html", {"form": form}, status=422)
    response["Referrer-Policy"] = "no-referrer"
    return response


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def choose(request: ActorRequest) -> HttpResponse:
    """See who one is here, choose a login name and a password, and enter."""
    invitation = entering_by(request.session.get(KEY))
    if invitation is None:
        return redirect("accounts:code_entry")
    state = state_of_code(invitation)
    if state is not CodeState.GOOD:
        return render_page(request, "accounts/code_gone.html", {"gone": GONE[state]}, status=410)
    if request.actor.user_id not in (None, invitation.user_id):
        return render_page(request, "accounts/code_other.html", {"invitation": invitation}, status=409)
    form = _form(request, invitation)
    if request.method == "POST" and form.is_valid():
        try:
            return _enter(request, invitation, form.cleaned_data)
        except Refusal as refusal:
            form.add_error("username" if "username" in form.fields else None, refusal.message)
    person = invitation.user.person
    context = {"form": form, "invitation": invitation, "person": person, "places": organization_words(person)}
    return render_page(request, "accounts/choose.html", context, status=422 if form.errors else 200)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def forgotten(request: ActorRequest) -> HttpResponse:
    """Ask for a link by mail; the answer is the same whoever is asked about."""
    form = ForgottenForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and is_mail_configured():
        words = normalize_login(form.cleaned_data["words"])
        allowed = throttle.take(throttle.RESET_NETWORK, throttle.network_of(request))
        if allowed and throttle.take(throttle.RESET_ACCOUNT, words):
            ask_reset(words=words, by=request.actor)
        return render_page(request, "accounts/forgotten_sent.html")
    context = {"form": form, "has_mail": is_mail_configured()}
    return render_page(request, "accounts/forgotten.html", context, status=422 if form.errors else 200)


def _take(request: HttpRequest, code: str) -> str:
    """Keep the code's number in the session; the words of the problem when it cannot be."""
    slots = throttle.take_all(
        (throttle.CODE_ADDRESS, client_address(request)),
        (throttle.CODE_NETWORK, throttle.network_of(request)),
        (throttle.CODE_SITE, ""),
    )
    if slots is None:
        return TOO_MANY
    invitation = invitation_by_code(code)
    if invitation is None:
        return UNKNOWN
    for slot in slots:
        throttle.give_back(slot)
    request.session[KEY] = invitation.pk
    return ""


def _form(request: HttpRequest, invitation: Invitation) -> NewPasswordForm:
    values = request.POST if request.method == "POST" else None
    if invitation.is_first_entry:
        return FirstEntryForm(values, user=invitation.user, initial={"username": invitation.user.username})
    return NewPasswordForm(values, user=invitation.user)


def _enter(request: ActorRequest, invitation: Invitation, values: dict[str, str]) -> HttpResponse:
    user = use_code(
        invitation=invitation,
        username=values.get("username", ""),
        password_hash=make_password(values["password"]),
        by=actor_for(invitation.user),
    )
    request.session.pop(KEY, None)
    return sign_in(request, user, method="code")

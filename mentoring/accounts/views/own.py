"""«Мой доступ»: login name, address, password, browsers, posts; the look of pages."""

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.hashers import make_password
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.accounts import throttle
from mentoring.accounts.actions import change_email, change_login, change_password, close_other_sessions, set_display
from mentoring.accounts.factors import factors_of
from mentoring.accounts.forms.own import ChangePasswordForm, EmailForm, LoginNameForm
from mentoring.accounts.middleware import ActorRequest, own_data_only
from mentoring.accounts.models import User
from mentoring.accounts.selectors import own_posts, own_sessions
from mentoring.accounts.views.who import me
from mentoring.core import clock
from mentoring.core.errors import Refusal
from mentoring.ui.display import Display
from mentoring.ui.messages import tell
from mentoring.ui.pages import address_here, render_page
from mentoring.ui.shapes import Link

PAUSE = "Слишком много попыток. Подождите 15 минут и введите пароль ещё раз."
WRONG = "Нынешний пароль не подходит. Проверьте раскладку и Caps Lock и введите ещё раз."


def _trail() -> list[Link]:
    return [Link(title="Мой доступ", url="/access/")]


@own_data_only
@require_safe
def profile(request: ActorRequest) -> HttpResponse:
    """Everything about the person's own entry."""
    user = me(request)
    today = clock.today()
    context = {
        "account": user,
        "factors": factors_of(user),
        "posts": [(post, post.is_held_on(today)) for post in own_posts(request.actor, today=today)],
        "sessions": own_sessions(request.actor),
        "here": request.session.session_key,
    }
    return render_page(request, "accounts/profile.html", context)


@own_data_only
@require_http_methods(["GET", "POST"])
def login_name(request: ActorRequest) -> HttpResponse:
    """Choose another login name."""
    user = me(request)
    form = LoginNameForm(request.POST or None, initial={"username": user.username})
    if request.method == "POST" and form.is_valid():
        try:
            change_login(user=user, username=form.cleaned_data["username"], by=request.actor)
        except Refusal as refusal:
            form.add_error("username", refusal.message)
        else:
            tell(request, "Имя для входа изменено. Теперь входите с ним.")
            return redirect("accounts:profile")
    context = {"form": form, "trail": _trail()}
    return render_page(request, "accounts/login_name.html", context, status=422 if form.errors else 200)


@own_data_only
@require_http_methods(["GET", "POST"])
def email(request: ActorRequest) -> HttpResponse:
    """Write down or change the own address."""
    user = me(request)
    form = EmailForm(request.POST or None, initial={"email": user.email})
    if request.method == "POST" and form.is_valid():
        change_email(user=user, email=form.cleaned_data["email"], by=request.actor)
        tell(request, "Адрес сохранён." if form.cleaned_data["email"] else "Адрес удалён: писем не будет.")
        return redirect("accounts:profile")
    context = {"form": form, "account": user, "trail": _trail()}
    return render_page(request, "accounts/email.html", context, status=422 if form.errors else 200)


@own_data_only
@require_http_methods(["GET", "POST"])
def password(request: ActorRequest) -> HttpResponse:
    """Set a new password; other browsers are signed out."""
    user = me(request)
    form = ChangePasswordForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid() and _is_present(user, form):
        hashed = make_password(form.cleaned_data["password"])
        key = request.session.session_key or ""
        changed = change_password(user=user, password_hash=hashed, keep_key=key, by=request.actor)
        update_session_auth_hash(request, changed)
        tell(request, "Пароль изменён. На других устройствах вход закончен.")
        return redirect("accounts:profile")
    context = {"form": form, "account": user, "trail": _trail()}
    return render_page(request, "accounts/password.html", context, status=422 if form.errors else 200)


@own_data_only
@require_POST
def close_sessions(request: ActorRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    key = request.session.session_key or ""
    closed = close_other_sessions(user=me(request), keep_key=key, by=request.actor)
    tell(request, "На других устройствах вход закончен." if closed else "Других устройств не было.")
    return redirect("accounts:profile")


@login_not_required
@require_POST
def display(request: ActorRequest) -> HttpResponse:
    """Change theme or the version for the visually impaired; remembered with the account and in the browser."""
    response = redirect(address_here(request, request.POST.get("next", "")) or "/")
    chosen = Display.read(request).changed_by(request.POST.dict())
    chosen.write(response)
    if isinstance(request.user, User):
        set_display(user=request.user, code=chosen.code, by=request.actor)
    return response


def _is_present(user: User, form: ChangePasswordForm) -> bool:
    """Check the present password; guessing it from a left browser is throttled like signing in."""
    slot = throttle.take_slot(throttle.ACCOUNT, f"{user.username}:change")
    if slot is None:
        form.add_error("present", PAUSE)
        return False
    if not user.check_password(form.cleaned_data["present"]):
        form.add_error("present", WRONG)
        return False
    throttle.give_back(slot)
    return True

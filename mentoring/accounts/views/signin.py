"""Signing in and out, and proving once more who one is: the library's views in our look."""

import json
from typing import Any

from allauth.account.views import AccountInactiveView, LoginView, LogoutView, ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as CodeAgainView
from allauth.mfa.webauthn.views import LoginWebAuthnView, ReauthenticateWebAuthnView
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse

from mentoring.accounts.forms.entry import LoginForm, ReauthenticateForm
from mentoring.accounts.forms.factors import AuthenticateForm, PasskeyAgainForm, PasskeySignInForm, PasskeyStepForm
from mentoring.accounts.forms.factors import ReauthenticateForm as CodeAgainForm
from mentoring.organizations.selectors import the_installation
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page

WHY = {
    "form": "Вход закончился, и форма не записана. Войдите ещё раз: вы вернётесь к ней, и она предложит вернуть текст.",
    "idle": "Вы не работали полчаса, и вход закончился сам. Войдите ещё раз: вы вернётесь на ту же страницу.",
    "old": "Прошло двенадцать часов, и вход закончился сам. Войдите ещё раз: вы вернётесь на ту же страницу.",
}


def are_passkeys_possible(request: HttpRequest) -> bool:
    """Browsers keep passkeys for names only, never for addresses of numbers."""
    return not request.get_host().partition(":")[0].replace(".", "").isdigit()


class WithPasskeyOptions:
    """Gives the template what the browser needs for a key, as JSON for a data- attribute."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the options."""
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]  # stands before library views
        options = context.get("js_data") or {}
        found = options.get("creation_options") or options.get("request_options")
        is_useful = found and are_passkeys_possible(self.request)  # type: ignore[attr-defined]  # a view has a request
        return context | {"passkey_options": json.dumps(found) if is_useful else ""}


class SignIn(LoginView):  # type: ignore[misc]  # the library has no types
    """The page of signing in."""

    form_class = LoginForm
    template_name = "accounts/signin/login.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Tell why the session ended and whether this is a demo."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        installation = the_installation()
        return context | {
            "why": WHY.get(self.request.GET.get("why", "")),
            "is_demo": installation is not None and installation.is_demo,
            "is_created": installation is not None,
            "are_passkeys_possible": are_passkeys_possible(self.request),
        }

    def form_invalid(self, form: LoginForm) -> HttpResponse:
        """Keep the login name; the answer is the same for known and unknown ones."""
        response: HttpResponse = super().form_invalid(form)
        response.status_code = 422
        return response


class SignOut(LogoutView):  # type: ignore[misc]  # the library has no types
    """Signing out clears what the browser keeps of these pages."""

    template_name = "accounts/signin/logout.html"

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """End the session."""
        response: HttpResponse = super().post(*args, **kwargs)
        response["Clear-Site-Data"] = '"cache", "storage"'
        return response


class Closed(AccountInactiveView):  # type: ignore[misc]  # the library has no types
    """The entry of this person is closed."""

    template_name = "accounts/signin/closed.html"


class PasskeySignIn(LoginWebAuthnView):  # type: ignore[misc]  # the library has no types
    """Signing in by a key alone."""

    form_class = PasskeySignInForm

    def form_invalid(self, form: Any) -> HttpResponse:
        """Back to the page of signing in with the reason."""
        tell(self.request, "Ключ не подошёл. Войдите по паролю или попробуйте другой ключ.", tone="late")
        response: HttpResponse = super().form_invalid(form)
        return response


class PasswordAgain(ReauthenticateView):  # type: ignore[misc]  # the library has no types
    """The password once more before a delicate change."""

    form_class = ReauthenticateForm
    template_name = "accounts/signin/again.html"


class SecondStep(WithPasskeyOptions, AuthenticateView):  # type: ignore[misc]  # the library has no types
    """The second step of signing in."""

    form_class = AuthenticateForm
    webauthn_form_class = PasskeyStepForm
    template_name = "accounts/signin/second_step.html"


class SecondStepAgain(CodeAgainView):  # type: ignore[misc]  # the library has no types
    """The second factor once more."""

    form_class = CodeAgainForm
    template_name = "accounts/signin/again_code.html"


class PasskeyAgain(WithPasskeyOptions, ReauthenticateWebAuthnView):  # type: ignore[misc]  # the library has no types
    """The key once more before a delicate change."""

    form_class = PasskeyAgainForm
    template_name = "accounts/signin/again_passkey.html"

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the page again with the reason."""
        tell(self.request, "Ключ не подошёл. Попробуйте ещё раз или введите пароль.", tone="late")
        return self.render_to_response(self.get_context_data(form=form))  # type: ignore[no-any-return]


login = SignIn.as_view()
logout = SignOut.as_view()
closed = Closed.as_view()
password_again = PasswordAgain.as_view()
second_step = SecondStep.as_view()
second_step_again = SecondStepAgain.as_view()
passkey_login = PasskeySignIn.as_view()
passkey_again = PasskeyAgain.as_view()


@login_not_required
def too_many(request: HttpRequest) -> HttpResponse:
    """429: too many requests of one kind from one place."""
    return render_page(request, "accounts/signin/too_many.html", status=429)

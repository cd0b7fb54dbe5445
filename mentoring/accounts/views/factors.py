"""The second factor: setting up an application or a key, recovery codes; every change is written into the journal."""

from typing import Any

from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from mentoring.accounts.actions import note_factor
from mentoring.accounts.factors import factors_of, forget_proof, latest_factor
from mentoring.accounts.forms.factors import ActivateAppForm, AddPasskeyForm
from mentoring.accounts.middleware import ActorRequest, own_data_only
from mentoring.accounts.views.signin import WithPasskeyOptions, are_passkeys_possible
from mentoring.accounts.views.who import me
from mentoring.ui.messages import tell
from mentoring.ui.pages import address_here, render_page
from mentoring.ui.shapes import Link

NEXT = "factor.next"


class AddApp(ActivateTOTPView):  # type: ignore[misc]  # the library has no types
    """Set up an application that gives codes; its QR is the only data: image of the site."""

    form_class = ActivateAppForm
    template_name = "accounts/signin/app_add.html"

    def form_valid(self, form: ActivateAppForm) -> HttpResponse:
        """Turn it on; the code just typed counts as the second factor of this session."""
        response: HttpResponse = super().form_valid(form)
        _added(self.request, Authenticator.Type.TOTP)
        return response

    def get_success_url(self) -> str:
        """Recovery codes first, then where the person was going."""
        return _after_adding(self.did_generate_recovery_codes)


class RemoveApp(DeactivateTOTPView):  # type: ignore[misc]  # the library has no types
    """Turn the application off."""

    template_name = "accounts/signin/app_remove.html"
    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form: Any) -> HttpResponse:
        """Remove it; without another factor the session has none any more."""
        response: HttpResponse = super().form_valid(form)
        _removed(self.request)
        return response


class AddPasskey(WithPasskeyOptions, AddWebAuthnView):  # type: ignore[misc]  # the library has no types
    """Add a key, a telephone or this computer."""

    form_class = AddPasskeyForm
    template_name = "accounts/signin/passkey_add.html"

    def form_valid(self, form: AddPasskeyForm) -> HttpResponse:
        """Store it; using it just now counts as the second factor of this session."""
        response: HttpResponse = super().form_valid(form)
        _added(self.request, Authenticator.Type.WEBAUTHN)
        return response

    def get_success_url(self) -> str:
        """Recovery codes first, then where the person was going."""
        return _after_adding(self.did_generate_recovery_codes)


class RemovePasskey(RemoveWebAuthnView):  # type: ignore[misc]  # the library has no types
    """Forget a key."""

    template_name = "accounts/signin/passkey_remove.html"
    success_url = reverse_lazy("mfa_index")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the name of the key."""
        return {**super().get_context_data(**kwargs), "passkey_name": self.object.wrap().name}

    def form_valid(self, form: Any) -> HttpResponse:
        """Remove it; without another factor the session has none any more."""
        response: HttpResponse = super().form_valid(form)
        _removed(self.request)
        return response


class NewCodes(GenerateRecoveryCodesView):  # type: ignore[misc]  # the library has no types
    """Make new recovery codes; the old ones stop working."""

    template_name = "accounts/signin/codes_new.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """Make them."""
        response: HttpResponse = super().form_valid(form)
        _note(self.request, "accounts.factor.codes_made")
        return response


class ShowCodes(ViewRecoveryCodesView):  # type: ignore[misc]  # the library has no types
    """Recovery codes, shown once, to be printed."""

    template_name = "accounts/signin/codes.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add where to go on and whose codes these are."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        wanted = self.request.session.pop(NEXT, "")
        return context | {"next_url": wanted or reverse("accounts:profile"), "account": self.request.user}


add_app = csp_update({"img-src": ["data:"]})(AddApp.as_view())
remove_app = RemoveApp.as_view()
add_passkey = AddPasskey.as_view()
remove_passkey = RemovePasskey.as_view()
new_codes = NewCodes.as_view()
show_codes = ShowCodes.as_view()


@own_data_only
@require_safe
def second_factor(request: ActorRequest) -> HttpResponse:
    """Why and how to set up the second factor; with `next` the person was on her way to other people's data."""
    if wanted := address_here(request, request.GET.get("next", "")):
        request.session[NEXT] = wanted
    factors = factors_of(me(request))
    if factors.is_on and not request.actor.second_factor and request.session.get(NEXT):
        return redirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': request.session.pop(NEXT)})}")
    context = {
        "factors": factors,
        "is_asked": bool(request.session.get(NEXT)) and not request.actor.second_factor,
        "next_url": request.session.get(NEXT, "") if request.actor.second_factor else "",
        "trail": [Link(title="Мой доступ", url=reverse("accounts:profile"))],
        "are_passkeys_possible": are_passkeys_possible(request),
    }
    return render_page(request, "accounts/second_factor.html", context)


def _added(request: HttpRequest, kind: str) -> None:
    post_authentication(request, latest_factor(me(request), kind))
    _note(request, "accounts.factor.added")
    tell(request, "Второй фактор включён.")


def _removed(request: HttpRequest) -> None:
    if not factors_of(me(request)).is_on:
        forget_proof(request)
    _note(request, "accounts.factor.removed")
    tell(request, "Второй фактор удалён.", tone="now")


def _note(request: HttpRequest, event: str) -> None:
    actor = request.actor  # type: ignore[attr-defined]  # set by ActorMiddleware
    note_factor(user=me(request), event=event, by=actor.with_token(""))


def _after_adding(has_new_codes: bool) -> str:
    return reverse("mfa_view_recovery_codes") if has_new_codes else reverse("mfa_index")

"""Addresses of signing in under the names by which the library finds them; pages not listed here do not exist."""

from django.urls import path
from django.views.generic import RedirectView

from mentoring.accounts.views import factors, signin

urlpatterns = [
    path("login/", signin.login, name="account_login"),
    path("login/closed/", signin.closed, name="account_inactive"),
    path("login/second/", signin.second_step, name="mfa_authenticate"),
    path("login/passkey/", signin.passkey_login, name="mfa_login_webauthn"),
    path("login/again/", signin.password_again, name="account_reauthenticate"),
    path("login/again/second/", signin.second_step_again, name="mfa_reauthenticate"),
    path("login/again/passkey/", signin.passkey_again, name="mfa_reauthenticate_webauthn"),
    path("logout/", signin.logout, name="account_logout"),
    path("access/second/list/", RedirectView.as_view(pattern_name="accounts:second_factor"), name="mfa_index"),
    path("access/second/app/", factors.add_app, name="mfa_activate_totp"),
    path("access/second/app/remove/", factors.remove_app, name="mfa_deactivate_totp"),
    path("access/second/keys/add/", factors.add_passkey, name="mfa_add_webauthn"),
    path("access/second/keys/<int:pk>/remove/", factors.remove_passkey, name="mfa_remove_webauthn"),
    path("access/second/codes/", factors.show_codes, name="mfa_view_recovery_codes"),
    path("access/second/codes/new/", factors.new_codes, name="mfa_generate_recovery_codes"),
]

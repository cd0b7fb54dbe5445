"""One-click sign-in of a demo; where the installation is no demo, there is no such page."""

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from mentoring.accounts.demo import demo_entries, demo_users
from mentoring.accounts.middleware import ActorRequest
from mentoring.accounts.signin import sign_in
from mentoring.organizations.selectors import the_installation
from mentoring.ui.pages import render_page


@login_not_required
@never_cache
@require_safe
def demo(request: ActorRequest) -> HttpResponse:
    """Everybody as whom one may look at the demo."""
    _require_demo()
    return render_page(request, "accounts/demo.html", {"groups": demo_entries()})


@login_not_required
@never_cache
@require_POST
def enter(request: ActorRequest) -> HttpResponse:
    """Sign in as this made-up person."""
    _require_demo()
    user = get_object_or_404(demo_users(), username=request.POST.get("login", ""))
    logout(request)
    return sign_in(request, user, method="demo")


def _require_demo() -> None:
    installation = the_installation()
    if installation is None or not installation.is_demo:
        raise Http404

"""Two forms by which the test of forms is tested: one takes what it asks for, a careless one whatever comes."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from mentoring.accounts.models import Post
from mentoring.organizations.models import Organization


def modest(request: HttpRequest) -> HttpResponse:
    """Give somebody the post of a clerk on the basis that was typed."""
    _give(request, {})
    return HttpResponse()


def greedy(request: HttpRequest) -> HttpResponse:
    """The same, but the role and the place may come from the form, though it does not ask for them."""
    _give(request, {name: request.POST[name] for name in ("role", "organization_id") if name in request.POST})
    return HttpResponse()


def _give(request: HttpRequest, sent: dict[str, str]) -> None:
    usual = {"role": "clerk", "organization_id": Organization.objects.order_by("pk")[0].pk}
    Post.objects.create(
        person=request.user.person, basis=request.POST["basis"], valid_from="2026-11-20", **(usual | sent)
    )


urlpatterns = [path("modest/", modest), path("greedy/", greedy)]

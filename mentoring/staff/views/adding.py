"""By hand: three people in a minute."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.errors import Refusal
from mentoring.people.choices import Gender
from mentoring.staff import selectors
from mentoring.staff.actions import SameName
from mentoring.staff.forms.adding import AddForm, gender_of_line
from mentoring.staff.models import Employment
from mentoring.staff.views import scope
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page

LATEST = 5


@require_http_methods(["GET", "POST"])
def employment_add(request: ActorRequest) -> HttpResponse:
    """Take a person in; «Сохранить и добавить ещё» comes back with an empty form and the focus in the name."""
    page = scope.kept(request)
    if selectors.basis_of(request.actor, page.organization) is None:
        return render_page(request, "staff/basis_needed.html", {"page": page}, status=409)
    form = _form(request, page)
    if request.method == "POST" and form.is_valid():
        try:
            added = form.add(page.organization, by=request.actor)
        except SameName as same:
            form.ask_about(same.found)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            return _answer(request, added)
    context = {
        "page": page,
        "form": form,
        "list_url": selectors.list_url(request.actor, page.organization),
        "latest": selectors.latest_added(request.actor, page.organization, limit=LATEST),
    }
    return render_page(request, "staff/employment_add.html", context, status=422 if form.is_bound else 200)


@require_POST
def gender_guess(request: ActorRequest) -> HttpResponse:
    """Give the field of gender with the one that the typed patronymic tells."""
    page = scope.kept(request)
    guessed = gender_of_line(request.POST.get("full_name", "")) or request.POST.get("gender", "")
    form = AddForm(initial={"gender": guessed}, today=page.organization.today())
    return render_page(request, "staff/parts/gender.html", {"form": form})


def _form(request: ActorRequest, page: scope.Scope) -> AddForm:
    today = page.organization.today()
    return AddForm(
        scope.posted(request), today=today, positions=selectors.position_suggestions(page.organization, today=today)
    )


def _answer(request: ActorRequest, added: Employment) -> HttpResponse:
    gender = Gender(added.person.gender).label if added.person.gender else "не указан"
    tell(request, f"{added.person}, {added.position_title}: в списке. Пол — {gender}.")
    if "more" in request.POST:
        return redirect(request.get_full_path())
    return redirect(reverse("staff:employment_detail", args=[added.public_id]))

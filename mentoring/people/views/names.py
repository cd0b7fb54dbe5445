"""«Как писать в документах»: six case forms of a name; a new name from a day on."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from mentoring.audit.journal import looked
from mentoring.audit.requests import actor_of
from mentoring.audit.selectors import story
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.errors import Refusal, Stale
from mentoring.core.wording import FullName
from mentoring.people import access
from mentoring.people.actions import correct_case_forms, rename_person, reset_case_forms
from mentoring.people.choices import Case
from mentoring.people.forms import CaseFormsForm, RenameForm
from mentoring.people.models import Person
from mentoring.people.registries import way_to
from mentoring.people.selectors import case_forms as forms_of
from mentoring.people.selectors import corrected_cases, gender_of, organization_ids_of
from mentoring.ui.conflicts import differences, on_version, settled
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.shapes import Difference, Link

LOOKED_AT = "имя и его формы"


@require_http_methods(["GET", "POST"])
def case_forms(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Six forms of a name; a corrected one is stored and used everywhere."""
    person = _person(request, public_id)
    looked(actor_of(request), subject_person_id=person.pk, what=LOOKED_AT, day=clock.today())
    if request.method == "POST":
        return _correct(request, person)
    form = CaseFormsForm(forms_now=forms_of(person), initial={"version": person.version})
    return _page(request, person, form)


@require_POST
def reset(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Forget all corrections."""
    reset_case_forms(person=_person(request, public_id), by=actor_of(request))
    tell(request, "Формы снова строятся по правилам.")
    return redirect("people:case_forms", public_id)


@require_http_methods(["GET", "POST"])
def rename(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Another name from a day on."""
    actor, person = actor_of(request), _person(request, public_id)
    require(access.can_edit_person(actor, person, organization_ids_of(person)))
    names = {"last_name": person.last_name, "first_name": person.first_name, "patronymic": person.patronymic}
    form = RenameForm(request.POST or None, initial=names | {"version": person.version, "since": clock.today()})
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        name = FullName(values["last_name"], values["first_name"], values["patronymic"])
        try:
            rename_person(person=person, name=name, since=values["since"], version=values["version"], by=actor)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Имя изменено, прежнее осталось в истории. Проверьте, как оно пишется в документах.")
            return redirect("people:case_forms", public_id)
    names_page = Link(title="Как писать в документах", url=reverse("people:case_forms", args=[public_id]))
    context = {"person": person, "form": form, "trail": [*way_to(actor, person), names_page]}
    return render_page(request, "people/rename.html", context, status=422 if form.errors else 200)


def _person(request: HttpRequest, public_id: UUID) -> Person:
    return get_object_or_404(Person.objects.visible_to(actor_of(request)), public_id=public_id)


def _correct(request: HttpRequest, person: Person) -> HttpResponse:
    """Store what was typed; a newer save shows both texts."""
    actor, stored = actor_of(request), forms_of(person)
    require(access.can_edit_person(actor, person, organization_ids_of(person)))
    data = settled(request.POST, stored.as_dict())
    form = CaseFormsForm(data, forms_now=stored)
    if not form.is_valid():
        return _page(request, person, form, status=422)
    try:
        correct_case_forms(person=person, forms=form.chosen(), version=form.cleaned_data["version"], by=actor)
    except Stale:
        both = differences(form.chosen(), stored.as_dict(), labels={case.value: str(case.label) for case in Case})
        form = CaseFormsForm(on_version(data, person.version), forms_now=stored)
        return _page(request, person, form, status=409, both=both)
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return _page(request, person, form, status=refusal.status)
    tell(request, "Записано. Так имя будет стоять во всех новых документах.")
    return redirect("people:case_forms", person.public_id)


def _page(
    request: HttpRequest, person: Person, form: CaseFormsForm, *, status: int = 200, both: Sequence[Difference] = ()
) -> HttpResponse:
    context = {
        "person": person,
        "form": form,
        "verdict": access.can_edit_person(actor_of(request), person, organization_ids_of(person)),
        "corrected": corrected_cases(person),
        "is_gender_known": gender_of(person) is not None,
        "differences": both,
        "former_names": person.former_names.order_by("-valid_until", "-pk"),
        "history": story(person),
        "trail": way_to(actor_of(request), person),
    }
    return render_page(request, "people/case_forms.html", context, status=status)

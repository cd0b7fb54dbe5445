from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mentoring.accounts.choices import Role, TieKind
from mentoring.accounts.models import UserTie
from mentoring.accounts.tests.factories import make_user
from mentoring.audit.models import ViewLog
from mentoring.core.actor import Actor
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.people.tests.factories import make_person
from mentoring.staff import registries
from mentoring.staff.forms.editing import WorkForm, initial_of
from mentoring.staff.models import Employment
from mentoring.staff.registries import CardSection
from mentoring.staff.tests.conftest import person_as
from mentoring.staff.tests.factories import make_employment

POSTS = ("employment_keep", "dismissal_undo")
PAGES = ("employment_detail", "employment_edit", "identity_edit", "position_change", "break_add", "dismissal")


@pytest.fixture
def work(school: Organization) -> Employment:
    """A teacher with something in every field."""
    work = make_employment(
        organization=school,
        person=make_person(full_name="Новикова Анна Игоревна"),
        phone="+79131234567",
        email="anna@example.ru",
        attestation_result="подтверждена",
        results="два призёра",
    )
    work.breaks.create(kind="child_care", since=date(2019, 3, 1), until=date(2020, 3, 1))
    work.former_positions.create(position_title="воспитатель", since=date(2010, 9, 1), until=date(2016, 8, 31))
    return work


def url(name: str, work: Employment, *rest: object) -> str:
    return reverse(f"staff:{name}", args=[work.public_id, *rest])


def posted(work: Employment, **changed: object) -> dict[str, object]:
    """The edit form as a browser sends it."""
    form = WorkForm(initial=initial_of(work))
    values = {name: form[name].value() for name in form.fields}
    plain = {name: "" if value is None else value for name, value in values.items()}
    return plain | changed


def test_card_tells_the_work(curator_client: Client, work: Employment) -> None:
    page = curator_client.get(url("employment_detail", work)).content.decode()

    for words in ("Новикова Анна Игоревна", "воспитатель", "отпуск по уходу за ребёнком", "+7", "подтверждена"):
        assert words in page
    assert ViewLog.objects.filter(subject_person_id=work.person_id).count() == 1


def test_own_card_leaves_no_look(client_as: Callable[[Person], Client], work: Employment) -> None:
    make_user(person=work.person)

    page = client_as(work.person).get(url("employment_detail", work)).content.decode()

    assert "anna@example.ru" in page
    assert url("employment_edit", work) not in page
    assert not ViewLog.objects.exists()


def test_council_sees_no_contacts_and_no_breaks(council_client: Client, work: Employment) -> None:
    page = council_client.get(url("employment_detail", work)).content.decode()

    assert "учитель математики" in page
    for words in ("anna@example.ru", "отпуск по уходу", "подтверждена", "Исправить"):
        assert words not in page


def test_mentor_sees_contacts_of_her_mentee(client_as: Callable[[Person], Client], work: Employment, day: date) -> None:
    mentor = make_user().person
    UserTie.objects.create(
        viewer=mentor, subject=work.person, kind=TieKind.MENTEE, source="pair", valid_from=date(2020, 1, 1)
    )

    page = client_as(mentor).get(url("employment_detail", work)).content.decode()

    assert "anna@example.ru" in page
    assert "отпуск по уходу" not in page


def test_pages_of_a_name_lead_back_to_the_card(curator_client: Client, work: Employment) -> None:
    for name in ("people:case_forms", "people:rename"):
        page = curator_client.get(reverse(name, args=[work.person.public_id])).content.decode()

        assert f'href="{url("employment_detail", work)}"' in page


@pytest.mark.parametrize("name", PAGES)
def test_foreign_person_is_absent(name: str, stranger_client: Client, work: Employment) -> None:
    assert stranger_client.get(url(name, work)).status_code == 404


@pytest.mark.parametrize("name", POSTS)
def test_foreign_verbs_are_absent(name: str, stranger_client: Client, work: Employment) -> None:
    assert stranger_client.post(url(name, work)).status_code == 404
    assert stranger_client.get(url(name, work)).status_code == 405


@pytest.mark.parametrize("name", PAGES[1:])
def test_council_may_not_edit(name: str, council_client: Client, work: Employment) -> None:
    assert council_client.get(url(name, work)).status_code == 403


@pytest.mark.parametrize("name", PAGES)
def test_pages_open(name: str, curator_client: Client, work: Employment) -> None:
    assert curator_client.get(url(name, work)).status_code == 200


def test_other_domains_add_sections(curator_client: Client, work: Employment, monkeypatch: pytest.MonkeyPatch) -> None:
    def build(actor: Actor, employment: Employment, day: date) -> CardSection:
        return CardSection(title="Наставничество", template="staff/plan/changes.html")

    monkeypatch.setitem(registries.sections._items, "test", build)

    assert "Наставничество</h2>" in curator_client.get(url("employment_detail", work)).content.decode()


def test_edit_saves(curator_client: Client, work: Employment) -> None:
    answer = curator_client.post(url("employment_edit", work), posted(work, category="first", rate="0,5"))

    assert answer.status_code == 302
    work.refresh_from_db()
    assert (work.category, str(work.rate)) == ("first", "0.50")


def test_edit_keeps_what_was_typed(curator_client: Client, work: Employment) -> None:
    answer = curator_client.post(
        url("employment_edit", work), posted(work, subject="астрономия", teaching_experience_months="очень долго")
    )

    assert answer.status_code == 422
    assert "астрономия" in answer.content.decode()
    assert "очень долго" in answer.content.decode()


def test_experience_needs_its_day(curator_client: Client, work: Employment) -> None:
    answer = curator_client.post(url("employment_edit", work), posted(work, experience_as_of=""))

    assert "на какую дату посчитан стаж" in answer.content.decode()


def test_two_tabs_see_both_versions(curator_client: Client, work: Employment) -> None:
    mine = posted(work, subject="моё", building="корпус 2")
    curator_client.post(url("employment_edit", work), posted(work, subject="чужое"))

    answer = curator_client.post(url("employment_edit", work), mine)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "моё" in page
    assert "чужое" in page
    work.refresh_from_db()
    assert work.subject == "чужое"


@pytest.mark.parametrize(("kept", "subject"), [("mine", "моё"), ("theirs", "чужое")])
def test_conflict_is_settled_by_choice(kept: str, subject: str, curator_client: Client, work: Employment) -> None:
    curator_client.post(url("employment_edit", work), posted(work, subject="чужое"))
    work.refresh_from_db()

    answer = curator_client.post(
        url("employment_edit", work),
        posted(work, subject="моё", building="корпус 2", keep_subject=kept),
    )

    assert answer.status_code == 302
    work.refresh_from_db()
    assert (work.subject, work.building) == (subject, "корпус 2")


def test_small_forms_do_and_refuse(curator_client: Client, work: Employment) -> None:
    refused = curator_client.post(
        url("position_change", work), {"version": 1, "title": "тьютор", "since": "2016-09-01"}
    )
    done = curator_client.post(url("position_change", work), {"version": 1, "title": "тьютор", "since": "2026-10-01"})

    assert (refused.status_code, done.status_code) == (422, 302)
    assert "тьютор" in refused.content.decode()
    work.refresh_from_db()
    assert work.position_code == "tutor"


def test_break_is_written_ended_and_removed(curator_client: Client, work: Employment) -> None:
    curator_client.post(url("break_add", work), {"kind": "other", "since": "2026-09-15", "until": ""})
    page = curator_client.get(url("break_end", work, date(2026, 9, 15)))
    curator_client.post(url("break_end", work, date(2026, 9, 15)), {"until": "2026-10-01"})
    ended = work.breaks.get(since=date(2026, 9, 15)).until
    curator_client.post(url("break_remove", work, date(2026, 9, 15)))

    assert (page.status_code, ended) == (200, date(2026, 10, 1))
    assert work.breaks.count() == 1
    assert curator_client.get(url("break_end", work, date(2001, 1, 1))).status_code == 404


def test_dismissal_and_its_undo(curator_client: Client, work: Employment) -> None:
    curator_client.post(url("dismissal", work), {"version": 1, "last_day": "2026-05-31"})
    page = curator_client.get(url("employment_detail", work)).content.decode()
    curator_client.post(url("dismissal_undo", work))

    assert "Отменить увольнение" in page
    work.refresh_from_db()
    assert work.dismissed_on is None


def test_mark_is_decided_on_the_card(curator_client: Client, work: Employment, day: date) -> None:
    Employment.objects.update(gone_since=day)
    assert "Работает, снять отметку" in curator_client.get(url("employment_detail", work)).content.decode()

    curator_client.post(url("employment_keep", work))

    work.refresh_from_db()
    assert work.gone_since is None


def test_verb_that_is_late_is_told_so(curator_client: Client, work: Employment) -> None:
    assert curator_client.post(url("employment_keep", work)).status_code == 409


def test_card_asks_the_same_number_of_queries(curator_client: Client, work: Employment) -> None:
    curator_client.get(url("employment_detail", work))
    with CaptureQueriesContext(connection) as few:
        curator_client.get(url("employment_detail", work))
    for year in range(1990, 2009):
        work.breaks.create(kind="other", since=date(year, 1, 1), until=date(year, 2, 1))
        work.former_positions.create(position_title="лаборант", until=date(year, 1, 1))

    with CaptureQueriesContext(connection) as many:
        curator_client.get(url("employment_detail", work))

    assert len(many) == len(few)


def test_history_tells_who_changed_what(curator_client: Client, work: Employment) -> None:
    curator_client.post(url("employment_edit", work), posted(work, category="first"))

    page = curator_client.get(url("employment_detail", work)).content.decode()

    assert "Сведения исправлены: категория" in page
    assert "· Сомова" in page


def test_clerk_keeps_the_list_too(client_as: Callable[[Person], Client], work: Employment) -> None:
    clerk = client_as(person_as(Role.CLERK, work.organization, full_name="Кадрова Инна Ивановна"))

    assert clerk.get(url("employment_edit", work)).status_code == 200


def identity(person: Person, **changed: object) -> dict[str, object]:
    """The form of the name as a browser sends it."""
    names = ("last_name", "first_name", "patronymic", "gender", "version")
    return {name: getattr(person, name) for name in names} | {"birth_date": "", "birth_year": ""} | changed


def test_misspelt_name_is_mended(curator_client: Client, work: Employment) -> None:
    answer = curator_client.post(
        url("identity_edit", work), identity(work.person, last_name="новикова-ёлкина", birth_date="1990-03-12")
    )

    assert answer.status_code == 302
    work.person.refresh_from_db()
    assert (work.person.last_name, work.person.birth_year) == ("Новикова-Ёлкина", 1990)
    assert work.person.search == "новикова елкина анна игоревна"


def test_name_from_an_old_tab_shows_both(curator_client: Client, work: Employment) -> None:
    mine = identity(work.person, first_name="Алла")
    curator_client.post(url("identity_edit", work), identity(work.person, first_name="Анфиса"))

    answer = curator_client.post(url("identity_edit", work), mine)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Алла" in page
    assert "Анфиса" in page


def test_name_without_a_surname_keeps_the_rest(curator_client: Client, work: Employment) -> None:
    answer = curator_client.post(url("identity_edit", work), identity(work.person, last_name="", first_name="Алла"))

    assert answer.status_code == 422
    assert "Алла" in answer.content.decode()

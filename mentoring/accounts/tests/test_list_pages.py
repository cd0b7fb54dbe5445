"""Pages «Роли» and «Доступ сотрудников»: who opens them, what they find, flat numbers of queries, exports, slips."""

import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mentoring.accounts.choices import Role
from mentoring.accounts.models import Invitation, Post
from mentoring.accounts.tests.conftest import member
from mentoring.accounts.tests.factories import make_post, make_user, make_worker
from mentoring.audit.models import Event
from mentoring.core import clock
from mentoring.organizations.choices import OrganizationType
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.tests.factories import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def head_client(head, client_as):
    client = client_as(head.person)
    client.get("/access/")
    return client


def queries(client, path):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def test_teacher_opens_neither_list(school, client_as):
    client = client_as(member(school).person)

    assert client.get("/roles/").status_code == 403
    assert client.get("/staff-access/").status_code == 403


def test_council_member_opens_no_list_of_accounts(council_member, client_as):
    assert client_as(council_member.person).get("/staff-access/").status_code == 403


def test_lists_ask_as_much_for_ten_as_for_forty(school, head_client):
    for _ in range(5):
        make_post(make_worker(school), Role.COUNCIL_MEMBER, school)
    few = [queries(head_client, path) for path in ("/roles/", "/staff-access/")]
    for _ in range(35):
        make_post(make_worker(school), Role.COUNCIL_MEMBER, school)

    assert [queries(head_client, path) for path in ("/roles/", "/staff-access/")] == few


def test_roles_are_found_by_name_role_and_state(school, head, head_client):
    zimina, klueva = make_person(full_name="Зимина Анна Львовна"), make_person(full_name="Клюева Ольга Львовна")
    make_post(zimina, Role.CURATOR, school)
    past = make_post(klueva, Role.CLERK, school)
    Post.objects.filter(pk=past.pk).update(revoked_at=clock.now())

    def page(query):
        return head_client.get(f"/roles/?{query}").content.decode()

    assert "Зимина" in page("q=зим")
    assert "Клюева" not in page("q=зим")
    assert "Зимина" not in page("role=clerk")
    assert "Клюева" in page("state=past")
    assert "Зимина" not in page("state=past")
    assert "Ничего не нашлось" in page("q=неттакого")


def test_roles_of_another_school_are_absent(head_client, stranger):
    post = Post.objects.get(person=stranger.person)

    for path in (f"/roles/{post.public_id}/", f"/roles/{post.public_id}/deputy/"):
        assert head_client.get(path).status_code == 404
    for verb in ("revoke", "confirm"):
        assert head_client.post(f"/roles/{post.public_id}/{verb}/").status_code == 404


def test_curator_sees_a_role_but_does_not_take_it_away(school, head, curator, client_as):
    post = Post.objects.get(person=head.person)
    client = client_as(curator.person)

    assert client.get(f"/roles/{post.public_id}/").status_code == 200
    assert client.post(f"/roles/{post.public_id}/revoke/").status_code == 403
    assert client.get("/roles/add/").status_code == 403


def form(person, **changes):
    given = {
        "person": str(person.public_id) if person else "",
        "role": "curator",
        "organization": "",
        "valid_from": clock.today().isoformat(),
        "basis": "приказ № 15",
    }
    return given | changes


def test_head_appoints_on_the_page(school, head_client):
    person = make_worker(school)

    answer = head_client.post("/roles/add/", form(person, organization=str(school.public_id)))

    assert answer.status_code == 302
    assert Post.objects.filter(person=person, role=Role.CURATOR).exists()


def test_head_appoints_somebody_new_on_the_page(school, head_client):
    values = form(None, organization=str(school.public_id), last_name="Зимина", first_name="Анна", patronymic="Львовна")

    answer = head_client.post("/roles/add/", values)

    post = Post.objects.get(person__last_name="Зимина")
    assert answer.url == f"/roles/{post.public_id}/"
    assert post.person.gender == "female"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param({"person": ""}, "впишите нового", id="никто"),
        pytest.param({"basis": ""}, "обязательн", id="без основания"),
        pytest.param({"valid_until": "2020-01-01"}, "раньше первого", id="кончается раньше"),
        pytest.param({"role": "administrator"}, "Выберите", id="чужая роль"),
    ],
)
def test_bad_input_keeps_what_was_typed(school, head_client, changes, words):
    values = form(make_worker(school), organization=str(school.public_id), basis="приказ № 77") | changes

    answer = head_client.post("/roles/add/", values)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert changes.get("basis") == "" or "приказ № 77" in page


def test_person_and_organisation_of_another_school_are_not_taken(school, head_client, stranger):
    foreign = Post.objects.get(person=stranger.person).organization
    own = make_worker(school)

    wrong_person = head_client.post("/roles/add/", form(stranger.person, organization=str(school.public_id)))
    wrong_place = head_client.post("/roles/add/", form(own, organization=str(foreign.public_id)))

    assert wrong_person.status_code == wrong_place.status_code == 422
    assert not Post.objects.filter(role=Role.CURATOR).exists()


def test_suggestions_name_own_people_only(school, head_client, stranger):
    make_worker(school, full_name="Зимина Анна Львовна")
    make_worker(Post.objects.get(person=stranger.person).organization, full_name="Зимина Чужая Львовна")

    page = head_client.get("/roles/people/?q=зим").content.decode()

    assert "Зимина Анна" in page
    assert "Чужая" not in page


def test_doubled_click_appoints_once(school, head_client):
    values = form(make_worker(school), organization=str(school.public_id), form_token="a" * 32)

    first = head_client.post("/roles/add/", values)
    second = head_client.post("/roles/add/", values)

    assert Post.objects.filter(role=Role.CURATOR).count() == 1
    assert (second.status_code, second.url) == (302, first.url)
    assert "Это уже сделано" in head_client.get(second.url).content.decode()


def test_exports_are_text_and_leave_a_trace(school, head_client):
    person = make_worker(school, full_name="=cmd Анна Львовна")
    make_post(person, Role.CURATOR, school)

    for path, event in (
        ("/roles/export/", "accounts.posts.exported"),
        ("/staff-access/export/", "accounts.access.exported"),
    ):
        book = openpyxl.load_workbook(io.BytesIO(head_client.get(path).content))
        cells = [cell for row in book.active for cell in row]
        assert any(cell.value == "=cmd Анна Львовна" and cell.data_type == "s" for cell in cells)
        assert Event.objects.filter(name=event).exists()


def test_slips_are_printed_for_several_people_at_once(school, head_client):
    people = [make_worker(school) for _ in range(3)]

    answer = head_client.post("/staff-access/slips/", {"people": [str(person.public_id) for person in people]})

    page = answer.content.decode()
    assert Invitation.objects.count() == 3
    assert page.count('class="code-slip"') == 3
    assert page.count("<svg") >= 3
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    ("address", "is_warned"), [("http://127.0.0.1:8000", True), ("http://192.168.1.10:8000", False)]
)
def test_slips_that_nobody_else_can_follow_are_told(school, head_client, settings, address, is_warned):
    settings.PUBLIC_BASE_URL = address

    answer = head_client.post("/staff-access/slips/", {"people": [str(make_worker(school).public_id)]})

    assert ("ссылки не откроются" in answer.content.decode()) is is_warned


def test_slips_of_foreign_people_are_not_made(head_client, stranger):
    answer = head_client.post("/staff-access/slips/", {"people": [str(stranger.person.public_id), "не код"]})

    assert answer.status_code == 302
    assert not Invitation.objects.exists()


def test_doubled_click_makes_no_second_codes(school, head_client):
    values = {"people": [str(make_worker(school).public_id)], "form_token": "b" * 32}

    head_client.post("/staff-access/slips/", values)

    assert head_client.post("/staff-access/slips/", values).status_code == 409
    assert Invitation.objects.count() == 1


def test_slip_is_lost_only_where_one_is_about(school, head_client):
    person = make_worker(school)
    make_user(person=person)
    url = f"/staff-access/{person.public_id}/"
    before = head_client.get(url).content.decode()

    head_client.post("/staff-access/slips/", {"people": [str(person.public_id)]})

    assert "Листок потерян" not in before
    assert "Листок потерян" in head_client.get(url).content.decode()


def test_account_of_a_foreign_person_is_absent(head_client, stranger):
    public_id = stranger.person.public_id

    assert head_client.get(f"/staff-access/{public_id}/").status_code == 404
    for verb in ("block", "unblock", "cancel", "forget-factor"):
        assert head_client.post(f"/staff-access/{public_id}/{verb}/").status_code == 404


def test_entry_is_closed_and_opened_on_the_page(school, head_client):
    person = make_worker(school)
    user = make_user(person=person)

    head_client.post(f"/staff-access/{person.public_id}/block/")
    user.refresh_from_db()
    assert not user.is_active
    head_client.post(f"/staff-access/{person.public_id}/unblock/")
    user.refresh_from_db()
    assert user.is_active


def test_curator_is_told_who_keeps_the_heads_access(head, curator, client_as):
    page = client_as(curator.person).get(f"/staff-access/{head.person.public_id}/").content.decode()

    assert "доступом ведает тот, кто на неё назначает" in page
    assert "Закрыть вход" not in page


@pytest.mark.parametrize(
    ("state", "shown"), [("none", "Зимина"), ("issued", "Клюева"), ("blocked", "Орлова"), ("refused", "Щукина")]
)
def test_accounts_are_found_by_state(school, head_client, state, shown):
    make_worker(school, full_name="Зимина Анна Львовна")
    klueva = make_worker(school, full_name="Клюева Анна Львовна")
    head_client.post("/staff-access/slips/", {"people": [str(klueva.public_id)]})
    make_user(person=make_worker(school, full_name="Орлова Анна Львовна"), is_active=False, last_login=clock.now())
    make_user(
        person=make_worker(school, full_name="Щукина Анна Львовна"),
        email="t@x.ru",
        email_refused_at=clock.now(),
        last_login=clock.now(),
    )

    page = head_client.get(f"/staff-access/?state={state}").content.decode()

    names = {name for name in ("Зимина", "Клюева", "Орлова", "Щукина") if name in page}
    assert names == {shown}


def test_committee_keeps_heads_and_no_teachers(school, head, client_as):
    office = make_organization(territory=school.territory, type=OrganizationType.COMMITTEE)
    officer = member(office, Role.COMMITTEE)
    teacher = make_worker(school, full_name="Зимина Анна Львовна")

    page = client_as(officer.person).get("/staff-access/").content.decode()

    assert head.person.full_name in page
    assert teacher.full_name not in page


def test_only_those_who_may_be_given_a_code_can_be_chosen(school, head, head_client):
    teacher = make_worker(school)

    page = head_client.get("/staff-access/").content.decode()

    assert f'value="{teacher.public_id}"' in page
    assert f'value="{head.person.public_id}"' not in page

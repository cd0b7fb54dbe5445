"""The journal, own deeds, who looked at whom, background work."""

import io
from datetime import timedelta

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from mentoring.accounts.choices import Role
from mentoring.accounts.selectors import actor_for
from mentoring.accounts.tests.factories import make_post, make_user
from mentoring.audit.jobs import TITLES
from mentoring.audit.journal import looked, record
from mentoring.audit.models import Event, ViewLog
from mentoring.core import background, clock
from mentoring.core.models import Job
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.tests.factories import make_person

pytestmark = pytest.mark.django_db


def somebody(school, *roles, full_name=""):
    person = make_person(full_name=full_name)
    make_user(person=person)
    for role in roles:
        make_post(person, role, school)
    return person


@pytest.fixture
def school():
    return make_organization()


@pytest.fixture
def head(school):
    return somebody(school, Role.HEAD, full_name="Белоусова Вера Ивановна")


def renamed(school, by, *, restricted=False, name="people.person.renamed"):
    teacher = make_person(full_name="Ежова Мария Сергеевна")
    return record(
        name,
        subject=teacher,
        by=actor_for(by.user),
        organization_id=school.pk,
        person_id=teacher.pk,
        fields=["last_name"],
        restricted=restricted,
    )


def page(client, path="/journal/"):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_head_reads_who_did_what_to_whom(school, head, client_as):
    renamed(school, head)

    text = page(client_as(head))

    assert "Имя изменилось, прежнее осталось в истории: фамилия" in text
    assert "Белоусова\u00a0В.\u00a0И." in text
    assert "Ежова\u00a0М.\u00a0С." in text


def test_values_never_stand_in_an_event(school, head):
    renamed(school, head)

    assert "Ежова" not in str(Event.objects.values().get())


@pytest.mark.parametrize("address", ["/journal/", "/journal/mine/"])
def test_restricted_events_stand_in_no_journal(school, head, client_as, address):
    curator = somebody(school, Role.CURATOR)
    renamed(school, curator, restricted=True)

    assert "Имя изменилось" not in page(client_as(head), address)
    assert "Имя изменилось" not in page(client_as(curator), address)


def test_journal_of_another_school_is_absent(school, head, client_as):
    stranger = somebody(make_organization(), Role.HEAD)
    renamed(school, head)

    assert "Имя изменилось" not in page(client_as(stranger))


@pytest.mark.parametrize("role", [None, Role.CLERK, Role.COUNCIL_MEMBER])
def test_journal_is_closed_to_others(school, role, client_as):
    person = somebody(school, *([role] if role else []))

    assert client_as(person).get("/journal/").status_code == 403
    assert client_as(person).get("/journal/export/").status_code == 403


def test_administrator_reads_technical_events_only(school, head, client_as):
    admin = somebody(school, Role.ADMINISTRATOR)
    renamed(school, head)
    renamed(school, head, name="accounts.user.blocked")

    text = page(client_as(admin))

    assert "Вход закрыт" in text
    assert "Имя изменилось" not in text


def test_stranger_is_led_to_sign_in():
    for path in ("/journal/", "/journal/mine/", "/journal/looks/", "/system/jobs/"):
        assert Client().get(path).status_code == 302


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("q=имя", True),
        ("q=роль", False),
        ("area=people.", True),
        ("area=staff.", False),
        ("since=2020-01-01", True),
        ("until=2020-01-01", False),
        ("since=мусор", True),
    ],
)
def test_journal_is_narrowed(school, head, client_as, query, is_found):
    renamed(school, head)

    assert ("Имя изменилось" in page(client_as(head), f"/journal/?{query}")) is is_found


def test_journal_asks_as_much_for_five_as_for_fifty(school, head, client_as):
    client = client_as(head)
    client.get("/journal/")
    counts = []
    for more in (5, 44):
        for _ in range(more):
            renamed(school, somebody(school))
        with CaptureQueriesContext(connection) as captured:
            client.get("/journal/")
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_export_of_the_journal_is_written_down(school, head, client_as):
    renamed(school, head)

    book = openpyxl.load_workbook(io.BytesIO(client_as(head).get("/journal/export/").content))

    assert [cell.value for cell in book.active[1]] == ["Когда", "Кто", "Что", "О ком"]
    assert Event.objects.filter(name="audit.journal.exported").exists()


def test_person_sees_who_looked_at_her(school, head, client_as):
    teacher = somebody(school)
    looked(actor_for(head.user), subject_person_id=teacher.pk, what="карточка", day=clock.today())

    text = page(client_as(teacher), "/journal/looks/")

    assert "Белоусова\u00a0В.\u00a0И." in text
    assert "карточка" in text


def test_everything_one_opened_in_a_day_is_one_line(school, head, client_as):
    teacher, today = somebody(school), clock.today()
    for what, day in (("карточка", today), ("программа", today), ("карточка", today - timedelta(days=1))):
        looked(actor_for(head.user), subject_person_id=teacher.pk, what=what, day=day)
    looked(actor_for(somebody(school).user), subject_person_id=teacher.pk, what="документ", day=today)

    text = page(client_as(teacher), "/journal/looks/")

    assert text.count("Белоусова\u00a0В.\u00a0И.") == 2
    assert "карточка, программа" in text
    assert text.count("документ</td>") == 1


def test_looks_at_others_are_not_shown(school, head, client_as):
    looked(actor_for(head.user), subject_person_id=somebody(school).pk, what="карточка", day=clock.today())

    assert "Никто не смотрел" in page(client_as(somebody(school)), "/journal/looks/")


def test_own_look_leaves_no_trace_and_a_second_one_of_a_day_neither(school, head):
    actor, teacher = actor_for(head.user), somebody(school)
    looked(actor, subject_person_id=head.pk, what="карточка", day=clock.today())
    for _ in range(3):
        looked(actor, subject_person_id=teacher.pk, what="карточка", day=clock.today())

    assert ViewLog.objects.count() == 1


def make_job(**values):
    return Job.objects.create(**({"name": "core.sweep", "not_before": clock.now()} | values))


def test_administrator_sees_stopped_jobs_first_and_repeats_one(school, client_as):
    admin = somebody(school, Role.ADMINISTRATOR)
    make_job()
    stopped = make_job(name="notifications.mail", dead_at=clock.now(), attempts=8, error="OSError at send:1")
    client = client_as(admin)
    assert "OSError at send:1" in page(client, "/system/jobs/")

    client.post(f"/system/jobs/{stopped.pk}/repeat/")

    stopped.refresh_from_db()
    assert (stopped.dead_at, stopped.attempts) == (None, 0)
    assert Event.objects.filter(name="audit.job.repeated").exists()


@pytest.mark.parametrize(
    ("state", "values"),
    [
        ("waiting", {}),
        ("running", {"lease_until": clock.now() + timedelta(days=999)}),
        ("done", {"done_at": clock.now()}),
        ("dead", {"dead_at": clock.now()}),
    ],
)
def test_jobs_stand_under_their_state(school, client_as, state, values):
    make_job(name="documents.render", **values)
    client = client_as(somebody(school, Role.ADMINISTRATOR))

    for each in ("waiting", "running", "done", "dead"):
        assert ("documents.render" in page(client, f"/system/jobs/?state={each}")) is (each == state)


def test_living_job_is_not_repeated(school, client_as):
    client = client_as(somebody(school, Role.ADMINISTRATOR))

    assert client.post(f"/system/jobs/{make_job().pk}/repeat/").status_code == 404


def test_head_sees_no_jobs(head, client_as):
    client = client_as(head)

    assert client.get("/system/jobs/").status_code == 403
    assert client.post(f"/system/jobs/{make_job(dead_at=clock.now()).pk}/repeat/").status_code == 403


def test_every_kind_of_work_has_a_title():
    made_up = {name for name in background.handlers if name.startswith("tests.")}

    assert set(background.handlers) - made_up <= set(TITLES)

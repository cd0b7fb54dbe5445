"""The page of a programme: who sees it, its head, agreement, papers, ends; the list and its export."""

import pytest

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.audit.models import ViewLog
from mentoring.matching.models import Mentorship
from mentoring.organizations.tests.factories import make_organization
from mentoring.programs.choices import ProgramState
from mentoring.programs.forms.plans import NoteForm, ShapeForm
from mentoring.programs.models import Program, ProgramItem
from mentoring.programs.tests.factories import Case, prepared
from mentoring.programs.tests.pages import Enter, url

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]
HTMX = {"HX-Request": "true"}


@pytest.mark.parametrize("who", ["office", "mentor", "mentee"])
def test_its_people_and_the_leader_see_the_plan(enter: Enter, case: Case, who: str) -> None:
    page = enter(getattr(case, who)).get(url(case))

    assert page.status_code == 200
    assert case.items[0].aimed_text in page.content.decode()


def test_council_reads_and_changes_nothing(enter: Enter, case: Case) -> None:
    browser = enter(make_actor(Role.COUNCIL_MEMBER, organization=case.organization))

    page = browser.get(url(case)).content.decode()
    assert "Изменить" not in page
    assert browser.get(url(case, "program_note")).status_code == 403
    assert browser.get(url(case, "item_edit", case.items[0].public_id)).status_code == 403


@pytest.mark.parametrize("name", [
    "program_detail", "program_shape", "program_note", "program_consideration", "program_terms", "library", "item_add",
    "goal_add", "step_out", "end_notice",
])  # fmt: skip
@pytest.mark.parametrize("foreign", [True, False], ids=["чужая организация", "педагог без пары"])
def test_foreign_programme_is_absent(enter: Enter, case: Case, name: str, foreign: bool) -> None:
    organization = make_organization() if foreign else case.organization
    stranger = make_actor(Role.HEAD, organization=organization) if foreign else make_actor()

    assert enter(stranger).get(url(case, name)).status_code == 404


def test_people_learn_of_the_pair_only_when_it_is_announced(enter: Enter, case: Case) -> None:
    Mentorship.objects.filter(pk=case.pair.pk).update(announced_at=None)

    assert enter(case.mentee).get(url(case)).status_code == 404


def test_looking_is_written_down_and_own_look_is_not(enter: Enter, case: Case) -> None:
    enter(case.office).get(url(case))
    assert set(ViewLog.objects.values_list("subject_person_id", flat=True)) == {
        case.mentor.person_id,
        case.mentee.person_id,
    }
    ViewLog.objects.all().delete()

    enter(case.mentee).get(url(case))
    assert set(ViewLog.objects.values_list("subject_person_id", flat=True)) == {case.mentor.person_id}


def test_mentee_does_not_see_the_payment(enter: Enter, case: Case) -> None:
    prepared(case)

    assert "3000" not in enter(case.mentee).get(url(case)).content.decode()
    assert "3000" in enter(case.mentor).get(url(case)).content.decode()
    assert enter(case.mentor).get(url(case, "program_terms")).status_code == 403


def test_shape_is_saved_and_a_wrong_term_stays_in_the_form(enter: Enter, case: Case) -> None:
    browser = enter(case.mentor)
    sent = {
        "starts_on": "2026-12-01", "ends_on": "2027-05-31", "forms": ["teacher_teacher", "pedagogue_pedagogue"],
        "kinds": ["traditional", "situational"], "area": "parents", "motive": "так решили", "role_model": "",
        "mode": "mixed", "schedule": "по вторникам", "version": "1", "base": ShapeForm.initial_of(case.now)["base"],
    }  # fmt: skip

    wrong = browser.post(url(case, "program_shape"), sent | {"ends_on": "2027-01-10"})
    assert wrong.status_code == 422
    assert "короче 3 месяцев" in wrong.content.decode()
    assert "по вторникам" in wrong.content.decode()
    assert browser.post(url(case, "program_shape"), sent).status_code == 302

    assert (case.now.kinds, case.now.mode, case.now.area) == (["traditional", "situational"], "mixed", "parents")


def test_two_people_at_the_note_are_merged_or_asked(enter: Enter, case: Case) -> None:
    opened = {name: str(value) for name, value in NoteForm.initial_of(case.now).items()}
    first, second = enter(case.mentor), enter(case.mentee)

    assert first.post(url(case, "program_note"), opened | {"aim": "Цель наставника"}).status_code == 302
    assert second.post(url(case, "program_note"), opened | {"problem": "Слова наставляемой"}).status_code == 302
    assert (case.now.aim, case.now.problem) == ("Цель наставника", "Слова наставляемой")

    third = second.post(url(case, "program_note"), opened | {"aim": "Цель наставляемой"})
    assert third.status_code == 409
    assert "Цель наставника" in third.content.decode()
    assert "Цель наставляемой" in third.content.decode()


def test_consideration_is_recorded(enter: Enter, case: Case) -> None:
    sent = {"body": "на педсовете", "number": "4", "held_on": "2026-11-20", "version": "1"}
    browser = enter(case.office)

    assert browser.post(url(case, "program_consideration"), sent | {"number": ""}).status_code == 422
    assert browser.post(url(case, "program_consideration"), sent).status_code == 302
    assert case.now.considered_number == "4"


def test_dates_are_spread_anew(enter: Enter, case: Case) -> None:
    ProgramItem.objects.filter(program=case.program).update(starts_on=None, due_on=case.program.ends_on)

    enter(case.mentor).post(url(case, "program_respread"))

    assert len({item.due_on for item in case.items}) == len(case.items)


def test_stages_have_only_dates_before_the_programme_runs(enter: Enter, case: Case) -> None:
    words = ("пройден", "идёт сейчас", "впереди", "срок прошёл")

    def told() -> list[str]:
        page = enter(case.office).get(url(case)).content.decode()
        strip = page.split('aria-label="Сроки программы"')[1].split("</ol>")[0]
        return [word for word in words if word in strip] + (["сегодня"] if "strip__date--today" in page else [])

    before = told()
    Program.objects.filter(pk=case.program.pk).update(state=ProgramState.RUNNING)

    assert before == []
    assert told() != []

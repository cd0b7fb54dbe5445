"""Pages: who opens them, the happy path, what was typed stays, the same number of queries for any number of rows."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_user
from mentoring.matching.actions import Asked, print_slips
from mentoring.matching.choices import MentorState, NeedState, ReadinessState, Side
from mentoring.matching.models import Mentor, Need, NeedsUpdate, Readiness
from mentoring.matching.tests.factories import (
    make_beginner,
    make_mentor,
    make_need,
    make_pair,
    make_readiness,
    make_teacher,
)
from mentoring.matching.tests.pages import text_of, url
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person
from mentoring.people.tests.factories import make_person

Enter = Callable[[Person], Client]
LISTS = ("need_list", "mentor_list", "mentorship_list")
LED_PAGES = ("need_add", "mentor_add", "choose_all", "mentorship_decide", "mentorship_announce")


# who opens what


@pytest.mark.parametrize("name", ["need_list", "mentor_list", "update_list"])
@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.HEAD, 200),
        (Role.CURATOR, 200),
        (Role.COUNCIL_MEMBER, 200),
        (Role.CLERK, 403),
        (Role.METHODOLOGIST, 403),
        (None, 403),
    ],
)
def test_needs_and_mentors_are_seen_by_who_leads_or_advises(
    enter: Callable[..., Client], name: str, role: str | None, status: int
) -> None:
    assert enter(*([role] if role else [])).get(url(name)).status_code == status


@pytest.mark.parametrize("name", LED_PAGES)
@pytest.mark.parametrize(
    ("role", "status"), [(Role.HEAD, 200), (Role.CURATOR, 200), (Role.COUNCIL_MEMBER, 403), (Role.CLERK, 403)]
)
def test_pages_of_decisions_are_for_leaders(enter: Callable[..., Client], name: str, role: str, status: int) -> None:
    assert enter(role).get(url(name)).status_code == status


@pytest.mark.parametrize(
    ("role", "status"), [(Role.CURATOR, 200), (Role.HEAD, 403), (Role.CLERK, 403), (Role.COUNCIL_MEMBER, 403)]
)
def test_journal_opens_for_the_curator(enter: Callable[..., Client], role: str, status: int) -> None:
    assert enter(role).get(url("restricted_journal")).status_code == status


@pytest.mark.parametrize("name", LISTS)
def test_another_school_is_absent(enter: Callable[..., Client], name: str) -> None:
    foreign = make_organization()

    assert enter(Role.CURATOR).get(f"{url(name)}?organization={foreign.public_id}").status_code == 404


def test_things_of_another_school_are_absent(enter: Callable[..., Client], school: Organization) -> None:
    need = make_need(organization=school)
    mentor = make_mentor(organization=school)
    pair = make_pair(organization=school)
    readiness = make_readiness(organization=school, person=mentor.person)
    stranger = enter(Role.CURATOR, Role.HEAD, organization=make_organization())

    for name, thing in (
        ("need_detail", need),
        ("mentor_detail", mentor),
        ("mentor_edit", mentor),
        ("mentorship_detail", pair),
        ("choose_one", need),
        ("readiness_answer", readiness),
        ("mentee_add", pair),
    ):
        assert stranger.get(url(name, thing.public_id)).status_code == 404, name
    for name, thing in (
        ("need_reconsider", need),
        ("mentor_pause_verb", mentor),
        ("mentorship_cancel", pair),
    ):
        assert stranger.post(url(name, thing.public_id)).status_code == 404, name


def test_nobody_enters_without_signing_in(db: None) -> None:
    answers = {name: Client().get(url(name)).status_code for name in (*LISTS, *LED_PAGES, "own_request")}

    assert set(answers.values()) == {302}


# needs


def test_list_tells_the_fact_in_words(enter: Callable[..., Client], school: Organization) -> None:
    make_beginner(organization=school, total_experience_months=4, teaching_experience_months=4)

    page = enter(Role.CURATOR).get(url("need_list"))

    assert "начинающий педагог педагогический стаж 4 месяца на 1 сентября 2026 г." in text_of(page)


def test_ticked_people_are_confirmed_with_the_year_in_one_click(
    enter: Callable[..., Client], school: Organization
) -> None:
    people = [make_beginner(organization=school, teaching_experience_months=4) for _ in range(2)]

    answer = enter(Role.CURATOR).post(
        url("need_confirm"), {"people": [person.public_id for person in people], "complete": "1"}, follow=True
    )

    assert Need.objects.filter(state=NeedState.CONFIRMED).count() == 2
    assert NeedsUpdate.objects.get().completed_on is not None
    assert "Подтверждено: 2 педагога" in text_of(answer)


def test_double_click_confirms_once(enter: Callable[..., Client], school: Organization) -> None:
    person = make_beginner(organization=school, teaching_experience_months=4)
    browser, form = enter(Role.CURATOR), {"people": [person.public_id], "form_token": "a" * 32}

    browser.post(url("need_confirm"), form)
    browser.post(url("need_confirm"), form)

    assert Need.objects.count() == 1


def test_people_of_another_school_are_not_confirmed(enter: Callable[..., Client]) -> None:
    foreign = make_beginner(organization=make_organization(), teaching_experience_months=4)

    answer = enter(Role.CURATOR).post(url("need_confirm"), {"people": [foreign.public_id]})

    assert answer.status_code == 422
    assert not Need.objects.exists()


@pytest.mark.parametrize("name", ["need_confirm", "readiness_review", "readiness_ask", "mentor_admit"])
def test_broken_ids_are_left_out(enter: Callable[..., Client], name: str) -> None:
    assert enter(Role.CURATOR).post(url(name), {"people": ["x", "1; drop"]}).status_code == 422


@pytest.mark.parametrize("name", ["need_confirm", "readiness_review", "mentor_admit"])
def test_nobody_ticked_leads_back_to_the_list(enter: Callable[..., Client], name: str) -> None:
    came_from = "http://testserver" + url("mentor_list") + "?state=candidate"

    answer = enter(Role.CURATOR).post(url(name), {}, headers={"Referer": came_from}, follow=True)

    assert answer.redirect_chain == [(url("mentor_list") + "?state=candidate", 302)]
    assert "Никто не отмечен" in text_of(answer)


@pytest.mark.parametrize("came_from", ["http://elsewhere.example/mentors/", "", "javascript:alert(1)"])
def test_nobody_ticked_leads_nowhere_else(enter: Callable[..., Client], came_from: str) -> None:
    answer = enter(Role.CURATOR).post(url("mentor_admit"), {}, headers={"Referer": came_from})

    assert answer.status_code == 422
    assert "Вернуться<" not in answer.content.decode()


def test_dismissal_asks_for_a_reason_and_takes_own_words(enter: Callable[..., Client], school: Organization) -> None:
    person = make_beginner(organization=school, teaching_experience_months=4)
    browser = enter(Role.CURATOR)

    empty = browser.post(url("need_dismiss", person.public_id), {"usual": "other"})
    told = browser.post(url("need_dismiss", person.public_id), {"usual": "other", "words": "вернётся в марте"})

    assert empty.status_code == 422
    assert told.status_code == 302
    assert Need.objects.get().not_required_reason == "вернётся в марте"


def test_wrong_need_keeps_what_was_typed(enter: Callable[..., Client]) -> None:
    answer = enter(Role.CURATOR).post(url("need_add"), {"reason": "просит помощи с классом"})

    assert answer.status_code == 422
    assert "просит помощи с классом" in answer.content.decode()


def test_search_and_state_narrow_the_list(enter: Callable[..., Client], school: Organization) -> None:
    for name in ("Хлебова Ольга Петровна", "Яшина Ёлка Ивановна"):
        make_need(organization=school, person=make_teacher(organization=school, person=make_person(full_name=name)))
    browser = enter(Role.CURATOR)

    found = text_of(browser.get(url("need_list") + "?state=confirmed&q=елка"))
    nobody = text_of(browser.get(url("need_list") + "?state=confirmed&q=нет такой"))

    assert "Яшина" in found
    assert "Хлебова" not in found
    assert "По этому имени никого нет" in nobody


def test_empty_pages_teach(enter: Callable[..., Client]) -> None:
    browser = enter(Role.CURATOR)

    assert "Сейчас оснований не нашлось" in text_of(browser.get(url("need_list")))
    assert "Наставников система предлагает" in text_of(browser.get(url("mentor_list")))
    assert "Пар пока нет" in text_of(browser.get(url("mentorship_list")))
    assert "Никто не ждёт наставника" in text_of(browser.get(url("choose_all")))
    assert "Отказов нет" in text_of(browser.get(url("restricted_journal")))


def test_due_day_is_changed_on_its_page(enter: Callable[..., Client], school: Organization) -> None:
    day = school.today()
    due = date(day.year + (day.month < 9) - (day.month < 9), day.month, 28)

    answer = enter(Role.CURATOR).post(url("update_list"), {"due_on": due.isoformat()})

    assert answer.status_code == 302
    assert NeedsUpdate.objects.get().due_on == due


@pytest.mark.parametrize(("name", "make"), [("need_export", make_need), ("mentor_export", make_mentor)])
def test_lists_are_taken_out_by_leaders_with_a_trace(
    enter: Callable[..., Client], school: Organization, name: str, make: Callable[..., object]
) -> None:
    make(organization=school)

    assert enter(Role.CURATOR).post(url(name) + "?state=all")["Content-Type"].endswith("spreadsheetml.sheet")
    assert enter(Role.COUNCIL_MEMBER).post(url(name)).status_code == 403


# mentors and readiness


def test_ticked_candidates_are_admitted(enter: Callable[..., Client], school: Organization) -> None:
    person = make_teacher(organization=school)

    answer = enter(Role.CURATOR).post(url("mentor_admit"), {"people": [person.public_id]}, follow=True)

    assert Mentor.objects.get().state == MentorState.IN_BANK
    assert "Включено в банк: 1 наставник" in text_of(answer)


def test_wrong_capacity_keeps_what_was_typed(enter: Callable[..., Client], school: Organization) -> None:
    mentor = make_mentor(organization=school)

    answer = enter(Role.CURATOR).post(
        url("mentor_edit", mentor.public_id), {"capacity": 9, "results": "12 призёров", "version": mentor.version}
    )

    assert answer.status_code == 422
    assert "12 призёров" in answer.content.decode()


def test_two_tabs_show_both_texts(enter: Callable[..., Client], school: Organization) -> None:
    mentor = make_mentor(organization=school, results="сохранено раньше", version=5)

    answer = enter(Role.CURATOR).post(
        url("mentor_edit", mentor.public_id), {"capacity": 2, "results": "набрано сейчас", "version": 4}
    )

    assert answer.status_code == 409
    assert "набрано сейчас" in text_of(answer)
    assert "сохранено раньше" in text_of(answer)


def test_chosen_between_two_tabs_is_what_is_saved(enter: Callable[..., Client], school: Organization) -> None:
    mentor = make_mentor(organization=school, capacity=1, areas=["methods"], results="сохранено раньше", version=5)
    sent = {"capacity": 2, "areas": ["parents"], "results": "набрано сейчас", "version": 5}

    enter(Role.CURATOR).post(
        url("mentor_edit", mentor.public_id), sent | {"keep_results": "theirs", "keep_areas": "theirs"}
    )

    mentor.refresh_from_db()
    assert (mentor.capacity, mentor.areas, mentor.results) == (2, ["methods"], "сохранено раньше")


def test_teacher_wishes_to_mentor_and_is_told_what_follows(enter: Callable[..., Client], school: Organization) -> None:
    person = make_teacher(organization=school)

    answer = enter(person=person).post(url("mentor_wish"), {"capacity": 1, "areas": ["methods"]}, follow=True)

    assert Mentor.objects.get().person == person
    assert "передумать можно в любой день" in text_of(answer)


def test_who_gets_what_is_shown_before_anything_is_sent(enter: Callable[..., Client], school: Organization) -> None:
    person = make_teacher(organization=school, person=make_person(full_name="Лапшина Вера Ильинична"))

    page = enter(Role.CURATOR).post(url("readiness_review"), {"people": [person.public_id], "side": "mentor"})

    assert "Кому что уйдёт" in text_of(page)
    assert "Лапшина Вера Ильинична" in text_of(page)
    assert not Readiness.objects.exists()


def test_who_cannot_enter_is_told_before_and_after_asking(enter: Callable[..., Client], school: Organization) -> None:
    reached = make_user(person=make_teacher(organization=school)).person
    lost = make_teacher(organization=school, person=make_person(full_name="Лапшина Вера Ильинична"))
    sent = {"people": [reached.public_id, lost.public_id], "side": "mentor"}
    browser = enter(Role.CURATOR)

    before = text_of(browser.post(url("readiness_review"), sent))
    after = text_of(browser.post(url("readiness_ask"), sent, follow=True))

    assert "Не могут войти на сайт: 1 из 2" in before
    assert "Лапшина Вера Ильинична — без входа на сайт" in before
    assert "Листки тем, кто без входа: 1" in before
    assert "Вопрос увидят на сайте: 1 из 2. Без входа на сайт: Лапшина В. И." in after


def test_whom_everybody_reaches_is_asked_without_a_word_of_entry(
    enter: Callable[..., Client], school: Organization
) -> None:
    sent = {"people": [make_user(person=make_teacher(organization=school)).person.public_id], "side": "mentor"}
    browser = enter(Role.CURATOR)

    before = text_of(browser.post(url("readiness_review"), sent))
    after = text_of(browser.post(url("readiness_ask"), sent, follow=True))

    assert "Не могут войти на сайт" not in before
    assert "Вопрос отправлен: 1 человек" in after


def test_slips_that_nobody_else_can_follow_are_told(
    enter: Callable[..., Client], school: Organization, settings: Any
) -> None:
    settings.PUBLIC_BASE_URL = "http://127.0.0.1:8000"
    person = make_teacher(organization=school)

    page = enter(Role.CURATOR).post(url("readiness_slips"), {"people": [person.public_id], "side": "mentor"})

    assert "ссылки не откроются" in text_of(page)


def test_slip_answers_without_signing_in(school: Organization, curator: object, day: date) -> None:
    asked = Asked(make_teacher(organization=school), Side.MENTOR)
    [slip] = print_slips(organization=school, people=[asked], today=day, by=curator)
    stranger = Client()

    typed = stranger.post(url("slip_enter"), {"code": slip.code.lower()})
    answer = stranger.post(typed["Location"], {"answer": "ready"})

    assert "Ответ принят" in text_of(answer)
    assert Readiness.objects.get().state == ReadinessState.READY


def test_page_behind_a_slip_never_shows_the_answer(school: Organization, curator: object, day: date) -> None:
    asked = Asked(make_teacher(organization=school), Side.MENTOR)
    [slip] = print_slips(organization=school, people=[asked], today=day, by=curator)
    pages = []
    for answer in ("ready", "not_now"):
        Client().post(url("slip", slip.code), {"answer": answer})
        pages.append(text_of(Client().get(url("slip", slip.code))))

    assert pages[0] == pages[1]


def test_unknown_code_is_absent(db: None) -> None:
    assert Client().get(url("slip", "AAAA2222BBBB3333")).status_code == 404
    assert Client().post(url("slip_enter"), {"code": "AAAA"}).status_code == 422


def test_teacher_answers_and_changes_her_answer(enter: Callable[..., Client], school: Organization) -> None:
    person = make_teacher(organization=school)
    readiness = make_readiness(organization=school, person=person, state=ReadinessState.ASKED)
    browser = enter(person=person)

    browser.post(url("readiness_answer", readiness.public_id), {"answer": "not_now"})
    page = browser.get(url("readiness_answer", readiness.public_id))

    assert "Сейчас записано: сейчас нет" in text_of(page)
    assert Readiness.objects.get().state == ReadinessState.DECLINED


# pairs


def test_talk_without_an_answer_changes_nothing(enter: Callable[..., Client], school: Organization) -> None:
    readiness = make_readiness(
        organization=school, person=make_teacher(organization=school), state=ReadinessState.DECLINED
    )
    asked = {"side": "mentor", "people": [str(readiness.person.public_id)]}

    for answer in ({}, {"answer": "zzz"}):
        refused = enter(Role.HEAD).post(url("readiness_talk"), asked | answer)
        assert "Выберите ответ" in text_of(refused)

    readiness.refresh_from_db()
    assert readiness.state == ReadinessState.DECLINED

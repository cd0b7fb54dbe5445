"""Pages of choosing, deciding and announcing pairs."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mentoring.accounts.choices import Role
from mentoring.matching import books
from mentoring.matching.choices import MentorshipState, Side
from mentoring.matching.models import Mentor, Mentorship, Need
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
from mentoring.staff.models import Employment


def _ready_pair(school: Organization) -> tuple[Mentor, Need]:
    mentor, need = make_mentor(organization=school), make_need(organization=school)
    make_readiness(organization=school, person=mentor.person)
    make_readiness(organization=school, person=need.person, side=Side.MENTEE)
    return mentor, need


def test_best_choice_is_ticked_and_one_button_decides_all(enter: Callable[..., Client], school: Organization) -> None:
    for _ in range(2):
        _ready_pair(school)
    browser = enter(Role.HEAD)

    body = browser.get(url("choose_all")).content.decode()
    ticked = re.findall(r'name="(mentor_[0-9a-f-]+)" value="([0-9a-f-]+)" checked', body)
    form = {**dict(ticked), "kind": "sole", "clause": "3.4", "announce": "1", "do": "decide"}
    answer = browser.post(url("choose_all"), form)

    assert len(ticked) == 2
    assert answer.status_code == 302
    assert Mentorship.objects.filter(state=MentorshipState.RECOMMENDED, announced_at__isnull=False).count() == 2


def test_decision_without_its_clause_keeps_the_choice(enter: Callable[..., Client], school: Organization) -> None:
    mentor, need = _ready_pair(school)
    chosen = {f"mentor_{need.public_id}": str(mentor.person.public_id)}

    answer = enter(Role.HEAD).post(url("choose_all"), {**chosen, "kind": "sole", "clause": "", "do": "decide"})

    assert answer.status_code == 422
    assert f'value="{mentor.person.public_id}" checked' in answer.content.decode()
    assert not Mentorship.objects.exists()


def test_unconfirmed_readiness_is_told_on_the_page(enter: Callable[..., Client], school: Organization) -> None:
    mentor, need = make_mentor(organization=school), make_need(organization=school)
    chosen = {f"mentor_{need.public_id}": str(mentor.person.public_id)}

    answer = enter(Role.HEAD).post(url("choose_all"), {**chosen, "kind": "sole", "clause": "3", "do": "decide"})

    assert answer.status_code == 409
    assert "готовность ещё не подтверждена" in text_of(answer)


@pytest.mark.parametrize(("number", "words"), [(1, "Ждёт решения: 1 пара"), (2, "Ждут решения: 2 пары")])
def test_list_says_how_many_wait_for_a_decision(
    enter: Callable[..., Client], school: Organization, number: int, words: str
) -> None:
    for _ in range(number):
        make_pair(organization=school)

    assert words in text_of(enter(Role.CURATOR).get(url("mentorship_list")))


def test_clause_is_remembered(enter: Callable[..., Client], school: Organization) -> None:
    make_pair(
        organization=school,
        state=MentorshipState.RECOMMENDED,
        decision_kind="sole",
        decision_clause="5.2",
        decided_on=date(2026, 9, 1),
    )
    make_need(organization=school)

    page = enter(Role.HEAD).get(url("choose_all"))

    assert 'name="clause" value="5.2"' in page.content.decode()


def test_sole_officer_is_told_what_goes_to_the_committee(enter: Callable[..., Client], school: Organization) -> None:
    person = make_teacher(organization=school)
    make_mentor(organization=school, person=person)
    make_need(organization=school)

    page = enter(Role.HEAD, Role.CURATOR, person=person).get(url("choose_all"))

    assert "В комитет, вашему работодателю, уходят только ваши согласие и оплата" in text_of(page)


def test_proposed_pairs_go_to_the_council(enter: Callable[..., Client], school: Organization) -> None:
    mentor, need = _ready_pair(school)
    chosen = {f"mentor_{need.public_id}": str(mentor.person.public_id)}
    browser = enter(Role.CURATOR)

    browser.post(url("choose_all"), {**chosen, "do": "propose"})
    pair = Mentorship.objects.get()
    decision = {"kind": "council", "body_name": "Совет", "minutes_number": "4", "minutes_on": "2026-09-01"}
    browser.post(url("mentorship_decide"), {"pairs": [pair.public_id], **decision})

    pair.refresh_from_db()
    assert (pair.state, pair.minutes_number) == (MentorshipState.RECOMMENDED, "4")


def test_letters_are_shown_and_then_sent(enter: Callable[..., Client], school: Organization) -> None:
    pair = make_pair(organization=school, state=MentorshipState.RECOMMENDED)
    browser = enter(Role.HEAD)

    page = browser.get(url("mentorship_announce"))
    browser.post(url("mentorship_announce"), {"pairs": [pair.public_id]})

    assert "Вам предлагают стать наставником" in text_of(page)
    pair.refresh_from_db()
    assert pair.announced_at is not None


def test_letter_to_the_mentor_of_a_group_names_all(enter: Callable[..., Client], school: Organization) -> None:
    pair = make_pair(organization=school, state=MentorshipState.RECOMMENDED)
    browser = enter(Role.CURATOR)
    alone = text_of(browser.get(url("mentorship_announce")))

    browser.post(url("mentee_add", pair.public_id), {"need": _ready_pair(school)[1].public_id})
    group = text_of(browser.get(url("mentorship_announce")))

    assert "Наставляемый: " in alone
    assert "Наставляемые: " in group


def test_area_is_named_by_one_name(day: date) -> None:
    assert books.area_titles(day) == dict(books.area_choices(day))


def test_people_of_a_pair_open_it_from_the_announcement_on(enter: Callable[..., Client], school: Organization) -> None:
    pair = make_pair(organization=school, state=MentorshipState.RECOMMENDED)
    mentee = enter(person=pair.mentees.get().person)
    before = mentee.get(url("mentorship_detail", pair.public_id)).status_code

    enter(Role.HEAD).post(url("mentorship_announce"), {"pairs": [pair.public_id]})
    after = mentee.get(url("mentorship_detail", pair.public_id))

    assert (before, after.status_code) == (404, 200)
    assert "История" not in text_of(after)
    assert "Отменить пару" not in text_of(after)
    assert pair.mentor.person.last_name in text_of(mentee.get(url("mentorship_list")))


def test_names_on_the_card_lead_to_the_people(enter: Callable[..., Client], school: Organization) -> None:
    pair = make_pair(organization=school, state=MentorshipState.RECOMMENDED)
    people = (pair.mentor.person, pair.mentees.get().person)
    links = [reverse("staff:employment_detail", args=[one.employments.get().public_id]) for one in people]

    page = enter(Role.CURATOR).get(url("mentorship_detail", pair.public_id)).content.decode()

    assert [f'href="{link}"' in page for link in links] == [True, True]


def test_mentee_is_led_from_her_need_to_no_closed_page(enter: Callable[..., Client], school: Organization) -> None:
    need = make_pair(organization=school, state=MentorshipState.ACTIVE).mentees.get().need
    assert need is not None

    own = enter(person=need.person).get(url("need_detail", need.public_id))
    leaders = enter(Role.CURATOR).get(url("need_detail", need.public_id))

    assert [f'href="{url("need_list")}"' in page.content.decode() for page in (own, leaders)] == [False, True]


def test_pair_is_cancelled_from_its_card(enter: Callable[..., Client], school: Organization) -> None:
    pair = make_pair(organization=school)

    enter(Role.CURATOR).post(url("mentorship_cancel", pair.public_id))

    pair.refresh_from_db()
    assert pair.state == MentorshipState.CANCELLED


def test_one_more_mentee_joins_from_the_page(enter: Callable[..., Client], school: Organization) -> None:
    pair = make_pair(organization=school)
    need = _ready_pair(school)[1]

    enter(Role.CURATOR).post(url("mentee_add", pair.public_id), {"need": need.public_id})

    assert pair.mentees.count() == 2


# flat numbers of queries


def _fill(school: Organization, number: int) -> None:
    for _ in range(number):
        make_beginner(organization=school, teaching_experience_months=4)
        mentor = _ready_pair(school)[0]
        make_pair(organization=school, mentor=mentor, need=make_need(organization=school))


@pytest.mark.parametrize(
    "address",
    [
        "need_list",
        "mentor_list",
        "mentorship_list",
        "choose_all",
        "mentorship_decide",
        "restricted_journal",
    ],
)
def test_queries_do_not_grow_with_rows(enter: Callable[..., Client], school: Organization, address: str) -> None:
    browser = enter(Role.CURATOR)
    counts = []
    for number in (3, 12):
        _fill(school, number)
        browser.get(url(address))
        with CaptureQueriesContext(connection) as seen:
            assert browser.get(url(address) + "?state=all").status_code == 200
        counts.append(len(seen))

    assert counts[0] == counts[1]


def test_dismissal_says_which_pair_it_leaves(enter: Callable[..., Client], school: Organization) -> None:
    pair = make_pair(organization=school, state=MentorshipState.ACTIVE)
    work = Employment.objects.get(person=pair.mentor.person)
    page = reverse("staff:dismissal", args=[work.public_id])
    browser = enter(Role.CURATOR)

    before = text_of(browser.get(page))
    after = text_of(browser.post(page, {"version": work.version, "last_day": "2026-09-30"}, follow=True))

    assert "В паре с" in before
    assert re.search(r"Увольнение записано\. В паре с .+: оформите прекращение\.", after)


def test_question_repeated_too_soon_leads_back_to_the_list(enter: Callable[..., Client], school: Organization) -> None:
    sent = {"people": [make_teacher(organization=school).public_id], "side": "mentor"}
    browser = enter(Role.CURATOR)
    browser.post(url("readiness_ask"), sent)

    again = browser.post(url("readiness_ask"), sent, follow=True)

    assert again.redirect_chain == [(url("mentor_list"), 302)]
    assert "Вопрос не отправлен" in text_of(again)
    assert "уже спрашивали недавно" in text_of(again)

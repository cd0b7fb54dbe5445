"""Who is offered, who is named last and why; what the server makes of a choice."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.core.actor import Actor
from mentoring.matching import selectors
from mentoring.matching.actions import cancel_pair
from mentoring.matching.actions.ends import finish_pair, stop_pair
from mentoring.matching.choices import DecisionKind, MentorshipState, NeedState, ReadinessState, Side
from mentoring.matching.forms import DecisionForm
from mentoring.matching.models import Mentor, Mentorship, Need, Readiness
from mentoring.matching.selectors.choosing import Waiting
from mentoring.matching.tests.factories import make_mentor, make_need, make_pair, make_readiness
from mentoring.matching.tests.pages import text_of, url
from mentoring.organizations.models import Organization

ENDED = date(2026, 10, 5)


@pytest.fixture
def need(school: Organization) -> Need:
    """Somebody who waits and is ready."""
    need = make_need(organization=school)
    make_readiness(organization=school, person=need.person, side=Side.MENTEE)
    return need


def ready_mentor(school: Organization, **values: object) -> Mentor:
    mentor = make_mentor(organization=school, **values)
    make_readiness(organization=school, person=mentor.person)
    return mentor


def choice_of(actor: Actor, need: Need) -> Waiting:
    need.refresh_from_db()
    return selectors.choice_for(actor, need, day=ENDED)


# a pair that ended, places that are taken


def test_mentor_of_a_stopped_pair_is_not_offered_again(curator: Actor, school: Organization, need: Need) -> None:
    former, other = ready_mentor(school), ready_mentor(school)
    pair = make_pair(organization=school, mentor=former, need=need, state=MentorshipState.ACTIVE)

    stop_pair(mentorship=pair, on=ENDED, by=curator)
    row = choice_of(curator, need)

    assert [one.person for one in row.best(2)] == [other.person]
    assert row.proposed is not None
    assert row.proposed.person == other.person
    assert [(one.person, one.caveat) for one in row.others(2)] == [
        (former.person, "прежняя пара прекращена 5\u00a0октября 2026\u00a0г.")
    ]


def test_mentor_of_a_cancelled_pair_is_not_offered_again(curator: Actor, school: Organization, need: Need) -> None:
    former = ready_mentor(school)
    pair = make_pair(organization=school, mentor=former, need=need, state=MentorshipState.RECOMMENDED)

    cancel_pair(mentorship=pair, today=ENDED, by=curator)
    row = choice_of(curator, need)

    assert (row.best(2), row.proposed) == ((), None)
    assert [one.caveat for one in row.others(2)] == ["прежняя пара не состоялась 5\u00a0октября 2026\u00a0г."]


def test_mentor_of_a_finished_pair_is_offered_for_a_new_need(curator: Actor, school: Organization, need: Need) -> None:
    former = ready_mentor(school)
    pair = make_pair(organization=school, mentor=former, need=need, state=MentorshipState.ACTIVE)
    finish_pair(mentorship=pair, on=ENDED, by=curator)

    row = choice_of(curator, make_need(organization=school, person=need.person, school_year=2027))

    assert [one.person for one in row.best(2)] == [former.person]


def test_mentor_of_a_stopped_pair_is_offered_to_others(curator: Actor, school: Organization, need: Need) -> None:
    former = ready_mentor(school)
    pair = make_pair(organization=school, mentor=former, need=need, state=MentorshipState.ACTIVE)
    stop_pair(mentorship=pair, on=ENDED, by=curator)
    make_need(organization=school)

    rows = selectors.choices_for_all(curator, school, day=ENDED)

    assert {row.need == need: row.proposed and row.proposed.person for row in rows} == {
        True: None,
        False: former.person,
    }


def test_mentor_of_a_stopped_pair_may_be_chosen_by_hand(
    enter: Callable[..., Client], curator: Actor, school: Organization, need: Need
) -> None:
    former = ready_mentor(school)
    pair = make_pair(organization=school, mentor=former, need=need, state=MentorshipState.ACTIVE)
    stop_pair(mentorship=pair, on=ENDED, by=curator)
    chosen = {f"mentor_{need.public_id}": "other", f"other_{need.public_id}": str(former.person.public_id)}

    page = enter(Role.CURATOR).get(url("choose_all"))
    answer = enter(Role.CURATOR).post(url("choose_all"), {**chosen, "do": "propose"})

    assert "прежняя пара прекращена 5 октября 2026 г." in text_of(page)
    assert "Предложить некого" not in text_of(page)
    assert answer.status_code == 302


def test_mentor_without_a_place_stands_last_and_cannot_be_taken(
    enter: Callable[..., Client], school: Organization, need: Need
) -> None:
    full, free = ready_mentor(school, capacity=1), ready_mentor(school)
    make_pair(organization=school, mentor=full)

    page = enter(Role.CURATOR).get(url("choose_all")).content.decode()

    assert f'value="{full.person.public_id}" disabled>{full.person}, учитель' in page
    assert "мест нет: 1 из 1</option>" in page
    assert f'value="{free.person.public_id}" checked' in page
    assert "свободных мест нет" in page


# what is sent


def test_name_counts_when_nothing_is_ticked(enter: Callable[..., Client], school: Organization, need: Need) -> None:
    mentor = ready_mentor(school)

    enter(Role.CURATOR).post(
        url("choose_all"), {f"other_{need.public_id}": str(mentor.person.public_id), "do": "propose"}
    )

    assert Mentorship.objects.get().mentor == mentor


@pytest.mark.parametrize("ticked", ["none", "first"])
def test_name_beside_another_choice_is_asked_about(
    enter: Callable[..., Client], school: Organization, need: Need, ticked: str
) -> None:
    first, second = ready_mentor(school), ready_mentor(school)
    sent = {
        f"mentor_{need.public_id}": "none" if ticked == "none" else str(first.person.public_id),
        f"other_{need.public_id}": str(second.person.public_id),
    }

    answer = enter(Role.CURATOR).post(url("choose_one", need.public_id), {**sent, "do": "propose"})

    assert answer.status_code == 409
    assert "отмечено одно, а в списке выбрано другое" in text_of(answer)
    assert not Mentorship.objects.exists()


def test_other_mentor_without_a_name_is_asked_about(
    enter: Callable[..., Client], school: Organization, need: Need
) -> None:
    ready_mentor(school)

    answer = enter(Role.CURATOR).post(url("choose_all"), {f"mentor_{need.public_id}": "other", "do": "propose"})

    assert answer.status_code == 409
    assert "имя другого наставника не выбрано" in text_of(answer)


def test_refused_proposal_says_nothing_of_minutes(
    enter: Callable[..., Client], school: Organization, need: Need
) -> None:
    mentor = make_mentor(organization=school)
    sent = {f"mentor_{need.public_id}": str(mentor.person.public_id), "kind": "council", "minutes_number": "7"}

    answer = enter(Role.CURATOR).post(url("choose_all"), {**sent, "do": "propose"})

    assert answer.status_code == 409
    assert "готовность ещё не подтверждена" in text_of(answer)
    assert "Укажите" not in text_of(answer)
    assert 'value="7"' in answer.content.decode()


def silent_mentors(school: Organization) -> list[Mentor]:
    return [make_mentor(organization=school) for _ in range(4)]


def test_other_mentor_who_is_not_ready_is_told_at_the_choice_and_beside_her(
    enter: Callable[..., Client], school: Organization, need: Need
) -> None:
    silent_mentors(school)
    row = choice_of(make_actor(Role.CURATOR, organization=school), need)
    other = row.others(2)[0].person
    sent = {f"mentor_{need.public_id}": "other", f"other_{need.public_id}": str(other.public_id), "do": "propose"}

    page = text_of(enter(Role.CURATOR).get(url("choose_all")))
    answer = text_of(enter(Role.CURATOR).post(url("choose_all"), sent))

    assert f"{other}, учитель математики — готовность не подтверждена" in page
    assert "отметьте ответ ниже, если вы поговорили" not in page
    assert "отметьте ответ ниже, если вы поговорили" in answer
    assert f"{other.full_name}: готов(а)" in answer


def test_talk_with_everybody_marks_only_those_whose_pairs_are_decided(
    enter: Callable[..., Client], school: Organization, need: Need
) -> None:
    later = make_need(organization=school)
    mentor, unchosen = silent_mentors(school)[:2]
    sent = {
        f"mentor_{need.public_id}": str(mentor.person.public_id),
        f"mentor_{later.public_id}": "none",
        "talked": [f"mentee:{later.person.public_id}"]
        + [f"mentor:{one.person.public_id}" for one in (mentor, unchosen)],
        "do": "propose",
    }

    answer = enter(Role.CURATOR).post(url("choose_all"), sent)

    assert answer.status_code == 302
    ready = set(Readiness.objects.filter(state=ReadinessState.READY).values_list("person_id", flat=True))
    assert ready == {need.person_id, mentor.person_id}


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (DecisionKind.SOLE, {"clause"}),
        (DecisionKind.COUNCIL, {"body_name", "minutes_number", "minutes_on"}),
        ("", {"kind"}),
    ],
    ids=["единолично", "совет", "не отмечено"],
)
def test_choice_asks_for_its_own_fields(kind: str, asked: set[str]) -> None:
    form = DecisionForm({"kind": kind})

    assert set(form.errors) == asked


def test_wrong_date_of_the_other_choice_does_not_matter() -> None:
    form = DecisionForm({"kind": DecisionKind.SOLE, "clause": "п. 3.4", "minutes_on": "вчера"})

    assert form.is_valid()
    assert form.decision().clause == "3.4"
    assert form.decision().minutes_on is None


def test_words_say_which_fields_go_with_which_choice(
    enter: Callable[..., Client], school: Organization, need: Need
) -> None:
    page = text_of(enter(Role.CURATOR).get(url("choose_all")))

    assert need.state == NeedState.CONFIRMED
    assert "Если решено единолично" in page
    assert "Если рекомендовал совет" in page
    assert "ни пункт положения, ни протокол не нужны" in page
    assert "(необязательно)" not in page

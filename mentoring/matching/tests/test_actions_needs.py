"""Confirm, deny, add, reopen needs; the yearly update; own requests."""

from datetime import date, timedelta

import pytest

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.audit.models import Event
from mentoring.core.actor import Actor
from mentoring.core.errors import NotAllowed, Refusal, Stale, WrongState
from mentoring.matching.actions import (
    Wish,
    add_need,
    complete_update,
    confirm_needs,
    dismiss_need,
    reconsider_need,
    save_request,
    set_due,
    withdraw_request,
)
from mentoring.matching.choices import NeedState, ReadinessState, Side, Source
from mentoring.matching.models import Need, OwnRequest, Readiness
from mentoring.matching.selectors.needs import needs_page
from mentoring.matching.tests.factories import make_beginner, make_need, make_request, make_teacher
from mentoring.matching.tests.words import plain
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person
from mentoring.staff.tests.factories import make_basis

WORDS = "Боюсь родительских собраний и не сплю перед ними"


def test_confirmed_need_keeps_its_ground_in_words(school: Organization, curator: Actor, day: date) -> None:
    person = make_beginner(organization=school)

    [need] = confirm_needs(organization=school, people=[person], today=day, by=curator)

    assert (need.state, need.ground, need.since, need.school_year) == (NeedState.CONFIRMED, "beginner", day, 2026)
    assert plain(need.reason) == "педагогический стаж 1 год 4 месяца на 1 сентября 2026 г."
    assert "1\u00a0год 4\u00a0месяца" in need.reason
    assert Event.objects.get(name="matching.need.confirmed").person_id == person.pk


def test_confirming_twice_changes_nothing(school: Organization, curator: Actor, day: date) -> None:
    person = make_beginner(organization=school)
    confirm_needs(organization=school, people=[person], today=day, by=curator)

    confirm_needs(organization=school, people=[person], today=day, by=curator)

    assert Need.objects.count() == 1


def test_nobody_ticked_is_told(school: Organization, curator: Actor, day: date) -> None:
    with pytest.raises(Refusal, match="Никто не отмечен"):
        confirm_needs(organization=school, people=[], today=day, by=curator)


def test_person_without_a_ground_is_not_confirmed_by_rule(school: Organization, curator: Actor, day: date) -> None:
    with pytest.raises(Refusal, match="основание больше не находится"):
        confirm_needs(organization=school, people=[make_teacher(organization=school)], today=day, by=curator)


@pytest.mark.parametrize("role", [Role.CLERK, Role.COUNCIL_MEMBER])
def test_only_leaders_confirm(school: Organization, day: date, role: Role) -> None:
    person = make_beginner(organization=school)

    with pytest.raises(NotAllowed, match="куратор или руководитель"):
        confirm_needs(organization=school, people=[person], today=day, by=make_actor(role, organization=school))


def test_curator_of_another_school_confirms_nothing(school: Organization, day: date) -> None:
    stranger = make_actor(Role.CURATOR, organization=make_organization())

    with pytest.raises(NotAllowed):
        confirm_needs(organization=school, people=[make_beginner(organization=school)], today=day, by=stranger)


def test_dismissed_need_keeps_the_reason(school: Organization, curator: Actor, day: date) -> None:
    person = make_beginner(organization=school)

    need = dismiss_need(organization=school, person=person, reason=" уже был наставник ", today=day, by=curator)

    assert (need.state, need.not_required_reason) == (NeedState.NOT_REQUIRED, "уже был наставник")


def test_dismissing_needs_a_reason(school: Organization, curator: Actor, day: date) -> None:
    with pytest.raises(Refusal, match="почему наставник не требуется"):
        dismiss_need(organization=school, person=make_beginner(organization=school), reason=" ", today=day, by=curator)


def test_dismissed_person_is_not_proposed_this_year_and_is_next_year(
    school: Organization, curator: Actor, day: date
) -> None:
    person = make_beginner(organization=school)
    dismiss_need(organization=school, person=person, reason="отказ от наставника", today=day, by=curator)

    this_year = needs_page(curator, school, day=day)
    next_year = needs_page(curator, school, day=date(2027, 9, 2))

    assert [row.state for row in this_year.rows] == [NeedState.NOT_REQUIRED]
    assert [row.state for row in next_year.rows] == [NeedState.PROPOSED]


def test_dismissal_can_be_taken_back(school: Organization, curator: Actor, day: date) -> None:
    need = make_need(organization=school, state=NeedState.NOT_REQUIRED, not_required_reason="справляется сама")

    reconsider_need(need=need, today=day, by=curator)

    need.refresh_from_db()
    assert need.state == NeedState.PROPOSED


def test_met_need_is_not_reconsidered(school: Organization, curator: Actor, day: date) -> None:
    with pytest.raises(WrongState):
        reconsider_need(need=make_need(organization=school, state=NeedState.MET), today=day, by=curator)


def test_need_added_by_hand_is_confirmed_at_once(school: Organization, curator: Actor, day: date) -> None:
    person = make_teacher(organization=school)

    need = add_need(
        organization=school,
        person=person,
        ground="difficulties",
        reason="просит помочь с классом",
        today=day,
        by=curator,
    )

    assert (need.state, need.source) == (NeedState.CONFIRMED, Source.HAND)


def test_same_person_is_not_added_twice(school: Organization, curator: Actor, day: date) -> None:
    need = make_need(organization=school)

    with pytest.raises(Refusal, match="уже есть в списке"):
        add_need(organization=school, person=need.person, ground="difficulties", today=day, by=curator)


def test_stranger_is_not_added(school: Organization, curator: Actor, day: date) -> None:
    person = make_teacher(organization=make_organization())

    with pytest.raises(Refusal, match="не работает"):
        add_need(organization=school, person=person, ground="difficulties", today=day, by=curator)


def test_update_waits_for_every_decision(school: Organization, curator: Actor, day: date) -> None:
    make_beginner(organization=school)

    with pytest.raises(Refusal, match="ждёт решения: отметьте"):
        complete_update(organization=school, today=day, by=curator)


def test_update_is_confirmed_once_with_its_numbers(school: Organization, curator: Actor, day: date) -> None:
    people = [make_beginner(organization=school) for _ in range(3)]
    confirm_needs(organization=school, people=people[:2], today=day, by=curator)
    dismiss_need(organization=school, person=people[2], reason="не хочет", today=day, by=curator)

    update = complete_update(organization=school, today=day, by=curator)

    assert (update.completed_on, update.confirmed_count, update.not_required_count) == (day, 2, 1)
    with pytest.raises(WrongState, match="уже подтверждён"):
        complete_update(organization=school, today=day, by=curator)


def test_overdue_is_told_from_the_day_after(school: Organization, curator: Actor) -> None:
    on_time = needs_page(curator, school, day=date(2026, 9, 15)).update
    late = needs_page(curator, school, day=date(2026, 9, 16)).update

    assert (on_time.due_on, on_time.is_late, late.is_late) == (date(2026, 9, 15), False, True)


def test_organisation_that_has_just_begun_is_not_late(school: Organization, curator: Actor, day: date) -> None:
    make_basis(organization=school, recorded_on=day)

    update = needs_page(curator, school, day=day).update

    assert (update.due_on, update.is_late) == (day + timedelta(days=14), False)


def test_grace_of_the_first_year_is_not_taken_into_the_next(school: Organization, curator: Actor) -> None:
    begun = date(2027, 3, 1)
    make_basis(organization=school, recorded_on=begun)
    complete_update(organization=school, today=begun, by=curator)

    assert needs_page(curator, school, day=date(2027, 9, 2)).update.due_on == date(2027, 9, 15)


def test_due_day_of_who_begins_in_summer_stays_in_the_year(school: Organization, curator: Actor) -> None:
    make_basis(organization=school, recorded_on=date(2027, 8, 28))

    assert needs_page(curator, school, day=date(2027, 8, 29)).update.due_on == date(2027, 8, 31)


def test_next_year_takes_the_day_that_was_set(school: Organization, curator: Actor, day: date) -> None:
    set_due(organization=school, due_on=date(2026, 9, 30), today=day, by=curator)

    assert needs_page(curator, school, day=date(2027, 9, 2)).update.due_on == date(2027, 9, 30)


def test_due_day_lies_within_the_school_year(school: Organization, curator: Actor, day: date) -> None:
    with pytest.raises(Refusal, match="вне учебного года"):
        set_due(organization=school, due_on=day + timedelta(days=400), today=day, by=curator)


def test_new_school_year_asks_anew(school: Organization, curator: Actor, day: date) -> None:
    complete_update(organization=school, today=day, by=curator)

    assert needs_page(curator, school, day=date(2027, 9, 1)).update.completed_on is None


def test_waiting_goes_on_into_the_next_year(school: Organization, curator: Actor) -> None:
    need = make_need(organization=school)

    [row] = needs_page(curator, school, day=date(2027, 9, 2)).rows

    assert (row.state, row.since) == (NeedState.CONFIRMED, need.since)


def test_own_request_shows_the_curator_its_fact_and_shared_areas(
    school: Organization, curator: Actor, day: date
) -> None:
    person = make_teacher(organization=school)
    author = make_actor(person=person)

    save_request(
        organization=school,
        person=person,
        wish=Wish(words=WORDS, areas=["parents"]),
        version=None,
        today=day,
        by=author,
    )

    [row] = needs_page(curator, school, day=day).rows
    assert (row.has_request, row.areas, row.ground) == (True, ("работа с родителями",), "собственный запрос")
    assert WORDS not in repr(row)


def test_request_joins_a_need_that_is_open(school: Organization, day: date) -> None:
    need = make_need(organization=school)
    author = make_actor(person=need.person)

    request = save_request(
        organization=school, person=need.person, wish=Wish(words=WORDS), version=None, today=day, by=author
    )

    assert request.need_id == need.pk


def test_who_asks_for_a_mentor_is_ready(school: Organization, day: date) -> None:
    person = make_teacher(organization=school)

    save_request(
        organization=school,
        person=person,
        wish=Wish(words=WORDS),
        version=None,
        today=day,
        by=make_actor(person=person),
    )

    assert Readiness.objects.get(person=person, side=Side.MENTEE).state == ReadinessState.READY


def test_nobody_writes_a_request_for_another(school: Organization, curator: Actor, day: date) -> None:
    person = make_teacher(organization=school)

    with pytest.raises(NotAllowed, match="только его автор"):
        save_request(organization=school, person=person, wish=Wish(words=WORDS), version=None, today=day, by=curator)


def test_older_save_of_a_request_is_stopped(school: Organization, day: date) -> None:
    request = make_request(organization=school, words=WORDS, version=3)
    author = make_actor(person=request.person)

    with pytest.raises(Stale):
        save_request(
            organization=school, person=request.person, wish=Wish(words="другое"), version=2, today=day, by=author
        )

    request.refresh_from_db()
    assert request.words == WORDS


def test_withdrawn_request_leaves_no_words_and_no_need(school: Organization, curator: Actor, day: date) -> None:
    request = make_request(organization=school, words=WORDS, wished_image="спокойной")

    withdraw_request(request=request, today=day, by=make_actor(person=request.person))

    request.refresh_from_db()
    assert (request.words, request.wished_image, request.areas) == ("", "", [])
    assert Need.objects.get(pk=request.need_id).state == NeedState.CLOSED
    assert not any(row.has_request for row in needs_page(curator, school, day=day).rows)


def test_request_can_be_written_again_after_withdrawing(school: Organization, day: date) -> None:
    need = make_need(organization=school)
    author = make_actor(person=need.person)
    first = save_request(
        organization=school, person=need.person, wish=Wish(words=WORDS), version=None, today=day, by=author
    )
    withdraw_request(request=first, today=day, by=author)

    again = save_request(
        organization=school, person=need.person, wish=Wish(words="снова"), version=None, today=day, by=author
    )

    assert OwnRequest.objects.count() == 1
    assert (again.withdrawn_at, again.words) == (None, "снова")


def test_empty_request_is_refused(school: Organization, day: date) -> None:
    person = make_teacher(organization=school)

    with pytest.raises(Refusal, match="хотя бы одно предложение"):
        save_request(
            organization=school,
            person=person,
            wish=Wish(words="  "),
            version=None,
            today=day,
            by=make_actor(person=person),
        )


def test_traces_of_a_request_are_restricted_and_have_no_words(school: Organization, day: date) -> None:
    person = make_teacher(organization=school)

    save_request(
        organization=school,
        person=person,
        wish=Wish(words=WORDS),
        version=None,
        today=day,
        by=make_actor(person=person),
    )

    event = Event.objects.get(name="matching.request.saved")
    assert event.restricted
    assert WORDS not in str(event.__dict__)
    assert WORDS not in repr(Wish(words=WORDS))


def test_nobody_confirms_her_own_need_while_somebody_else_can(
    school: Organization, curator: Actor, head: Actor, day: date
) -> None:
    person = make_teacher(organization=school, person=Person.objects.get(pk=min(curator.own_ids)))
    terms = {"organization": school, "person": person, "ground": "difficulties", "today": day}

    with pytest.raises(NotAllowed, match="О собственной потребности решает другой"):
        add_need(**terms, by=curator)
    need = add_need(**terms, by=head)

    assert need.state == NeedState.CONFIRMED


def test_who_leads_alone_confirms_her_own_need(school: Organization, head: Actor, day: date) -> None:
    person = make_teacher(organization=school, person=Person.objects.get(pk=min(head.own_ids)))

    need = add_need(organization=school, person=person, ground="difficulties", today=day, by=head)

    assert need.state == NeedState.CONFIRMED

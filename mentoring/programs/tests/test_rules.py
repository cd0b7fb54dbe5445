"""Terms, dates, checks and words: pure rules, many cheap cases."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.core.dates import CalendarGap
from mentoring.organizations.choices import OrganizationType
from mentoring.programs.choices import ConsentKind, EndInitiator, PaymentKind, Side, WorkBasis
from mentoring.programs.rules.breaks import usual_breaks
from mentoring.programs.rules.checks import CheckedItem, CheckedProgram, faults
from mentoring.programs.rules.composing import Library, PairFacts, compose, items_wanted, motive
from mentoring.programs.rules.needed_papers import also_needed, needed_papers
from mentoring.programs.rules.notice import earliest_end, end_fault
from mentoring.programs.rules.readiness import by_person, missing_papers
from mentoring.programs.rules.spread import free_days, spread
from mentoring.programs.rules.term import Term, default_term, term_fault
from mentoring.programs.rules.work_terms import Terms, hours_words, payment_words, terms_faults
from mentoring.reference.books import activities, calendar, competencies, form

pytestmark = pytest.mark.engine_free
YEAR = Term(date(2026, 9, 1), date(2027, 5, 31))


@pytest.mark.parametrize(
    ("today", "starts_on", "ends_on"),
    [
        pytest.param(date(2026, 9, 7), date(2026, 9, 10), date(2027, 5, 31), id="осенью — до конца занятий"),
        pytest.param(date(2026, 12, 29), date(2027, 1, 12), date(2027, 5, 31), id="праздники обойдены"),
        pytest.param(date(2027, 2, 24), date(2027, 3, 1), date(2027, 5, 31), id="ровно три месяца"),
        pytest.param(date(2027, 3, 15), date(2027, 3, 18), date(2028, 3, 17), id="весной — в следующий учебный год"),
        pytest.param(date(2026, 7, 10), date(2026, 9, 1), date(2027, 5, 31), id="летом — с сентября"),
    ],
)
def test_default_term(today: date, starts_on: date, ends_on: date) -> None:
    assert default_term(today, calendar=calendar()) == Term(starts_on, ends_on)


@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_default_term_is_always_right(today: date) -> None:
    term = default_term(today, calendar=calendar())

    assert term.starts_on > today
    assert term_fault(term.starts_on, term.ends_on) == ""


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "words"),
    [
        (date(2026, 9, 1), date(2026, 11, 30), ""),
        (date(2026, 9, 1), date(2026, 11, 29), "не меньше чем по 30 ноября 2026"),
        (date(2026, 9, 1), date(2027, 8, 31), ""),
        (date(2026, 9, 1), date(2027, 9, 1), "не позже 31 августа 2027"),
        (date(2026, 11, 30), date(2027, 2, 27), ""),
        (date(2026, 9, 1), date(2026, 8, 31), "раньше, чем начинается"),
    ],
)
def test_term_fault(starts_on: date, ends_on: date, words: str) -> None:
    found = term_fault(starts_on, ends_on).replace("\u00a0", " ")

    assert (words in found) if words else not found


@given(
    st.dates(date(2025, 1, 1), date(2027, 12, 31)),
    st.integers(90, 364),
    st.lists(st.integers(1, 12), min_size=1, max_size=12),
    st.sampled_from(list(OrganizationType)),
)
def test_stretches_follow_one_another_inside_the_term(
    start: date, days: int, weights: list[int], type: OrganizationType
) -> None:
    term = Term(start, start + timedelta(days=days))
    breaks = usual_breaks(term.starts_on.year, term.ends_on.year, organization_type=type)
    is_free = free_days(working=lambda day: calendar().is_working_day(day), breaks=breaks)

    stretches = spread(term, weights, is_free=is_free)

    assert len(stretches) == len(weights)
    assert all(one.starts_on <= one.ends_on for one in stretches)
    assert all(one.starts_on in term and one.ends_on in term for one in stretches)
    assert [one.ends_on for one in stretches] == sorted(one.ends_on for one in stretches)


def test_last_stretch_ends_with_the_term() -> None:
    stretches = spread(YEAR, [1, 2, 3], is_free=lambda day: True)

    assert stretches[-1].ends_on == YEAR.ends_on
    assert stretches[1].starts_on == stretches[0].ends_on + timedelta(days=1)


def test_usual_vacations_of_a_year() -> None:
    found = {(one.title, one.starts_on, one.ends_on) for one in usual_breaks(2025, 2026, organization_type="school")}

    assert ("осенние каникулы", date(2025, 10, 25), date(2025, 11, 2)) in found
    assert ("весенние каникулы", date(2026, 3, 28), date(2026, 4, 5)) in found
    assert usual_breaks(2025, 2026, organization_type="kindergarten") == ()


@pytest.mark.parametrize(
    ("ends_on", "count"), [(date(2026, 12, 15), 6), (date(2027, 1, 31), 8), (date(2027, 5, 31), 8)]
)
def test_longer_terms_have_more_items(ends_on: date, count: int) -> None:
    assert items_wanted(Term(date(2026, 9, 1), ends_on)) == count


def test_the_same_facts_give_the_same_draft() -> None:
    facts = PairFacts(organization_type="school", ground="beginner", areas=("parents", "methods"))
    library = Library(activities(organization_type="school"), competencies(organization_type="school"))

    drafts = [compose(facts, term=YEAR, library=library, is_free=lambda day: day.weekday() < 5) for _ in range(2)]

    assert drafts[0] == drafts[1]
    assert drafts[0].area == "parents"


def test_positions_are_small_within_the_reason_of_the_choice() -> None:
    facts = PairFacts(
        organization_type="kindergarten",
        form_title="педагог — педагог",
        mentor_position="Старший воспитатель",
        mentee_positions=("ПДО",),
    )

    assert "наставник — старший воспитатель, наставляемый — ПДО." in motive(facts)


WHOLE = CheckedProgram(
    term=YEAR,
    forms=["teacher_teacher"],
    kinds=["traditional"],
    area="methods",
    aim="Цель",
    goals=1,
    items=[CheckedItem(number, "Дело", "трудность", None, date(2027, 1, 15)) for number in (1, 2, 3)],
)


def test_whole_programme_has_no_faults() -> None:
    assert faults(WHOLE) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"forms": []}, "Не выбраны форма и вид"),
        ({"kinds": []}, "Не выбраны форма и вид"),
        ({"misfits": ["традиционное"]}, "не подходит по числу"),
        ({"area": ""}, "Не выбрано направление"),
        ({"aim": "  "}, "Не записана цель"),
        ({"goals": 0}, "Нет ни одной задачи"),
        ({"items": ()}, "меньше трёх мероприятий (сейчас 0)"),
        ({"items": [CheckedItem(1, "Дело", " ", None, date(2027, 1, 15))] * 3}, "ни с затруднением, ни с сильной"),
        ({"items": [CheckedItem(1, "Дело", "т", None, date(2027, 6, 1))] * 3}, "01.06.2027 вне срока"),
        ({"items": [CheckedItem(1, "Дело", "т", date(2026, 8, 1), date(2027, 1, 1))] * 3}, "01.08.2026 вне срока"),
        ({"term": Term(date(2026, 9, 1), date(2026, 10, 1))}, "короче 3 месяцев"),
    ],
)
def test_each_fault_is_a_sentence_with_the_way_out(changes: dict[str, object], words: str) -> None:
    names = ("term", "forms", "kinds", "area", "aim", "misfits", "goals", "items")
    program = CheckedProgram(**({name: getattr(WHOLE, name) for name in names} | changes))  # type: ignore[arg-type]

    found = faults(program)

    assert any(words in fault for fault in found)
    assert all(fault.endswith((".", "срок.")) and "None" not in fault for fault in found)


@pytest.mark.parametrize(
    ("given_on", "initiator", "week", "earliest"),
    [
        (date(2026, 12, 30), EndInitiator.MENTOR, 5, date(2027, 1, 13)),
        (date(2026, 11, 20), EndInitiator.MENTEE, 5, date(2026, 11, 25)),
        (date(2026, 11, 20), EndInitiator.MENTEE, 6, date(2026, 11, 24)),
        (date(2026, 11, 20), EndInitiator.MUTUAL, 5, date(2026, 11, 20)),
    ],
)
def test_earliest_end(given_on: date, initiator: str, week: int, earliest: date) -> None:
    assert earliest_end(given_on, initiator=initiator, calendar=calendar(), week=week) == earliest


def test_notice_beyond_the_calendar_is_refused_in_words() -> None:
    with pytest.raises(CalendarGap, match="Производственного календаря"):
        earliest_end(date(2150, 1, 1), initiator=EndInitiator.MENTOR, calendar=calendar())


def test_end_inside_the_notice_and_after_the_term() -> None:
    early = end_fault(date(2026, 12, 1), earliest_on=date(2026, 12, 2), term=YEAR)
    assert early.startswith("Раньше")
    assert "не раньше третьего рабочего дня после вручения" in early
    assert "и так заканчивается" in end_fault(date(2027, 6, 1), earliest_on=date(2026, 12, 2), term=YEAR)
    assert end_fault(date(2026, 12, 2), earliest_on=date(2026, 12, 2), term=YEAR) == ""


def test_programme_does_not_end_before_it_begins() -> None:
    term = Term(date(2026, 12, 7), date(2027, 5, 31))

    assert "начинается 7" in end_fault(date(2026, 12, 4), earliest_on=date(2026, 12, 2), term=term)
    assert end_fault(date(2026, 12, 7), earliest_on=date(2026, 12, 2), term=term) == ""


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        (
            Terms(payment_kind=PaymentKind.AMOUNT, payment_value=Decimal("3000"), payment_basis="пункт 4.7"),
            "3000 руб. в месяц; основание — пункт 4.7",
        ),
        (
            Terms(payment_kind=PaymentKind.PERCENT, payment_value=Decimal("12.50"), payment_basis="пункт 4.7"),
            "12,5 % должностного оклада в месяц; основание — пункт 4.7",
        ),
        (
            Terms(payment_kind=PaymentKind.NONE, payment_basis="нет средств до января"),
            "не установлена (нет средств до января)",
        ),
        (
            Terms(basis=WorkBasis.LABOR_FUNCTION, labor_function_reason="инструкция, пункт 2"),
            "отдельно не устанавливается: наставничество входит в трудовую функцию (инструкция, пункт 2)",
        ),
    ],
)
def test_payment_in_words(terms: Terms, words: str) -> None:
    assert payment_words(terms).replace("\u00a0", " ") == words


def test_percent_may_be_round() -> None:
    terms = Terms(payment_kind=PaymentKind.PERCENT, payment_value=Decimal("10.00"), payment_basis="п. 4")

    assert payment_words(terms).startswith("10\u00a0%")


def test_hours_in_words() -> None:
    assert hours_words(8, "in_person").replace("\u00a0", " ") == "8 часов в месяц, очно"
    assert hours_words(None, "remote") == "дистанционно"


def test_all_faults_of_empty_terms_are_named() -> None:
    assert len(terms_faults(Terms())) == 3


def test_needed_papers_of_a_pair_and_of_who_agreed_on_the_site() -> None:
    pair = needed_papers(1, [2], with_agreement=True)
    online = needed_papers(1, [2, 3], with_agreement=False, agreed_ids=[1, 3])

    assert [(paper.person_id, paper.kind) for paper in pair] == [
        (1, ConsentKind.MENTOR), (1, ConsentKind.AGREEMENT), (2, ConsentKind.MENTEE),
        (1, ConsentKind.PROGRAM), (2, ConsentKind.PROGRAM),
    ]  # fmt: skip
    assert [(paper.person_id, paper.side, paper.kind) for paper in online] == [
        (1, Side.MENTOR, ConsentKind.MENTOR), (2, Side.MENTEE, ConsentKind.MENTEE),
        (3, Side.MENTEE, ConsentKind.MENTEE), (2, Side.MENTEE, ConsentKind.PROGRAM),
    ]  # fmt: skip


def test_missing_papers_are_told_by_person() -> None:
    needed = needed_papers(1, [2], with_agreement=False)
    given = {(1, "mentor"): "signed", (2, "mentee"): "prepared"}

    missing = missing_papers(needed, given, {1: "Белоусова В. И.", 2: "Ким Ю. С."})

    assert by_person(missing) == [
        "Ким Ю. С.: согласие наставляемого, согласие с программой",
        "Белоусова В. И.: согласие с программой",
    ]


def test_forms_outside_the_labour_code_say_what_else_is_needed() -> None:
    assert "практической подготовке" in also_needed([form("leader_student")])[0]
    assert "соглашение между организациями" in also_needed([form("lecturer_young")])[0]
    assert also_needed([form("teacher_teacher")]) == []

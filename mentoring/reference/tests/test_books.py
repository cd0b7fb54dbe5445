from collections.abc import Sequence
from datetime import date

import pytest

from mentoring.core import wording
from mentoring.organizations.choices import OrganizationType
from mentoring.reference import books
from mentoring.reference.loading import Entry

DAY = date(2026, 11, 23)
TYPES = [entry.code for entry in books.organization_types()]
ALL_BOOKS: dict[str, Sequence[Entry]] = {
    "positions": books.positions(),
    "forms": books.forms(),
    "kinds": books.kinds(),
    "grounds": books.grounds(),
    "areas": books.areas(),
    "competency_groups": books.competency_groups(),
    "competencies": books.competencies(),
    "categories": books.categories(),
    "norms": books.norms(),
    "organization_types": books.organization_types(),
    "activities": books.activities(),
    "activity_kinds": books.activity_kinds(),
    "thresholds": tuple(books.thresholds(DAY).values()),
}


@pytest.mark.parametrize("entries", ALL_BOOKS.values(), ids=ALL_BOOKS)
def test_entries_have_a_code_of_their_own_a_title_and_a_source(entries: Sequence[Entry]) -> None:
    codes = [entry.code for entry in entries]

    assert len(codes) == len(set(codes)) > 0
    assert all(entry.title.strip() and entry.source.strip() for entry in entries)
    assert all(code.isascii() and len(code) <= 60 for code in codes)


def test_unknown_code_is_refused_with_the_name_of_the_book() -> None:
    with pytest.raises(books.UnknownCodeError, match="«Должности» нет кода «astronaut»"):
        books.position("astronaut")


def test_types_of_organisations_are_those_of_the_organisations() -> None:
    assert set(TYPES) == set(OrganizationType.values)


def test_books_refer_to_codes_that_exist() -> None:
    for competency in books.competencies():
        assert books.competency_group(competency.group)
        assert all(books.area(code) for code in competency.areas)
        assert competency.organizations <= set(TYPES)
    for activity in books.activities():
        assert books.activity_kind(activity.kind)
        assert all(books.competency(code) for code in activity.competencies)
        assert activity.organizations <= set(TYPES)
    for ground in books.grounds():
        assert all(books.threshold(code, day=DAY) for code in ground.thresholds)
    for form in books.forms():
        assert all(books.position(code) for side in (form.mentor, form.mentee) for code in side.positions)
    for position in books.positions():
        assert position.organizations <= set(TYPES)


def test_there_are_seven_areas_and_each_has_competencies() -> None:
    assert len(books.areas()) == 7
    assert all(books.competencies(area=area.code) for area in books.areas())


def test_federal_groups_are_the_four_of_the_ministry() -> None:
    federal = [group.title for group in books.competency_groups() if group.is_federal]

    assert federal == ["предметные", "методические", "психолого-педагогические", "коммуникативные"]


@pytest.mark.parametrize("organization_type", ["school", "kindergarten", "additional"])
def test_every_competency_of_a_type_has_an_activity_of_that_type(organization_type: str) -> None:
    without = [
        competency.code
        for competency in books.competencies(organization_type=organization_type)
        if not books.activities(organization_type=organization_type, competencies=[competency.code])
    ]

    assert without == []


def test_library_has_sixty_activities_with_a_term_and_an_author() -> None:
    library = books.activities()

    assert len(library) >= 60
    assert all(1 <= activity.weeks <= 12 for activity in library)
    assert {activity.who for activity in library} == {"mentor", "mentee", "both"}
    assert books.activities(aimed_at="strength")
    assert {activity.aimed_at for activity in library} == {"difficulty", "strength"}


@pytest.mark.parametrize(
    ("organization_type", "title"),
    [
        ("school", "Провести открытый показ урока для коллег"),
        ("kindergarten", "Провести открытый показ занятия для коллег"),
        ("", "Провести открытый показ урока (занятия) для коллег"),
    ],
)
def test_activity_speaks_in_words_of_the_organisation(organization_type: str, title: str) -> None:
    assert books.activity("open_lesson", organization_type=organization_type).title == title


@pytest.mark.parametrize("organization_type", ["", *TYPES])
def test_no_gap_is_left_in_texts(organization_type: str) -> None:
    competencies = books.competencies(organization_type=organization_type)
    activities = books.activities(organization_type=organization_type)
    texts = [text for one in competencies for text in (one.title, one.difficulty, one.strength)]
    texts += [text for one in activities for text in (one.title, one.result)]

    assert not [text for text in texts if "{" in text or "}" in text]


def test_kindergarten_has_no_exams_in_its_books() -> None:
    assert not books.organization_type("kindergarten").has_exams
    codes = {competency.code for competency in books.competencies(organization_type="kindergarten")}
    assert "exam_tasks" not in codes
    assert "play_activity" in codes


@pytest.mark.parametrize(
    ("day", "gone", "come"),
    [
        (date(2025, 2, 28), "teacher_papers", "teacher_papers_2022"),
        (date(2025, 3, 1), "teacher_papers_2022", "teacher_papers"),
        (date(2025, 8, 17), "paper_layout", "paper_layout_2016"),
        (date(2025, 8, 18), "paper_layout_2016", "paper_layout"),
        (date(2026, 2, 28), "information_protection", "information_protection_2013"),
        (date(2024, 1, 1), "regional_regulation_2022", "regional_regulation"),
    ],
)
def test_norms_follow_their_dates(day: date, gone: str, come: str) -> None:
    codes = {norm.code for norm in books.norms(day)}

    assert come in codes
    assert gone not in codes


def test_order_on_pairs_cites_the_labour_code_from_march_2025() -> None:
    before = books.norms_for("pair_order", day=date(2025, 2, 28))
    after = books.norms_for("pair_order", day=date(2025, 3, 1))

    assert before == ()
    assert [norm.code for norm in after] == ["labor_code_mentoring"]
    assert after[0].instrumental.replace("\u00a0", " ") == "статьёй 351.8 Трудового кодекса Российской Федерации"


def test_norm_without_a_sure_number_never_gets_into_papers() -> None:
    municipal = books.norm("municipal_regulation")

    assert not municipal.is_citable
    assert municipal.verify
    assert len(municipal.number_variants) == 2
    assert not books.norm("regional_regulation").is_citable


def test_norms_of_a_territory_include_those_above_it_only() -> None:
    codes = {norm.code for norm in books.norms(DAY, territory="RU-ALT")}

    assert {"education_law", "regional_status_law"} <= codes
    assert "municipal_regulation" not in codes
    assert "municipal_regulation" in {norm.code for norm in books.norms(DAY, territory="RU-ALT-BARNAUL")}


def test_threshold_of_a_day_before_it_began_is_refused() -> None:
    assert books.threshold("notice_working_days", day=date(2025, 3, 1)).value == 3
    with pytest.raises(books.UnknownCodeError, match="Пороги"):
        books.threshold("notice_working_days", day=date(2025, 2, 28))


def test_beginner_threshold_is_three_years_and_asks_to_be_verified() -> None:
    beginner = books.threshold("beginner_months", day=DAY)

    assert (beginner.value, beginner.unit, beginner.verify) == (36, "months", True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ВКК", "highest"),
        ("Высшая, 12.03.2024", "highest"),
        ("1 кв. категория", "first"),
        ("Первая квалификационная категория", "first"),
        ("СЗД", "conformity"),
        ("соответствие занимаемой должности", "conformity"),
        ("б/к", "none"),
        ("Педагог-наставник", "mentor"),
        ("вторая", None),
        ("", None),
    ],
)
def test_category_is_told_by_the_words_of_a_staff_list(text: str, code: str | None) -> None:
    found = books.find_category(text)

    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("form", "mentor", "mentee"),
    [
        ("teacher_teacher", "teacher", "teacher"),
        ("pedagogue_pedagogue", "kindergarten_teacher", "music_director"),
        ("leader_pedagogue", "head", "kindergarten_teacher"),
        ("leader_teacher", "deputy_director", "teacher"),
    ],
)
def test_form_takes_the_positions_of_its_sides(form: str, mentor: str, mentee: str) -> None:
    rules = books.form(form)

    assert rules.mentor.refusal(books.Member(position=books.position(mentor))) == ""
    assert rules.mentee.refusal(books.Member(position=books.position(mentee))) == ""


def test_form_refuses_a_wrong_side_with_a_reason() -> None:
    head = books.Member(position=books.position("head"))
    student = books.Member(position=None, is_student=True)
    experienced = books.Member(position=books.position("teacher"))

    assert "педагог" in books.form("pedagogue_pedagogue").mentor.refusal(head)
    assert "учитель" in books.form("teacher_teacher").mentee.refusal(student)
    assert "студент" in books.form("leader_student").mentee.refusal(experienced)
    assert "стаж" in books.form("lecturer_young").mentee.refusal(experienced)
    assert "другой организации" in books.form("lecturer_young").mentor.refusal(experienced)
    assert books.form("leader_student").mentee.refusal(student) == ""


def test_group_takes_two_mentees_and_a_traditional_pair_one() -> None:
    assert [books.kind("group").allows(count) for count in (1, 2, 9)] == [False, True, True]
    assert [books.kind("traditional").allows(count) for count in (0, 1, 2)] == [False, True, False]
    assert books.kind("speed").is_event


@pytest.mark.parametrize("position", books.positions(), ids=lambda position: position.code)
def test_table_of_positions_agrees_with_the_rule(position: books.Position) -> None:
    assert position.forms == wording.decline_position(position.title)
    if position.feminine:
        assert position.feminine == wording.decline_position(position.feminine.nominative)

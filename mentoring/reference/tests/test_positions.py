import pytest

from mentoring.core.wording import Gender
from mentoring.reference import books


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("учитель математики", "teacher"),
        ("Учитель нач. классов", "teacher"),
        ("yчитель физики, классный руководитель", "teacher"),
        ("УЧИТЕЛЬ-ЛОГОПЕД", "speech_therapy_teacher"),
        ("педагог - психолог", "psychologist"),
        ("Воспитатель логопедической группы", "kindergarten_teacher"),
        ("Ст. воспитатель", "senior_kindergarten_teacher"),
        ("муз. руководитель", "music_director"),
        ("инструктор по физ. культуре", "physical_education_instructor"),
        ("ПДО", "additional_education_teacher"),
        ("педагог доп. образования (шахматы)", "additional_education_teacher"),
        ("зам. директора по УВР", "deputy_director"),
        ("Зам заведующей по ВМР", "deputy_head"),
        ("и.о. заведующего", "head"),
        ("исполняющая обязанности директора", "director"),
        ("заведующая", "head"),
        ("младший воспитатель", "junior_kindergarten_teacher"),
        ("сторож", None),
        ("", None),
    ],
)
def test_staff_title_is_told_to_a_position(title: str, code: str | None) -> None:
    found = books.find_position(title)

    assert (found.code if found else None) == code


def test_type_of_organisation_decides_between_positions_of_one_name() -> None:
    lecturer, university = (books.find_position("преподаватель", organization_type=t) for t in ("school", "partner"))

    assert lecturer is not None
    assert university is not None
    assert (lecturer.code, university.code) == ("lecturer", "university_lecturer")


def test_sections_of_the_nomenclature_tell_teachers_from_managers() -> None:
    assert books.position("teacher").is_teacher
    assert books.position("professor").is_teacher
    assert books.position("head").is_manager
    assert not books.position("junior_kindergarten_teacher").is_teacher
    assert not books.position("student").is_manager


def test_positions_are_filtered_by_type_of_organisation() -> None:
    codes = {position.code for position in books.positions(organization_type="kindergarten")}

    assert {"kindergarten_teacher", "head"} <= codes
    assert "vocational_master" not in codes


@pytest.mark.parametrize(
    ("title", "gender", "dative"),
    [
        ("заведующий", None, "заведующему"),
        ("заведующий", Gender.FEMALE, "заведующей"),
        ("заведующая", None, "заведующей"),
        ("старший вожатый", Gender.FEMALE, "старшей вожатой"),
        ("Учитель-логопед", None, "Учителю-логопеду"),
        ("УЧИТЕЛЬ", None, "УЧИТЕЛЮ"),
        ("учитель математики", Gender.FEMALE, "учителю математики"),
        ("учитель  -  логопед", None, "учителю-логопеду"),
    ],
)
def test_position_declines_by_the_table_and_then_by_the_rule(title: str, gender: Gender | None, dative: str) -> None:
    assert books.decline_position(title, gender=gender).dative == dative

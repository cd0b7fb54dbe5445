import pytest

from mentoring.core.wording import CaseForms, Gender, decline_position


@pytest.mark.parametrize(
    ("position", "dative"),
    [
        ("учитель-логопед", "учителю-логопеду"),
        ("педагог - психолог", "педагогу-психологу"),
        ("воспитатель логопедической группы", "воспитателю логопедической группы"),
        ("заместитель заведующего по ВМР", "заместителю заведующего по ВМР"),
        ("учитель истории, классный руководитель", "учителю истории, классному руководителю"),
        ("учитель физики, первая категория", "учителю физики, первая категория"),
        ("исполняющий обязанности директора", "исполняющему обязанности директора"),
        ("и.о. директора", "и.о. директора"),
        ("и.о. тьютора", "и.о. тьютора"),
        ("руководитель кружка «Мастер»", "руководителю кружка «Мастер»"),
        ("УЧИТЕЛЬ ХИМИИ", "УЧИТЕЛЮ ХИМИИ"),
        ("yчитель химии", "учителю химии"),
        ("младший обслуживающий персонал", "младший обслуживающий персонал"),
        ("", ""),
    ],
)
def test_position_declines_its_head_only(position: str, dative: str) -> None:
    assert decline_position(position).dative == dative


def test_adjective_position_agrees_with_the_person_when_gender_is_given() -> None:
    assert decline_position("исполняющий обязанности директора", gender=Gender.FEMALE).accusative == (
        "исполняющую обязанности директора"
    )
    assert decline_position("учитель", gender=Gender.FEMALE).accusative == "учителя"


def test_table_comes_before_the_rule() -> None:
    stored = CaseForms.same("особая должность")

    assert decline_position("Особая  Должность", known={"особая должность": stored}) is stored


def test_position_without_a_head_says_that_it_is_not_declined() -> None:
    assert not decline_position("АХЧ").is_declined
    assert decline_position("воспитатель").is_declined

"""Names of organisations beside positions, in the case that the position rules."""

import pytest

from mentoring.core.wording import decline_organization, organization_after


@pytest.mark.parametrize(
    ("name", "genitive"),
    [
        ("Детский сад № 8", "детского сада № 8"),
        ("ДЕТСКИЙ САД № 8", "детского сада № 8"),
        ("детский сад «Колобок»", "детского сада «Колобок»"),
        ("Средняя школа № 5", "средней школы № 5"),
        ("Школа-интернат № 2", "школы-интерната № 2"),
        ("Центр развития ребёнка № 7", "центра развития ребёнка № 7"),
        ("Барнаульская гимназия № 5", "Барнаульской гимназии № 5"),
        ("Комитет по образованию города Барнаула", "комитета по образованию города Барнаула"),
        (
            "Муниципальное бюджетное учреждение «Детский сад № 8»",
            "Муниципального бюджетного учреждения «Детский сад № 8»",
        ),
        ("МБДОУ «Детский сад № 8»", "МБДОУ «Детский сад № 8»"),
        ("МБДОУ Детский сад № 8", "МБДОУ Детский сад № 8"),
        ("СОШ № 5", "СОШ № 5"),
        ("«Солнышко»", "«Солнышко»"),
        ("Солнышко", "«Солнышко»"),
        ("", ""),
    ],
)
def test_name_stands_in_the_genitive_after_a_position(name: str, genitive: str) -> None:
    assert decline_organization(name).genitive == genitive
    assert organization_after("директор", name) == genitive
    assert organization_after("старший воспитатель", name) == genitive


@pytest.mark.parametrize("position", ["заведующий", "заведующая", "и. о. заведующего", "заместитель заведующего"])
def test_some_positions_rule_the_instrumental(position: str) -> None:
    assert organization_after(position, "Детский сад № 8") == "детским садом № 8"
    assert organization_after(position, "МБДОУ «Детский сад № 8»") == "МБДОУ «Детский сад № 8»"
    assert organization_after(f"{position} хозяйством", "Детский сад № 8") == "детского сада № 8"

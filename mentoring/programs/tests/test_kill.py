import pytest

from mentoring.core.tests.kill import survive


@pytest.mark.slow
@pytest.mark.engine_free
@pytest.mark.parametrize(
    ("scenario", "engine", "points"),
    [
        ("kill_signing", "sqlite", 65),
        ("kill_draft", "sqlite", 20),
        ("kill_order", "sqlite", 65),
        ("kill_signing", "postgresql", 12),
        ("kill_order", "postgresql", 12),
    ],
)
def test_killed_signing_and_order_leave_all_or_nothing(scenario: str, engine: str, points: int) -> None:
    outcome = survive(f"mentoring.programs.tests.{scenario}", points=points, engine=engine)

    assert (outcome.halves, outcome.lost, outcome.broken) == (0, 0, 0)
    assert outcome.killed > points // 2
    assert outcome.nothing
    assert outcome.nothing + outcome.everything == points

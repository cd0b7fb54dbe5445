import pytest

from mentoring.core.tests.kill import survive


@pytest.mark.slow
@pytest.mark.engine_free
@pytest.mark.parametrize(("scenario", "points"), [("kill_signing", 65), ("kill_draft", 20), ("kill_order", 65)])
def test_killed_signing_and_order_leave_all_or_nothing(scenario: str, points: int) -> None:
    outcome = survive(f"mentoring.programs.tests.{scenario}", points=points)

    assert (outcome.halves, outcome.lost, outcome.broken_files) == (0, 0, 0)
    assert outcome.killed > points // 2
    assert outcome.nothing
    assert outcome.nothing + outcome.everything == points

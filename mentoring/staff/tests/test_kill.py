import pytest

from mentoring.core.tests.kill import survive


@pytest.mark.slow
@pytest.mark.engine_free
@pytest.mark.parametrize(("engine", "points"), [("sqlite", 70), ("postgresql", 12)])
def test_killed_load_leaves_all_or_nothing(engine: str, points: int) -> None:
    outcome = survive("mentoring.staff.tests.kill_load", points=points, engine=engine)

    assert (outcome.halves, outcome.lost, outcome.broken) == (0, 0, 0)
    assert outcome.killed > points // 2
    assert outcome.nothing
    assert outcome.nothing + outcome.everything == points

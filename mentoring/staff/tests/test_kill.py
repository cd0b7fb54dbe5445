import pytest

from mentoring.core.tests.kill import survive

POINTS = 70


@pytest.mark.slow
@pytest.mark.engine_free
def test_killed_load_leaves_all_or_nothing() -> None:
    outcome = survive("mentoring.staff.tests.kill_load", points=POINTS)

    assert (outcome.halves, outcome.lost, outcome.broken_files) == (0, 0, 0)
    assert outcome.killed > POINTS // 2
    assert outcome.nothing
    assert outcome.nothing + outcome.everything == POINTS

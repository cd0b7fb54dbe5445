import pytest

from mentoring.core.tests.kill import survive


@pytest.mark.slow
@pytest.mark.engine_free
def test_half_done_work_is_seen() -> None:
    outcome = survive("mentoring.core.tests.kill_halves", points=12)

    assert outcome.halves > 0
    assert outcome.broken == 0

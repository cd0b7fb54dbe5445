"""What the rules say of two people's work."""

from mentoring.matching.rules.pairs import subject_fact
from mentoring.matching.rules.work import Work


def test_two_unknown_positions_are_not_one() -> None:
    fact = subject_fact(Work(person_id=1, position=""), Work(person_id=2, position=""))

    assert (fact.sign, fact.points) == ("no", 0)
    assert fact.sentence == "должность не указана — должность не указана"


def test_same_position_speaks_for_the_pair() -> None:
    fact = subject_fact(Work(person_id=1, position="Воспитатель"), Work(person_id=2, position="воспитатель"))

    assert (fact.sign, fact.sentence) == ("partly", "одна должность: воспитатель")

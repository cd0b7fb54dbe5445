"""Work that is queued is done, repeated when it fails, and never lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mentoring.core import background
from mentoring.core.models import Job

pytestmark = pytest.mark.django_db

done: list[int] = []


@background.task("tests.append")
def _append(*, number: int) -> None:
    done.append(number)


@background.task("tests.fail")
def _fail() -> None:
    raise ValueError("Иванова не найдена")


@pytest.fixture(autouse=True)
def _clean() -> None:
    done.clear()


def test_queued_work_is_done_once() -> None:
    background.run_later("tests.append", number=1)

    assert background.drain() == 1
    assert background.drain() == 0
    assert done == [1]


def test_the_same_key_is_queued_once() -> None:
    first = background.run_later("tests.append", number=1, dedup_key="a")
    second = background.run_later("tests.append", number=2, dedup_key="a")

    assert first.pk == second.pk
    assert background.drain() == 1


def test_work_of_the_future_waits() -> None:
    background.run_later("tests.append", number=1, not_before=timezone.now() + timedelta(hours=1))

    assert background.drain() == 0


def test_leased_work_is_not_taken_by_another_worker() -> None:
    background.run_later("tests.append", number=1)

    assert background.take_one() is not None
    assert background.take_one() is None


def test_work_of_a_killed_worker_is_taken_again_after_its_lease() -> None:
    background.run_later("tests.append", number=1)
    background.take_one()
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))

    assert background.drain() == 1
    assert done == [1]


def test_failed_work_is_repeated_later_and_its_words_have_no_names() -> None:
    background.run_later("tests.fail")

    background.drain()

    job = Job.objects.get()
    assert job.not_before > timezone.now()
    assert "ValueError" in job.error
    assert "Иванова" not in job.error


def test_work_that_fails_too_often_waits_for_a_person() -> None:
    job = background.run_later("tests.fail")
    for _ in range(background.MAX_ATTEMPTS):
        Job.objects.update(not_before=timezone.now())
        background.run_one()

    job.refresh_from_db()
    assert job.dead_at is not None
    assert Job.objects.given_up().count() == 1

    background.repeat(job)

    assert Job.objects.given_up().count() == 0

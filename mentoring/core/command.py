"""`@command`: the only decorator of actions: retry(atomic(idempotency + action)).

The operation starts in the highest domain that takes part; a command that it calls further down joins its transaction.
"""

import functools
import random
import time
from collections.abc import Callable
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

from django.db import IntegrityError, OperationalError, transaction

from mentoring.core.actor import Actor
from mentoring.core.constraints import message_of
from mentoring.core.errors import AlreadyDone, Refusal
from mentoring.core.models import Receipt

P = ParamSpec("P")
R = TypeVar("R")

ATTEMPTS = 3
RETRYABLE_SQLSTATES = {"40001", "40P01"}  # serialization failure, deadlock

_inside: ContextVar[bool] = ContextVar("inside_command", default=False)


def command(action: Callable[P, R]) -> Callable[P, R]:
    """Run an action as one transaction: all of it or nothing, once per form, retried on a deadlock.

    A constraint that says no becomes a Refusal with the constraint's Russian message.
    """

    @functools.wraps(action)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if _inside.get():
            return action(*args, **kwargs)
        token = _inside.set(True)
        try:
            return _run_with_retry(action, args, kwargs)
        finally:
            _inside.reset(token)

    run.is_command = True  # type: ignore[attr-defined]  # read by the architecture test
    return run


def _run_with_retry(action: Callable[..., R], args: tuple[object, ...], kwargs: dict[str, object]) -> R:
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with transaction.atomic(durable=True):
                _take_receipt(action, kwargs.get("by"))
                return action(*args, **kwargs)
        except OperationalError as error:
            if attempt == ATTEMPTS or not _is_retryable(error):
                raise
            time.sleep(random.uniform(0.01, 0.05) * attempt)  # noqa: S311 - jitter, not a secret
        except IntegrityError as error:
            raise constraint_refusal(error) from error
    raise AssertionError("unreachable")


def _is_retryable(error: OperationalError) -> bool:
    state = getattr(error.__cause__, "sqlstate", None)
    return state in RETRYABLE_SQLSTATES


def _take_receipt(action: Callable[..., object], by: object) -> None:
    """Write down that this form was used; raises AlreadyDone when it was used before."""
    if not isinstance(by, Actor) or not by.form_token or by.user_id is None:
        return
    name = f"{action.__module__.rpartition('.')[0]}.{action.__name__}"
    _, created = Receipt.objects.get_or_create(user_id=by.user_id, token=by.form_token, command=name)
    if not created:
        raise AlreadyDone


def constraint_refusal(error: IntegrityError) -> Refusal:
    """Turn a broken constraint into its Russian message; an unknown one is raised again as it is."""
    message = message_of(str(error))
    if message is None:
        raise error
    refusal = Refusal(message)
    refusal.status = 409
    return refusal

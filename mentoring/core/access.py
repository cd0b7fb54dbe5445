"""What a rule answers: allowed, or why not in words for the person."""

from dataclasses import dataclass

from mentoring.core.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer of a rule; the reason is a Russian sentence shown to the person."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


ALLOWED = Verdict(True)


def denied(reason: str) -> Verdict:
    """Refuse with a reason."""
    return Verdict(False, reason)


def allow_if(condition: bool, otherwise: str) -> Verdict:
    """Allow when the condition holds, else refuse with the reason."""
    return ALLOWED if condition else Verdict(False, otherwise)


def require(verdict: Verdict) -> None:
    """Raise NotAllowed with the verdict's reason unless it allows."""
    if not verdict.allowed:
        raise NotAllowed(verdict.reason)

"""What a signature starts: the domain that owns a paper registers a callable, run in the same transaction."""

from collections.abc import Callable
from datetime import date

from mentoring.core.actor import Actor
from mentoring.core.registry import Registry
from mentoring.documents.models import Document

Reaction = Callable[[Document, Actor, date], None]
Revocation = Callable[[Document, Actor], None]

Dating = Callable[[Document], None]

datings: Registry[Dating] = Registry("which days may stand on a paper, by kind of paper")
"""Called with a paper whose date or signature is being written; a Refusal raised here keeps it as it was."""

reactions: Registry[Reaction] = Registry("what a signature starts, by kind of paper")
"""`reactions.register("pair_order", start_programs)`: called with the signed paper, who marked it and on which day."""

revocations: Registry[Revocation] = Registry("what the cancelling of a paper undoes, by kind of paper")
"""Called with the cancelled paper; a Refusal raised here keeps the paper as it was."""

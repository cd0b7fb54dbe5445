"""What a signature starts: the domain that owns a paper registers a callable, run in the same transaction."""

from collections.abc import Callable

from mentoring.core.actor import Actor
from mentoring.core.registry import Registry
from mentoring.documents.models import Document

Reaction = Callable[[Document, Actor], None]

reactions: Registry[Reaction] = Registry("what a signature starts, by kind of paper")
"""`reactions.register("pair_order", start_programs)`: called with the signed paper and who marked it."""

revocations: Registry[Reaction] = Registry("what the cancelling of a paper undoes, by kind of paper")
"""Called with the cancelled paper; a Refusal raised here keeps the paper as it was."""

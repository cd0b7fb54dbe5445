"""What can go wrong with a paper; every text is written for the clerk who sees it."""

from mentoring.core.errors import Refusal


class PaperError(Refusal):
    """A paper could not be made; the text says why and what to do."""


class UnsafeTemplate(PaperError):
    """The template holds something that a template of papers may not hold."""


class RenderingFailed(PaperError):
    """The child process did not answer with a paper."""

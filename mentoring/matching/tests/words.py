"""Compare sentences without minding which of their spaces do not break."""

NBSP = "\u00a0"


def plain(text: str) -> str:
    """The text with ordinary spaces."""
    return text.replace(NBSP, " ")

"""What text the database keeps: PostgreSQL takes every character but NUL and halves of surrogate pairs."""

import re

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def is_storable(text: str) -> bool:
    """Tell whether both engines keep the text as it is."""
    return UNSTORABLE.search(text) is None


def storable(text: str) -> str:
    """The text without the characters that no keyboard types and no database keeps."""
    return UNSTORABLE.sub("", text)

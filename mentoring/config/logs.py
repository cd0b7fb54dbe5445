"""What the log is spared: lines that tell the keeper nothing she could act on."""

import logging

MOST_NAMES = 100


class ForeignHost(logging.Filter):
    """A request under a foreign name is told once a name and in one line: scanners send hundreds of them."""

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        self._told: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the first line of a name through, without its trace."""
        message = record.getMessage()
        if message in self._told or len(self._told) >= MOST_NAMES:
            return False
        self._told.add(message)
        record.exc_info = record.exc_text = None
        return True

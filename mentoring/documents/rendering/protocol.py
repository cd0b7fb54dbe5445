"""The words between the parent and its rendering child: one length-prefixed JSON request, one answer with a status."""

from typing import Final

OK: Final = b"+"
UNSAFE: Final = b"!"
FAILED: Final = b"-"
READY: Final = b"="

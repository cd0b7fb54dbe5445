"""How much a person may send at once; more is refused before it is read."""

from typing import Final

MEGABYTE: Final = 1024 * 1024
FILE_MAX_BYTES: Final = 12 * MEGABYTE
FILE_MAX_WORDS: Final = f"{FILE_MAX_BYTES // MEGABYTE}\u00a0МБ"
REQUEST_MAX_BYTES: Final = FILE_MAX_BYTES + 3 * MEGABYTE  # one file and the fields of the longest form


def too_large(advice: str) -> str:
    """«Файл больше 12 МБ: отсканируйте в 200 точек на дюйм.»"""
    return f"Файл больше {FILE_MAX_WORDS}: {advice}."

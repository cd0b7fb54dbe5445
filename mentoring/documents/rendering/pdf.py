"""The only module that calls typst. It runs in the child process, without system fonts and without packages."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final

import typst

from mentoring.documents.rendering.errors import RenderingFailed
from mentoring.documents.rendering.qr import qr_svg

FIXED_TIME: Final = datetime(2026, 1, 1, tzinfo=UTC)
ADDRESSES: Final = frozenset({"check_url", "url"})
NOWHERE: Final = "/nonexistent"  # no package is ever looked for on the machine


@cache
def compiler(template: Path) -> typst.Compiler:
    """Keep one compiler a template: fonts are read once for a whole batch."""
    return typst.Compiler(
        str(template),
        root=str(template.parent),
        ignore_system_fonts=True,
        package_path=NOWHERE,
        package_cache_path=NOWHERE,
    )


def fill_pdf(template: Path, payload: Mapping[str, object]) -> bytes:
    """Set the papers of the payload; their text never becomes markup, it arrives as JSON."""
    codes = {address: qr_svg(address) for address in sorted(set(addresses(payload)))}
    inputs = {"payload": json.dumps(payload, ensure_ascii=False), "codes": json.dumps(codes)}
    try:
        result = compiler(template).compile(format="pdf", sys_inputs=inputs, timestamp=FIXED_TIME)
    except typst.TypstError as error:
        raise RenderingFailed(f"PDF не собран: {str(error)[:300]}") from None
    if not isinstance(result, bytes):
        raise RenderingFailed("PDF не собран: получено несколько файлов.")
    return result


def addresses(value: object) -> Iterator[str]:
    """Every address in the payload that is printed as a QR code: of the check page, of a slip."""
    if isinstance(value, list):
        for item in value:
            yield from addresses(item)
    if isinstance(value, dict):
        for key, item in value.items():
            if key in ADDRESSES and isinstance(item, str) and item:
                yield item
            else:
                yield from addresses(item)

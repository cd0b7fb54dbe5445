"""QR codes as inlined SVG for printed slips and papers on the screen."""

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_svg(text: str, *, scale: int = 4) -> SafeString:
    """Draw the text as a QR code; black on white in every theme, otherwise telephones do not read it."""
    code = segno.make(text, error="m", micro=False)
    drawing = code.svg_inline(
        scale=scale, border=4, dark="#000", light="#fff", svgclass="qr", lineclass=None, omitsize=False
    )
    return mark_safe(drawing)  # noqa: S308 - geometry drawn from the text, the text itself is not in it

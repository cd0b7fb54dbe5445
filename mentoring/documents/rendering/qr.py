"""QR codes of papers: the address where anyone may check that the paper is in force."""

import io

import segno

QUIET_MODULES = 2
PNG_SCALE = 6


def qr_png(address: str) -> bytes:
    """Draw the address as a black-and-white PNG for a Word paper."""
    buffer = io.BytesIO()
    segno.make_qr(address, error="m").save(buffer, kind="png", scale=PNG_SCALE, border=QUIET_MODULES)
    return buffer.getvalue()


def qr_svg(address: str) -> str:
    """Draw the address as SVG for PDF papers and pages."""
    buffer = io.BytesIO()
    segno.make_qr(address, error="m").save(
        buffer,
        kind="svg",
        border=QUIET_MODULES,
        dark="#000000",
        light="#ffffff",
        xmldecl=False,
        svgclass=None,
        lineclass=None,
    )
    return buffer.getvalue().decode("utf-8")

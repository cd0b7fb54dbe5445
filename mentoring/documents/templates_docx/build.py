"""Makes the Word forms anew: `python -m mentoring.documents.templates_docx.build`.

A clerk's changes in the .docx files beside this module are overwritten, so run it after changes here only.
"""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Final

from docx.document import Document as WordDocument

from mentoring.documents.rendering.package import fixed_package
from mentoring.documents.templates_docx import orders, program, statements

FOLDER: Final = Path(__file__).parent

FORMS: Final[dict[str, Callable[[], WordDocument]]] = {
    "pair_order": orders.pair_order,
    "termination_order": orders.termination_order,
    "processing_basis": orders.processing_basis,
    "acquaintance_sheet": orders.acquaintance_sheet,
    "program": program.program,
    "mentor_consent": lambda: statements.statement(receipt=False),
    "mentee_consent": lambda: statements.statement(receipt=False),
    "termination_notice": lambda: statements.statement(receipt=True),
    "additional_agreement": statements.agreement,
}


def main() -> None:
    """Write every form."""
    for name, make in FORMS.items():
        content = io.BytesIO()
        make().save(content)
        (FOLDER / f"{name}.docx").write_bytes(fixed_package(content.getvalue()))


if __name__ == "__main__":
    main()

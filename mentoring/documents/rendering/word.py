"""The only module that calls docxtpl. It runs in the child process."""

import io
import struct
import zlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from docx.opc.constants import CONTENT_TYPE
from docxtpl import DocxTemplate
from jinja2 import Environment, TemplateError
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError

from mentoring.documents.rendering.errors import RenderingFailed, UnsafeTemplate
from mentoring.documents.rendering.guard import environment
from mentoring.documents.rendering.package import check_package, fixed_package
from mentoring.documents.rendering.qr import qr_png

QR_PICTURE: Final = "qr.png"  # name of the placeholder picture inside the template
CHECK_ADDRESS: Final = "check_url"


class PaperTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl for a batch: template text is cleaned once, not for every paper.

    Footnotes are filled once: its own loop would read filled text as a template again.
    """

    def patch_xml(self, src_xml: str) -> str:
        """Clean the text of a part for Jinja."""
        return cleaned(src_xml)

    def render_footnotes(self, context: dict[str, Any], jinja_env: Environment | None = None) -> None:
        for part in self.docx.part.package.parts:
            if part.content_type == CONTENT_TYPE.WML_FOOTNOTES:
                xml = self.patch_xml(part.blob.decode("utf-8"))
                part._blob = self.render_xml_part(xml, part, context, jinja_env).encode("utf-8")


@lru_cache(maxsize=32)  # body, header and footer of some ten forms
def cleaned(xml: str) -> str:
    """Template text without the markup Word puts inside placeholders: it depends on the text alone."""
    text: str = DocxTemplate.patch_xml(None, xml)
    return text


def fill_word(template: bytes, payload: Mapping[str, object]) -> bytes:
    """Fill the template; raise UnsafeTemplate or RenderingFailed with a sentence for the clerk."""
    check_package(template)
    paper = PaperTemplate(io.BytesIO(template))
    paper.allow_missing_pics = True
    address = payload.get(CHECK_ADDRESS)
    picture = qr_png(address) if isinstance(address, str) and address else blank_png()
    paper.replace_pic(QR_PICTURE, io.BytesIO(picture))
    try:
        paper.render(dict(payload), environment(frozenset(payload)))
    except SecurityError:
        raise UnsafeTemplate("В шаблоне есть недопустимое выражение: оставьте только подстановки.") from None
    except UndefinedError as error:
        raise RenderingFailed(f"В шаблоне есть поле, которого нет у этого документа ({error.message}).") from None
    except TemplateSyntaxError as error:
        raise UnsafeTemplate(f"В шаблоне ошибка записи полей ({error.message}): проверьте скобки.") from None
    except TemplateError as error:
        raise RenderingFailed(f"Шаблон не заполняется ({error.message}): проверьте поля.") from None
    result = io.BytesIO()
    paper.save(result)
    return fixed_package(result.getvalue())


def blank_png() -> bytes:
    """Return one white pixel: the place of the QR code on a paper that cannot be checked."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    chunks = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(b"\x00\xff")), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)

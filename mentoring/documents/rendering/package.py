"""A .docx is a zip: checked before it is parsed, and written again so that the same paper has the same bytes."""

import io
import re
import zipfile
from functools import lru_cache
from typing import Final

from mentoring.documents.rendering import limits
from mentoring.documents.rendering.errors import UnsafeTemplate

FIXED_TIME: Final = (2026, 1, 1, 0, 0, 0)
STORED_OR_DEFLATED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
NESTED_ARCHIVES: Final = (".zip", ".docx", ".xlsx", ".docm", ".bin", ".jar")
FORBIDDEN_MARKUP: Final = re.compile(rb"<!DOCTYPE|<!ENTITY|TargetMode\s*=\s*[\"']External", re.IGNORECASE)
MODIFIED_BY_CLOCK: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


@lru_cache(maxsize=8)
def check_package(content: bytes) -> None:
    """Raise UnsafeTemplate unless the bytes are a modest Word file without macros, entities and outer links."""
    if len(content) > limits.TEMPLATE_BYTES:
        raise UnsafeTemplate("Шаблон больше 5 МБ: уберите из него крупные картинки.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile:
        raise UnsafeTemplate("Это не файл Word (.docx): сохраните шаблон в Word как «Документ Word».") from None
    with archive:
        members = archive.infolist()
        _check_members(members)
        total = 0
        for member in members:
            total += _check_content(archive, member, limits.TEMPLATE_XML_BYTES - total)


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    if len(names) > limits.TEMPLATE_PARTS or len(set(names)) != len(names):
        raise UnsafeTemplate("Шаблон устроен необычно: сохраните его в Word заново.")
    if "[Content_Types].xml" not in names or "word/document.xml" not in names:
        raise UnsafeTemplate("Это не документ Word: сохраните шаблон в Word как «Документ Word» (.docx).")
    for member in members:
        name = member.filename.lower()
        if name.startswith("/") or ".." in name.split("/") or "\\" in name:
            raise UnsafeTemplate("В шаблоне есть файл с недопустимым именем: сохраните его в Word заново.")
        if "vbaproject" in name or name.endswith(NESTED_ARCHIVES):
            raise UnsafeTemplate("В шаблоне есть макрос или вложенный файл: уберите его и сохраните снова.")
        if member.flag_bits & 0x1 or member.compress_type not in STORED_OR_DEFLATED:
            raise UnsafeTemplate("Шаблон зашифрован или сжат необычно: сохраните его без пароля.")


def _check_content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: int) -> int:
    """Return the really decompressed size; the declared one may lie."""
    try:
        with archive.open(member) as stream:
            content = stream.read(room + 1)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError):
        raise UnsafeTemplate("Файл шаблона повреждён: сохраните его в Word заново.") from None
    size = len(content)
    if size > room or (size > 1024 * 1024 and size > limits.TEMPLATE_RATIO * max(member.compress_size, 1)):
        raise UnsafeTemplate("Шаблон слишком велик в распакованном виде: упростите его.")
    if member.filename.lower().endswith((".xml", ".rels")) and FORBIDDEN_MARKUP.search(content):
        raise UnsafeTemplate("В шаблоне есть внешняя ссылка или описание сущностей: уберите и сохраните снова.")
    return size


def fixed_package(content: bytes) -> bytes:
    """Write the zip again in one order with one time, so that equal papers are equal byte for byte."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(result, "w") as target:
        names = sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            info = zipfile.ZipInfo(name, date_time=FIXED_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, _without_clock(name, source.read(name)), compresslevel=6)
    return result.getvalue()


def _without_clock(name: str, content: bytes) -> bytes:
    if name != "docProps/core.xml":
        return content
    return MODIFIED_BY_CLOCK.sub(rb"\g<1>2026-01-01T00:00:00Z\g<3>", content)

"""Take in a scan: checked by its content, kept under its hash, its name only shown."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from mentoring.audit.journal import record
from mentoring.core import clock
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import NotAllowed, Refusal
from mentoring.documents import access, storage
from mentoring.documents.models import File
from mentoring.documents.uploads import check_upload, shown_name
from mentoring.organizations.models import Organization

QUOTA_BYTES: Final = 5 * 1024**3  # of one organisation


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: the name is never trusted, the type is told by the content."""

    name: str
    content: bytes


def store_file(*, organization: Organization, upload: Upload, by: Actor) -> File:
    """Keep the file; raises UnfitFile when it is not a scan. The same file of an organisation is kept once.

    The content is written before the transaction: a big scan must not hold the database.
    """
    require(access.can_keep_papers(by, organization))
    content_type = check_upload(upload.content)
    if storage_used(organization) + len(upload.content) > QUOTA_BYTES:
        raise Refusal("Место для файлов организации закончилось: обратитесь к администратору.")
    storage.put(upload.content)
    return _write_down(organization=organization, upload=upload, content_type=content_type, by=by)


@command
def _write_down(*, organization: Organization, upload: Upload, content_type: str, by: Actor) -> File:
    digest = storage.digest_of(upload.content)
    known = File.objects.filter(organization=organization, sha256=digest).first()
    if known is not None:
        File.objects.filter(pk=known.pk).update(uploaded_at=clock.now())  # the sweep leaves it alone
        return known
    file = File.objects.create(
        organization=organization,
        sha256=digest,
        name=shown_name(upload.name, content_type),
        content_type=content_type,
        size=len(upload.content),
        uploaded_by_id=by.user_id,
    )
    record("documents.file.stored", subject=file, by=by)
    return file


@command
def forget_unattached(*, before: datetime, by: Actor) -> list[str]:
    """Delete files that came before a moment and stand at no paper, as a refused signature leaves them.

    Give the hashes that no organisation keeps any more.
    """
    if not by.system:
        raise NotAllowed("Неприложенные файлы удаляет сама система.")
    left = File.objects.filter(uploaded_at__lt=before, documents=None, local_acts=None)
    digests = set(left.values_list("sha256", flat=True))
    for file in left.select_related("organization"):
        record("documents.file.forgotten", subject=file, by=by)
    left.delete()
    return sorted(digests - set(File.objects.filter(sha256__in=digests).values_list("sha256", flat=True)))


def storage_used(organization: Organization) -> int:
    """Bytes that the files of the organisation take."""
    return sum(File.objects.filter(organization=organization).values_list("size", flat=True))

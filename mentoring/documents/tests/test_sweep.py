"""Uploads that no paper took are deleted after a day; what a paper or another school keeps stays."""

import os
from datetime import timedelta

import pytest

from mentoring.accounts.tests.factories import make_actor
from mentoring.core import clock
from mentoring.core.errors import NotAllowed
from mentoring.documents import storage, tasks
from mentoring.documents.actions import Upload, forget_unattached, store_file
from mentoring.documents.models import File
from mentoring.documents.tests.factories import PDF_BYTES, make_signed_order
from mentoring.documents.tests.pages import card, scan
from mentoring.organizations.tests.factories import make_organization

pytestmark = pytest.mark.django_db(transaction=True)
LONG_AGO = timedelta(days=2)


def stored(school, by, content=PDF_BYTES):
    return store_file(organization=school, upload=Upload("скан.pdf", content), by=by)


def grow_old(file):
    moment = clock.now() - LONG_AGO
    File.objects.filter(pk=file.pk).update(uploaded_at=moment)
    os.utime(storage.place_of(file.sha256), (moment.timestamp(), moment.timestamp()))


def test_refused_scan_is_deleted_after_a_day(school, keeper):
    file = stored(school, keeper)
    tasks.sweep()
    assert File.objects.count() == 1

    grow_old(file)
    tasks.sweep()

    assert not File.objects.exists()
    assert not storage.place_of(file.sha256).exists()


def test_scan_of_a_paper_stays(school, keeper, clerk_browser):
    order = make_signed_order(organization=school, by=keeper, number="7")
    clerk_browser.post(card(order, "document_scan"), {"scan": scan()})
    grow_old(File.objects.get())

    tasks.sweep()

    assert storage.read(File.objects.get().sha256)


def test_content_that_another_school_keeps_stays(school, keeper):
    other = make_organization()
    kept = stored(other, make_actor("clerk", organization=other))
    grow_old(stored(school, keeper))

    tasks.sweep()

    assert File.objects.get() == kept
    assert storage.read(kept.sha256)


def test_file_sent_again_is_young_again(school, keeper):
    file = stored(school, keeper)
    grow_old(file)
    stored(school, keeper)

    tasks.sweep()

    assert storage.read(file.sha256)


def test_only_the_system_sweeps(keeper):
    with pytest.raises(NotAllowed):
        forget_unattached(before=clock.now(), by=keeper)

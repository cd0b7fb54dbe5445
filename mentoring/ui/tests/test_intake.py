"""What a server takes in: nothing larger than a form sends, judged before it has come."""

import io

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client, RequestFactory

from mentoring.core.uploads import FILE_MAX_BYTES, REQUEST_MAX_BYTES
from mentoring.ui.fields import ScanField
from mentoring.ui.middleware import IntakeMiddleware
from mentoring.ui.tests.rendering import render


class Untouched(io.BytesIO):
    """A body that must not be read."""

    def read(self, size: int | None = -1) -> bytes:
        raise AssertionError("the body was read")


def answered(announced: str, *, body: io.BytesIO | None = None) -> HttpResponse:
    """What the middleware makes of a POST that announces so many bytes."""
    request = RequestFactory().post("/", content_type="multipart/form-data; boundary=x")
    request.META |= {"CONTENT_LENGTH": announced, "wsgi.input": body or io.BytesIO()}
    return IntakeMiddleware(lambda request: HttpResponse("taken"))(request)


@pytest.mark.parametrize("announced", [str(REQUEST_MAX_BYTES + 1), "1" + "0" * 12, "9" * 5000, "0" * 40 + "62914809"])
def test_too_large_body_is_refused_unread_with_one_sentence(announced: str) -> None:
    answer = answered(announced, body=Untouched())

    page = answer.content.decode().replace("\u00a0", " ")
    assert answer.status_code == 413
    assert "Файл больше 12 МБ: выберите поменьше" in page
    assert "набранное осталось там" in page


@pytest.mark.parametrize("announced", ["", "0", "000", "-1", "много", "1e9", "٣", str(REQUEST_MAX_BYTES)])
def test_what_may_fit_is_let_in(announced: str) -> None:
    request = RequestFactory().get("/")
    request.META["CONTENT_LENGTH"] = announced

    assert IntakeMiddleware(lambda request: HttpResponse("taken"))(request).content == b"taken"


def test_refusal_wears_the_dress_and_the_policy_of_the_site() -> None:
    answer = Client().generic("POST", "/gallery/", b"", CONTENT_LENGTH=str(REQUEST_MAX_BYTES + 1))

    assert answer.status_code == 413
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "Ошибка 413" in answer.content.decode()


class ScanForm(forms.Form):
    """One scan."""

    scan = ScanField()


def test_field_says_its_limit_beforehand_to_people_and_to_scripts() -> None:
    html = render("{% field form.scan %}", form=ScanForm()).replace("\u00a0", " ")

    assert "PDF, PNG или JPG, до 12 МБ." in html
    assert f'data-max-bytes="{FILE_MAX_BYTES}"' in html
    assert 'data-too-large="Файл больше 12 МБ: отсканируйте' in html


@pytest.mark.parametrize(("size", "error"), [(FILE_MAX_BYTES, False), (FILE_MAX_BYTES + 1, True)])
def test_larger_file_is_an_error_of_its_field(size: int, error: bool) -> None:
    form = ScanForm({}, {"scan": SimpleUploadedFile("скан.pdf", b"0" * size)})

    assert ("scan" in form.errors) is error

"""A letter: sent, refused for good, worth another try."""

import smtplib

import pytest
from django.core import mail

from mentoring.core.mail import Sent, send_letter


def send():
    return send_letter(to="a@example.ru", subject="Тема", body="Текст", key="message-1")


def fail_with(monkeypatch, error):
    def refuse(self, fail_silently=False):
        raise error

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)


def test_letter_has_a_key_by_which_a_repeated_one_is_known(settings):
    settings.DEFAULT_FROM_EMAIL = "Наставничество <robot@school.example.ru>"

    assert send() is Sent.SENT
    assert mail.outbox[0].extra_headers["Message-ID"] == "<message-1@school.example.ru>"


def test_refusal_for_good_is_an_outcome(monkeypatch):
    fail_with(monkeypatch, smtplib.SMTPRecipientsRefused({"a@example.ru": (550, b"no such user")}))

    assert send() is Sent.REFUSED


@pytest.mark.parametrize(
    "error",
    [
        smtplib.SMTPRecipientsRefused({"a@example.ru": (451, b"later")}),
        smtplib.SMTPServerDisconnected("gone"),
        ConnectionRefusedError(),
    ],
    ids=["позже", "оборвалось", "нет сервера"],
)
def test_other_failures_rise_so_that_the_queue_tries_again(monkeypatch, error):
    fail_with(monkeypatch, error)

    with pytest.raises(type(error)):
        send()

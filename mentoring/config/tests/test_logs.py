"""A foreign Host header makes one line of the log, not a page of it for every request."""

import logging

import pytest
from django.test import Client

from mentoring.config.logs import MOST_NAMES, ForeignHost


@pytest.mark.django_db
def test_foreign_host_is_refused_with_one_line(caplog, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    watch = ForeignHost()
    logger = logging.getLogger("django.security.DisallowedHost")
    logger.addFilter(watch)
    try:
        foreign = {"HTTP_HOST": "evil.example", "HTTP_REFERER": "http://evil.example/login/again/"}
        answers = [Client().generic(method, "/login/", **foreign).status_code for method in ("GET", "GET", "POST")]
    finally:
        logger.removeFilter(watch)

    lines = [record for record in caplog.records if record.name == logger.name]
    assert answers == [400, 400, 400]
    assert [line.exc_info for line in lines] == [None]


def test_log_of_foreign_hosts_has_an_end():
    watch = ForeignHost()
    records = [logging.LogRecord("x", logging.ERROR, "x", 1, f"host {number}", None, None) for number in range(200)]

    assert sum(watch.filter(record) for record in records) == MOST_NAMES


def test_settings_use_it(settings):
    assert settings.LOGGING["filters"]["foreign_host"]["()"] == "mentoring.config.logs.ForeignHost"
    assert settings.LOGGING["loggers"]["django.security.DisallowedHost"]["filters"] == ["foreign_host"]

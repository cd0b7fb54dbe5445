"""A municipality's server: TLS in front, PostgreSQL behind, a public address that must be given."""

import os

from django.core.exceptions import ImproperlyConfigured

from mentoring.config.settings.base import *  # noqa: F403

for _name in ("MENTORING_URL", "MENTORING_HOSTS"):
    if not os.environ.get(_name):
        raise ImproperlyConfigured(f"{_name} must be set in production")

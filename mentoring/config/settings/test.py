"""Tests: fast hashing, memory cache, a data folder of their own."""

import os
import tempfile

os.environ.setdefault("MENTORING_DATA", tempfile.mkdtemp(prefix="mentoring-test-"))

from mentoring.config.settings.base import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
EMAIL_HOST = "mail.test"
WHITENOISE_AUTOREFRESH = True

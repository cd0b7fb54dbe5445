"""Settings that hold everywhere. What differs by place: local, test, production."""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.contrib.messages import constants as message_levels

from mentoring.config.secrets import secret_key
from mentoring.core.web_address import host_of

PACKAGE = Path(__file__).resolve().parents[2]
DATA_DIR = Path(os.environ.get("MENTORING_DATA", "var")).absolute()
FILES_DIR = DATA_DIR / "files"

DEBUG = False
SECRET_KEY = secret_key(DATA_DIR)
IS_ADDRESS_GIVEN = bool(os.environ.get("MENTORING_URL"))  # otherwise `serve` finds it in the settings of the system
OWN_URL = os.environ.get("MENTORING_OWN_URL", "http://127.0.0.1:8000")
PUBLIC_BASE_URL = (os.environ.get("MENTORING_URL") or OWN_URL).rstrip("/")
HOSTS = os.environ.get("MENTORING_HOSTS", f"127.0.0.1,localhost,[::1],{host_of(PUBLIC_BASE_URL)}")
ALLOWED_HOSTS = [host for host in HOSTS.split(",") if host]
CSRF_TRUSTED_ORIGINS = [PUBLIC_BASE_URL]
IS_SECURE = IS_ADDRESS_GIVEN and PUBLIC_BASE_URL.startswith("https://")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_cotton.apps.SimpleAppConfig",
    "template_partials.apps.SimpleAppConfig",
    "django_htmx",
    "csp",
    "mentoring.core",
    "mentoring.ui",
    "mentoring.audit",
    "mentoring.organizations",
    "mentoring.reference",
    "mentoring.people",
    "mentoring.accounts",
    "mentoring.notifications",
    "mentoring.documents",
    "mentoring.staff",
    "mentoring.matching",
    "mentoring.programs",
    "mentoring.workspace",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "mentoring.ui.middleware.IntakeMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "mentoring.accounts.middleware.SignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "mentoring.accounts.middleware.ActorMiddleware",
    "mentoring.accounts.middleware.AccessMiddleware",
    "mentoring.ui.repeats.RepeatMiddleware",
    "mentoring.ui.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "mentoring.config.urls"
WSGI_APPLICATION = "mentoring.config.wsgi.application"

LOADERS = [
    "django_cotton.cotton_loader.Loader",
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("template_partials.loader.Loader", [("django.template.loaders.cached.Loader", LOADERS)])],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "template_partials.templatetags.partials",
                "mentoring.ui.templatetags.ui",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "mentoring.ui.context.page",
            ],
        },
    }
]
FORM_RENDERER = "mentoring.ui.forms.Renderer"
COTTON_DIR = "cotton"

DATABASES = {
    "default": dj_database_url.parse(os.environ.get("DATABASE_URL", f"sqlite:///{DATA_DIR}/mentoring.sqlite3"))
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
            "PRAGMA cache_size=-64000; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY"
        ),
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # limits of guessing live here: nobody may push them out
    }
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["mentoring.accounts.backends.NameOrEmailBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "mentoring.accounts.passwords.PlainPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "workspace:home"
LOGOUT_REDIRECT_URL = "account_login"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_SECURE
SESSION_COOKIE_NAME = "__Host-sid" if IS_SECURE else "sid"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "mentoring.ui.views.csrf_failure"

ACCOUNT_LOGIN_METHODS = {"username"}  # our backend also takes an e-mail, which need not be unique
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_UNIQUE_EMAIL = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_ADAPTER = "mentoring.accounts.adapter.AccountAdapter"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False  # schools share computers: closing the browser signs out
ACCOUNT_EMAIL_NOTIFICATIONS = False
MFA_ADAPTER = "mentoring.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1  # telephones' clocks are off by half a minute
MFA_TOTP_ISSUER = "Наставничество"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_SECURE

LANGUAGE_CODE = "ru"
TIME_ZONE = "Asia/Barnaul"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": FILES_DIR}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
SECURE_HSTS_SECONDS = 31_536_000 if IS_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_SECURE
SECURE_SSL_REDIRECT = IS_SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if os.environ.get("TRUSTED_PROXIES") else None

EMAIL_HOST = os.environ.get("MENTORING_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("MENTORING_SMTP_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("MENTORING_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("MENTORING_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("MENTORING_SMTP_TLS", "1") == "1"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("MENTORING_SMTP_FROM", "mentoring@localhost")

MESSAGE_TAGS = {
    message_levels.SUCCESS: "good",
    message_levels.WARNING: "now",
    message_levels.ERROR: "late",
    message_levels.INFO: "quiet",
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"foreign_host": {"()": "mentoring.config.logs.ForeignHost"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"django.security.DisallowedHost": {"filters": ["foreign_host"]}},
    "root": {"handlers": ["console"], "level": os.environ.get("MENTORING_LOG", "WARNING")},
}

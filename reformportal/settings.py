"""Every setting, each read once, typed; docs say what each means."""

import logging
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from reformportal.environment import LOOPBACK, boolean, database, only_read, path_word, read, role, site, whole
from reformportal.logs import JSON_LINE

BASE_DIR = Path(__file__).resolve().parent.parent
LOCAL_DIR = BASE_DIR / "local"
SECRET_KEY_FILE = LOCAL_DIR / "secret-key"

DEBUG = read("DEBUG", boolean, False)
SITE = read("SITE_URL", site, site("http://127.0.0.1:8000"))
SITE_URL = SITE.url
HAS_STAFF = read("PORTAL_ROLE", role, "staff") == "staff"
ADMIN_PATH = read("ADMIN_PATH", path_word, "quan-tri")
PAGE_CACHE_MB = read("PAGE_CACHE_MB", whole, 24)
FOUR_EYES = read("FOUR_EYES", boolean, False)
LOG_JSON = read("LOG_JSON", boolean, False)
METRICS_PORT = read("METRICS_PORT", whole, 0)

# Who publishes, and where a wrong figure is reported: in citations and on pages; what is empty is left out.
PUBLISHER_VI = read("PUBLISHER_VI", str, "Chỉ số cải cách các tỉnh")
PUBLISHER_EN = read("PUBLISHER_EN", str, "Provincial reform indicators")
DESK_ADDRESS = read("DESK_ADDRESS", str, "")
DESK_TELEPHONE = read("DESK_TELEPHONE", str, "")

# Where PNG files of charts are kept; empty: none are made, and their addresses lead to the SVG files.
PICTURES_DIR = read("PICTURES_DIR", str, str(LOCAL_DIR / "pictures"))

if not (SITE.is_tls or SITE.is_loopback or DEBUG):
    raise ImproperlyConfigured("SITE_URL must be https, unless it is this machine's own (127.0.0.1, localhost).")

SECRET_KEY = read("SECRET_KEY", str, "") or (SECRET_KEY_FILE.read_text().strip() if SECRET_KEY_FILE.exists() else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY, or let `make run` write local/secret-key.")

ALLOWED_HOSTS = [SITE.host, *LOOPBACK]
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE.is_tls
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SITE.is_tls else None
SECURE_HSTS_SECONDS = 31_536_000 if SITE.is_tls else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SITE.is_tls
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

INSTALLED_APPS = [
    "provinces",
    "indicators",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "django_filters",
    "csp",
]

MIDDLEWARE = [
    "reformportal.health.readiness",
    "reformportal.logs.numbered",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "reformportal.middleware.permissions_policy",
    "reformportal.middleware.open_to_other_sites",
    "django.middleware.gzip.GZipMiddleware",
    "reformportal.middleware.language_of_the_path",
    "reformportal.middleware.readable_addresses",
    "reformportal.middleware.reading_only",
    "reformportal.middleware.fitting_forms",
    "django.middleware.common.CommonMiddleware",
    "reformportal.middleware.publication",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
READERS_CONTEXT = ["django.template.context_processors.request", "indicators.context.frame"]
STAFF_CONTEXT = ["django.contrib.auth.context_processors.auth", "django.contrib.messages.context_processors.messages"]

if HAS_STAFF:
    INSTALLED_APPS += ["django.contrib.admin", "django.contrib.sessions", "django.contrib.messages", "axes"]
    MIDDLEWARE += [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "axes.middleware.AxesMiddleware",
    ]

ROOT_URLCONF = "reformportal.urls"
WSGI_APPLICATION = "reformportal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": READERS_CONTEXT + (STAFF_CONTEXT if HAS_STAFF else []),
        },
    }
]

DATABASES = {"default": read("DATABASE_URL", database, database(f"sqlite:///{LOCAL_DIR / 'portal.sqlite3'}"))}
if not HAS_STAFF:
    DATABASES["default"] = only_read(DATABASES["default"])
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

PASSWORD_VALIDATION = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": PASSWORD_VALIDATION + "UserAttributeSimilarityValidator"},
    {"NAME": PASSWORD_VALIDATION + "MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": PASSWORD_VALIDATION + "CommonPasswordValidator"},
    {"NAME": PASSWORD_VALIDATION + "NumericPasswordValidator"},
]

# A name tried from one address is refused for a while after five wrong passwords.
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
AXES_LOCKOUT_TEMPLATE = "admin/locked.html"
AXES_CLIENT_IP_CALLABLE = "reformportal.middleware.address_of"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

PLAIN_STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage"
HASHED_STATIC = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STATIC_URL = "/static/"
STATIC_ROOT = LOCAL_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": PLAIN_STATIC if DEBUG else HASHED_STATIC},
}

LINE = {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}
# What Python warns of is a line like any other.
logging.captureWarnings(LOG_JSON)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": JSON_LINE if LOG_JSON else LINE},
    "filters": {"identified": {"()": "reformportal.logs.Identified"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["identified"]}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "axes": {"level": "WARNING"},
        # A page that is not there is the reader's affair; only our own failures are logged.
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        # A line for each page that was made: for programs, not for a terminal.
        "reformportal.logs": {"level": "INFO" if LOG_JSON else "WARNING"},
    },
}

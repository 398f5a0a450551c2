"""The portal's own settings, whatever the environment of the tester says."""

import os

for name in ("DEBUG", "SITE_URL", "ADMIN_PATH"):
    os.environ.pop(name, None)
# Tests make a database of their own; a mistake must not find anybody's.
os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL", "sqlite:////nowhere/portal.sqlite3")
os.environ["SECRET_KEY"] = "only-for-tests-" + "0123456789" * 5

from reformportal.settings import *  # noqa: E402, F403
from reformportal.settings import PLAIN_STATIC, STORAGES  # noqa: E402

STORAGES = STORAGES | {"staticfiles": {"BACKEND": PLAIN_STATIC}}
PICTURES_DIR = ""
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True

"""The portal is made ready by `make run`."""

import os
import subprocess
import sys
from stat import S_IMODE

import pytest
from django.conf import settings

PREPARE = "import django; django.setup(); from tools.prepare import make_tables; make_tables()"


@pytest.mark.thorough
def test_a_database_in_a_file_is_its_owners_alone(tmp_path):
    file = tmp_path / "portal.sqlite3"
    told = os.environ | {"DATABASE_URL": f"sqlite:///{file}", "DJANGO_SETTINGS_MODULE": "reformportal.settings"}
    subprocess.run([sys.executable, "-c", PREPARE], cwd=settings.BASE_DIR, env=told, check=True, umask=0o022)
    assert {path.name: S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {"portal.sqlite3": 0o600}

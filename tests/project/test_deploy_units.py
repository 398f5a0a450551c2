"""What stands in deploy/ beside nginx.conf: units of systemd, containers, the upgrade."""

import os
import re
import shutil
import subprocess

import pytest
import yaml
from django.core.management import get_commands

from .tree import ROOT

UNITS = sorted((ROOT / "deploy/systemd").iterdir())
COMPOSE = ROOT / "deploy/compose.yaml"
TEXTS = [*UNITS, COMPOSE, ROOT / "docs/deploy-one.md", ROOT / "docs/deploy-many.md"]
DRAWING = "manage.py draw_pictures --follow"
PYTHON = """#!/bin/sh
echo "$(basename "$(pwd)") $2" >> "$PORTAL_DATA/done"
[ "$2" != "$FAILING" ]
"""


def test_systemd_understands_the_units(tmp_path):
    """Its own check, with the programs of the tests in the place of those on the server."""
    home = tmp_path / "current"
    (home / ".venv/bin").mkdir(parents=True)
    for program in ("python", "gunicorn"):
        (home / ".venv/bin" / program).symlink_to("/bin/true")
    for unit in UNITS:
        (tmp_path / unit.name).write_text(unit.read_text().replace("/srv/portal/current", str(home)))
    command = ["systemd-analyze", "verify", *(tmp_path / unit.name for unit in UNITS)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, [line for line in done.stderr.splitlines() if "portal" in line]) == (0, [])


def test_pictures_are_drawn_after_each_publication_wherever_a_portal_serves():
    """As `make run` does; a new version of the portal starts the drawing anew."""
    services = yaml.safe_load(COMPOSE.read_text())["services"].values()
    unit = (ROOT / "deploy/systemd/portal-pictures.service").read_text()
    commands = [str(each.get("command")) for each in services]
    assert f"python {DRAWING}" in commands
    assert f".venv/bin/python {DRAWING}\n" in unit
    assert "\nPartOf=portal.service\n" in unit
    assert all("`portal-pictures.service`" in path.read_text() for path in TEXTS if path.suffix == ".md")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_commands_that_are_named_are_there(path):
    named = re.findall(r"manage\.py ([a-z_]+)", path.read_text())
    assert set(named) <= set(get_commands())


def test_settings_of_the_example_are_settings():
    names = re.findall(r"^([A-Z_]+)=", (ROOT / "deploy/environment.example").read_text(), re.MULTILINE)
    known = re.findall(r'read\("([A-Z_]+)"', (ROOT / "reformportal/settings.py").read_text())
    assert len(names) == 3
    assert set(names) <= set(known)


def test_nginx_asks_the_portals_at_their_addresses():
    services = yaml.safe_load(COMPOSE.read_text())["services"]
    standing = [each["networks"]["inner"]["ipv4_address"] for name, each in services.items() if "portal-" in name]
    asked = re.search(r"portals=(\S+)", services["prepare"]["command"][2])[1]
    assert asked == ",".join(f"{address}:8000" for address in standing)


def test_every_file_that_the_containers_share_is_here():
    services = yaml.safe_load(COMPOSE.read_text())["services"]
    build = services["prepare"]["build"]
    assert (COMPOSE.parent / build["context"] / build["dockerfile"]).is_file()
    shared = [volume.split(":")[0] for each in services.values() for volume in each["volumes"] if volume[:2] == ".."]
    assert [path for path in shared if not (COMPOSE.parent / path).exists()] == []


def git(*words):
    who = ["-c", "user.name=portal", "-c", "user.email=portal@example.org"]
    subprocess.run(["git", *who, *map(str, words)], check=True)


@pytest.fixture
def home(tmp_path):
    """A home of the portal whose repository has the versions v1 and v2; what they are asked to do, they write down."""
    source = tmp_path / "source"
    (source / "tools").mkdir(parents=True)
    (source / "python").write_text(PYTHON)
    (source / "tools/venv.sh").write_text('mkdir -p "$1/bin" && cp python "$1/bin/python"\n')
    for path in (source / "python", source / "tools/venv.sh"):
        path.chmod(0o755)
    for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "All"], ["tag", "v1"], ["tag", "v2"]):
        git("-C", source, *words)
    git("clone", "--quiet", "--bare", source, tmp_path / "repository")
    (tmp_path / "data").mkdir()
    (tmp_path / "settings").write_text('SITE_URL="https://portal.example"\n')
    return tmp_path


def upgrade(home, version, **others):
    """(whether it went well, what the versions were asked, which one serves)."""
    user = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
    named = {"HOME": home, "DATA": home / "data", "SETTINGS": home / "settings", "USER": user}
    named |= {"RESTART": f"readlink {home}/current"}
    variables = {f"PORTAL_{name}": str(value) for name, value in named.items()} | others
    command = [ROOT / "deploy/upgrade.sh", version]
    done = subprocess.run(command, env=os.environ | variables, capture_output=True, text=True)
    current = home / "current"
    asked = (home / "data/done").read_text().splitlines()
    return done.returncode == 0, asked, os.readlink(current) if current.is_symlink() else None


def test_a_version_is_made_ready_before_it_serves(home):
    assert upgrade(home, "v1") == (True, ["v1 check", "v1 migrate", "v1 collectstatic"], "releases/v1")
    assert upgrade(home, "v2")[2] == "releases/v2"
    assert upgrade(home, "v1")[2] == "releases/v1"
    assert os.readlink(home / "current/local") == str(home / "data")


@pytest.mark.parametrize("step", ["check", "migrate", "collectstatic"])
def test_a_version_that_cannot_be_made_ready_never_serves(home, step):
    upgrade(home, "v1")
    went_well, asked, current = upgrade(home, "v2", FAILING=step)
    assert (went_well, asked[-1], current) == (False, f"v2 {step}", "releases/v1")


def test_a_half_made_version_is_made_anew(home):
    upgrade(home, "v1")
    (home / "releases/v1/.venv/complete").unlink()
    shutil.rmtree(home / "releases/v1/tools")
    assert upgrade(home, "v1")[0]


def test_a_portal_that_only_reads_changes_no_table(home):
    assert upgrade(home, "v1", PORTAL_ROLE="public")[1] == ["v1 check", "v1 collectstatic"]

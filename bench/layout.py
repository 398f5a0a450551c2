"""What docs/deploy-many.md sets up, on loopback: a primary, a replica, two portals, one of the staff, nginx."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress

from bench import front, servers
from bench.postgres import NAME, Server

READER = "portal_reader"
SERIES = ("par-index/2022", "par-index/2024", "sipas/2024", "papi/2023", "pci/2024")
PAGES = ["/", "/en/", "/provinces/", "/rankings/", "/rankings/papi/2024.json", "/targets/", "/sources/", "/compare/"]
FIRST = "47,82"  # the score that is published when the drill begins


class Layout:
    """Everything that stands; `stack` stops it. `published`: (when, score) of each publication."""

    def __init__(self, folder, stack):
        folder.chmod(0o755)
        self.primary, self.replica = Server(folder / "primary"), Server(folder / "replica")
        self.portals, self.sockets, self.published = [None, None], [None, None], [(0, FIRST)]
        for server in (self.primary, self.replica):
            stack.callback(server.kill)
        self.fill()
        self.ports = [servers.free_port() for _portal in self.portals]
        for number in range(len(self.portals)):
            stack.callback(self.kill_portal, number)
            self.start_portal(number)
        staff, _process = stack.enter_context(servers.gunicorn(self.staff, first="/healthz"))
        portals = ",".join(f"127.0.0.1:{port}" for port in self.ports)
        run = folder / "run"
        run.mkdir()
        self.front = stack.enter_context(front.nginx(run, portals=portals, staff=staff[7:], home=str(servers.ROOT)))
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        command = [sys.executable, "-m", "bench.editor"]
        self.editor = stack.enter_context(subprocess.Popen(command, cwd=servers.ROOT, env=self.staff, **pipes))
        stack.callback(self.editor.terminate)

    def fill(self):
        """The fixtures on the primary, the rights of readers, and the replica as its copy."""
        self.primary.initialise()
        self.primary.start()
        self.primary.tell(f"CREATE DATABASE {NAME}")
        self.primary.tell(f"CREATE ROLE {READER} LOGIN")
        addresses = f"{self.primary.address},{self.replica.address}"
        self.staff = self.settings(f"postgres://postgres@{addresses}/{NAME}?target_session_attrs=read-write")
        prepare = [sys.executable, "-m", "tools.prepare"]
        subprocess.run(prepare, cwd=servers.ROOT, env=self.staff, check=True, stdout=subprocess.DEVNULL)
        self.primary.read(servers.ROOT / "deploy/select-only.sql", NAME, role=READER, database=NAME)
        self.replica.follow(self.primary)
        self.replica.start()

    def settings(self, database, **others):
        settings = {"DATABASE_URL": database, "DEBUG": "false", "DJANGO_SETTINGS_MODULE": "reformportal.settings"}
        settings |= {"SECRET_KEY": secrets.token_urlsafe(50), "SITE_URL": f"https://{front.HOST}"}
        return os.environ | settings | others

    def start_portal(self, number):
        addresses = f"{self.replica.address},{self.primary.address}"
        database = f"postgres://{READER}@{addresses}/{NAME}"
        settings = self.settings(database, PORTAL_ROLE="public", PORT=str(self.ports[number]))
        if self.sockets[number] is None:
            self.sockets[number] = socket.create_server(("127.0.0.1", self.ports[number]), backlog=128)
        told = {"env": settings, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.portals[number] = servers.activated(self.sockets[number], "reformportal.wsgi", **told)
        deadline = time.monotonic() + servers.PATIENCE
        while time.monotonic() < deadline:
            with suppress(OSError):
                return servers.get(f"http://127.0.0.1:{self.ports[number]}/healthz")
            time.sleep(0.1)
        raise RuntimeError(f"Portal {number} does not answer.")

    def kill_portal(self, number):
        """End a portal and its workers, and close its address, as a power cut does."""
        if self.sockets[number]:
            self.sockets[number].close()
            self.sockets[number] = None
        if self.portals[number]:
            with suppress(ProcessLookupError):
                os.killpg(self.portals[number].pid, signal.SIGKILL)
            self.portals[number].wait()
            self.portals[number] = None

    def restart(self):
        """Everything once, one after the other; the addresses of portals stay open, as systemd keeps them."""
        for number, portal in enumerate(self.portals):
            servers.stop(portal)
            self.start_portal(number)
        for server in (self.replica, self.primary):
            server.kill()
            server.start()
        self.front.reload()

    def edit(self, line):
        """Let the desk publish, and remember when it was done."""
        self.editor.stdin.write(line + "\n")
        self.editor.stdin.flush()
        if not self.editor.stdout.readline():
            raise RuntimeError("The desk could not publish.")
        score = FIRST if line.startswith("back") else line.split()[1][:5].replace(".", ",")
        self.published.append((time.monotonic(), score))

    def age(self, seen):
        """For how many seconds what a reader saw had not been public any more when it was asked for."""
        before = [(moment, score) for moment, score in self.published if moment <= seen.asked]
        if not seen.score or before[-1][1] == seen.score:
            return 0
        ends = [end for (_begun, score), (end, _next) in zip(before, before[1:], strict=False) if score == seen.score]
        return seen.asked - ends[-1] if ends else 0

    def addresses(self):
        """Pages of every kind that readers ask for."""
        rankings = [f"/rankings/{each}/" for each in SERIES]
        slugs = ("an-giang", "ha-noi", "quang-ninh", "tay-ninh", "long-an", "hue", "can-tho", "lao-cai", "dak-lak")
        return PAGES + rankings + [f"{language}/provinces/{slug}/" for language in ("", "/en") for slug in slugs]

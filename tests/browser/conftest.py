import os
import shutil
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

AXE = Path(__file__).parent / "vendor/axe-core-4.14.1/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_BROWSER = """No Chromium was found. As root on Debian: apt-get install -y --no-install-recommends chromium
Elsewhere: .venv/bin/playwright install chromium (or set CHROMIUM=/path/to/it)"""
# The browser itself asks nobody for updates, hints or lists; only the portal's host has an address.
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


def executable(playwright):
    """The browser: named by CHROMIUM, else the system's, else Playwright's own."""
    installed = next(filter(None, map(shutil.which, BROWSERS)), playwright.chromium.executable_path)
    path = os.environ.get("CHROMIUM") or installed
    if not Path(path).exists():
        pytest.fail(NO_BROWSER, pytrace=False)
    return path


@pytest.fixture(scope="package")
def browser(portal):
    """Chromium, closed before the portal whose pages it keeps open."""
    with pytest.MonkeyPatch.context() as patched, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread; Django would refuse its database beside it.
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = playwright.chromium.launch(executable_path=executable(playwright), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def portal(django_db_setup, django_db_blocker):
    """The portal with its real figures, served once for all browser tests, which only read."""
    with django_db_blocker.unblock():
        call_command("load_edition", "--all", verbosity=0)
        server = LiveServer("127.0.0.1")
        yield server
        server.stop()
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(scope="package")
def tabs(browser, portal):
    """{whether scripts run: open pages that no test has in hand}: to open one takes longer than to look at it."""
    return {True: [], False: []}


@pytest.fixture
def page_at(browser, portal, tabs):
    """`page_at(width, path)`: a page, opened; in the end none may have broken a promise to its reader.

    Its reader came from another page of the portal, except on a `first_visit`, when nothing is kept in the browser.
    """
    opened = []

    def page_at(width, path="/", scripts=True, first_visit=False):
        page = tabs[scripts].pop() if tabs[scripts] and not first_visit else new_page(browser, portal, scripts)
        opened.append((Watch(page, portal.url), tabs[scripts]))
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(path)
        return page

    yield page_at
    broken = [trouble for watch, _tabs in opened for trouble in watch.end()]
    for watch, free in opened:
        free.append(as_it_was(watch.page))
    assert broken == []


def new_page(browser, portal, scripts):
    return browser.new_context(base_url=portal.url, java_script_enabled=scripts).new_page()


def as_it_was(page):
    """A page without what a test has set."""
    page.unroute_all()
    page.emulate_media(media="null", color_scheme="light", contrast="no-preference", forced_colors="none")
    page.goto("about:blank")
    return page


class Watch:
    """What a page complains of, and whom it asks beside the portal."""

    def __init__(self, page, origin):
        self.page, self.origin, self.troubles = page, origin, []
        self.listeners = {"console": self.on_console, "pageerror": self.on_error, "request": self.on_request}
        for event, listener in self.listeners.items():
            page.on(event, listener)

    def on_console(self, message):
        # A page that answers 404 is itself reported as a resource that failed.
        if message.type == "error" and message.location.get("url") != self.page.url:
            self.troubles.append(f"console: {message.text} ({message.location.get('url')})")

    def on_error(self, error):
        self.troubles.append(f"script: {error}")

    def on_request(self, request):
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.troubles.append(f"request: {request.url}")

    def end(self):
        for event, listener in self.listeners.items():
            self.page.remove_listener(event, listener)
        return self.troubles + [f"cookie: {cookie['name']}" for cookie in self.page.context.cookies()]


@pytest.fixture(scope="session")
def axe():
    """`axe(page)`: what axe finds on a page, a line each; `only`: by these rules. It runs beside the page's policy."""
    source = AXE.read_text()

    def axe(page, only=None):
        if page.evaluate("typeof axe") == "undefined":
            page.evaluate(source)
        rules = {"runOnly": {"type": "rule", "values": only}} if only else {}
        found = page.evaluate("options => axe.run(options)", OPTIONS | rules)
        return [
            f"{violation['id']}: {violation['help']} -- {node['html']}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    return axe

"""Compare the design page with its accepted pictures: two widths, two schemes. `--accept` makes today's the accepted.

Pictures are in tests/screens/; today's, where they differ, in local/screens/.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

from PIL import Image, ImageChops
from playwright.sync_api import sync_playwright

from reformportal.settings import ADMIN_PATH

ACCEPTED, TAKEN = Path("tests/screens"), Path("local/screens")
WIDTHS, SCHEMES = (360, 1280), ("light", "dark")
COLOURS = 64  # of a kept picture
UNLIKE = 40  # of 255: further apart, two colours are two, whatever smoothed their edges
MOST_UNLIKE = 0.002  # share of the pixels
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main(accept):
    TAKEN.mkdir(parents=True, exist_ok=True)
    take()
    if accept:
        for picture in TAKEN.glob("*.png"):
            shutil.copy(picture, ACCEPTED / picture.name)
        return f"{len(list(ACCEPTED.glob('*.png')))} pictures accepted"
    unlike = {picture.name: difference(picture) for picture in sorted(TAKEN.glob("*.png"))}
    for name, share in unlike.items():
        print(f"{name}\t{share:.4%}")
    if max(unlike.values()) > MOST_UNLIKE:
        sys.exit(f"More than {MOST_UNLIKE:.1%} differs: look at {TAKEN}/, then mend, or accept with ACCEPT=1.")
    return "as accepted"


def difference(picture):
    """The share of pixels that are not as accepted; 1 where sizes differ, or nothing was accepted."""
    accepted = ACCEPTED / picture.name
    if not accepted.exists():
        return 1.0
    one, other = (Image.open(path).convert("RGB") for path in (accepted, picture))
    if one.size != other.size:
        return 1.0
    counts = ImageChops.difference(one, other).convert("L").histogram()
    return sum(counts[UNLIKE:]) / sum(counts)


def take():
    """Photograph the design page as a developer sees it."""
    port = free_port()
    command = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"]
    environment = os.environ | {"DEBUG": "True", "SITE_URL": f"http://127.0.0.1:{port}"}
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/{ADMIN_PATH}/design/"
        wait(address)
        with sync_playwright() as playwright:
            photograph(playwright, address)
    finally:
        server.terminate()
        server.wait()


def photograph(playwright, address):
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    browser = playwright.chromium.launch(executable_path=path)
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page.goto(address)
            page.evaluate("document.fonts.ready")
            target = TAKEN / f"design-{width}-{scheme}.png"
            page.locator("main").screenshot(path=target, animations="disabled")
            Image.open(target).convert("RGB").quantize(COLOURS).save(target, optimize=True)
            page.close()
    browser.close()


def wait(address, seconds=30):
    until = time.monotonic() + seconds
    while True:
        try:
            return urlopen(address, timeout=seconds).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def free_port():
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


if __name__ == "__main__":
    print(main(accept="--accept" in sys.argv))

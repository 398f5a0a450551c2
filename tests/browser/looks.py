"""A page that is open, looked at as different readers see it: each look tells what troubles it found."""

SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
# Drawings that scripts keep are fitted to a new width in the frame after it.
SETTLED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
# The rules of axe that another scheme of colours can break.
COLOURS = ["color-contrast", "link-in-text-block"]
# As WCAG 1.4.12 has it.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
                     p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
LARGE = "document.documentElement.style.fontSize = '200%'"
USUAL = "document.adoptedStyleSheets = []; document.documentElement.style.fontSize = ''"


def at(page, width, axe=None):
    """What runs over at this width, and what axe finds."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(SETTLED)
    over = page.evaluate(SIDEWAYS)
    wide = [f"{width}: {over} px too wide"] if over > 0 else []
    return wide + [f"{width}: {each}" for each in (axe(page) if axe else [])]


def at_widths(page, axe, widths):
    """The same at several widths; everything that can be opened is."""
    page.evaluate(OPEN_ALL)
    return [each for width in widths for each in at(page, width, axe)]


def with_other_letters(page):
    """What runs over with letters set widely (1.4.12) or twice as large (1.4.4); 320 px are a zoom of 400 %."""
    page.evaluate(SPACED)
    found = [f"spaced, {each}" for width in (320, 768, 1440) for each in at(page, width)]
    page.evaluate(USUAL)
    page.evaluate(LARGE)
    found += [f"large, {each}" for width in (768, 1440) for each in at(page, width)]
    page.evaluate(USUAL)
    return found


def in_the_dark(page, axe, width):
    """What axe finds in the dark scheme that it does not in the light one."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark")
    found = axe(page, only=COLOURS)
    page.emulate_media(color_scheme="light")
    return [f"dark: {each}" for each in found]

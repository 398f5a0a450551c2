"""A page that is open, looked at as different readers see it: each look tells what troubles it found."""

SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
# Drawings that scripts keep are fitted to a new width in the frame after it.
SETTLED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
# Of lines and marks that differ in their words alone, three stay.
THIN = """() => {
  const kind = (each) => each.tagName + each.getAttribute("class") + [...each.children].map(kind);
  for (const list of document.querySelectorAll("tbody, ul, ol, svg, svg g")) {
    const seen = {};
    for (const each of [...list.children]) {
      const alike = kind(each);
      seen[alike] = (seen[alike] || 0) + 1;
      if (seen[alike] > 3) each.remove();
    }
  }
}"""
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


def at(page, *widths):
    """What runs over at these widths, everything that can be opened being open."""
    page.evaluate(OPEN_ALL)
    over = {}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(SETTLED)
        over[width] = page.evaluate(SIDEWAYS)
    return [f"{width}: {pixels} px too wide" for width, pixels in over.items() if pixels > 0]


def with_other_letters(page):
    """What runs over with letters set widely (1.4.12) or twice as large (1.4.4); 320 px are a zoom of 400 %."""
    page.evaluate(SPACED)
    found = [f"spaced, {each}" for each in at(page, 320, 768, 1440)]
    page.evaluate(USUAL)
    page.evaluate(LARGE)
    found += [f"large, {each}" for each in at(page, 768, 1440)]
    page.evaluate(USUAL)
    return found


def by_axe(page, axe, *widths):
    """What axe finds at these widths, and by its colours in the dark at the first of them; the page loses lines."""
    page.evaluate(THIN)
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(SETTLED)
        found += [f"{width}: {each}" for each in axe(page)]
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {each}" for each in axe(page, only=COLOURS)]
    page.emulate_media(color_scheme="light")
    return found

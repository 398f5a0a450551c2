"""An address of every kind of public page, with all that it can show."""

FIVE = "&".join(f"province={slug}" for slug in ("long-an", "an-giang", "quang-ninh", "hai-phong", "ba-ria-vung-tau"))

PAGES = {
    "home": "/",
    "provinces": "/provinces/",
    "a province of the 63": "/provinces/long-an/",
    "a province of the 34 without figures": "/provinces/tay-ninh-2025/",
    "a province of both": "/provinces/da-nang/",
    "a district": "/provinces/vinh-phuc/lap-thach/",
    "a province in one edition": "/provinces/long-an/par-index/2022/",
    "rankings": "/rankings/",
    "editions of a series": "/rankings/papi/",
    "an announced ranking, known in part": "/rankings/par-index/2022/",
    "a compiled ranking": "/rankings/papi/2024/",
    "a component": "/rankings/par-index/2022/?component=procedures",
    "every component of a ranking": "/rankings/papi/2024/?view=components",
    "a ranking in another order": "/rankings/papi/2024/?region=mekong-delta&order=-change&q=long",
    "a filter that nothing passes": "/rankings/papi/2024/?q=atlantis",
    "a filter that means nothing": "/rankings/papi/2024/?region=atlantis",
    "components": "/components/",
    "an index over the years": "/components/sipas/overall/",
    "a component over the years": "/components/par-index/procedures/",
    "a comparison not yet asked for": "/compare/",
    "five provinces side by side": f"/compare/?{FIVE}",
    "positions side by side": f"/compare/?{FIVE}&series=papi",
    "two eras side by side": "/compare/?province=tay-ninh&province=tay-ninh-2025&province=nowhere",
    "the ledger": "/targets/",
    "corrections, while there are none": "/corrections/",
    "the state of the figures": "/health/",
    "methods": "/methodology/",
    "downloads": "/data/",
    "addresses for programs": "/api/",
    "accessibility": "/accessibility/",
    "sources": "/sources/",
    "an article": "/sources/longan-par-index-2023/",
    "a dataset": "/sources/github-hnks-gh-ml-mcdm-2026-2026/?page=2",
    "search": "/search/?q=tay+ninh",
    "search beyond provinces": "/search/?q=thu+tuc",
    "search without an answer": "/search/?q=atlantis",
    "what is not there": "/provinces/long-ann/",
}

# Of templates that another of these addresses shows too.
MORE = {
    "a province of the 34 without figures",
    "a component",
    "a ranking in another order",
    "a filter that nothing passes",
    "a filter that means nothing",
    "an index over the years",
    "a comparison not yet asked for",
    "positions side by side",
    "two eras side by side",
    "an article",
    "search beyond provinces",
    "search without an answer",
}

# Templates of pages that these addresses do not show, with what shows them in tests.
ELSEWHERE = {
    "indicators/design.html": "staff only: test_design",
    "indicators/withdrawn.html": "no figure of the portal was ever withdrawn: test_withdrawn",
}

"""An imaginary country, small enough to check by head.

    until 30 June 2025                            since 1 July 2025
    North  An Bình  Bảo Sơn  Cao Hải              North  An Bình  Bảo Sơn (bao-son-2025, of Bảo Sơn and Cao Hải)
    South  Đông Hà  Êa Lộc   Gia Thủy             South  Nam Lâm (of the three southern ones)

The announced index, par-index. `d` is derived, `=` an announced tie, `r2` the second of its region and nothing else.

                2023            2024, comparable            2025, another era
                score   rank    score   rank    change      score   rank
    An Bình     80.00   2       84.00   1       +4.00 +1    85.00   1
    Bảo Sơn     82.00   1       82.0    2        0.00 −1    83.00   2
    Cao Hải       –     –       79.50d  3          –   –
    Đông Hà       –     3         –     4d         –  −1
    Êa Lộc      75.50   4=        –     r2         –   –
    Gia Thủy    75.50   4=      79.50   5       +4.00 −1
    Nam Lâm                                                   –     3

Its parts in 2024, in points of 60 and 40, one in percent of its maximum: An Bình's make its total, Bảo Sơn's do not.

                institutions    procedures
    An Bình     50.00           34.00
    Bảo Sơn     49.00           32.50
    Cao Hải     48.00           75.00 %

The compiled index, papi: no ranks are announced, positions are counted among the known.

                2022            2023, comparable            2024, not comparable
    An Bình     40.1000  3/6    42.0000  1/6    +1.9 +2     50.1234  2/5
    Bảo Sơn     41.2000  1/6    41.2000  2/6     0.0 −1     51.0000  1/5
    Cao Hải     41.2000  1/6    40.0000  3/6    −1.2 −2        –
    Đông Hà     39.0000  4/6    39.0000  4/6     0.0  0     49.0000  3/5
    Êa Lộc      38.5000  5/6    37.0000  5/6    −1.5  0     48.5000  4/5
    Gia Thủy    37.0000  6/6    36.0000  6/6    −1.0  0     48.5000  4/5
"""

from datetime import date

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection

from indicators import reports
from indicators.catalogue import Catalogue
from indicators.intake import take_in
from indicators.models import Component, Edition, Series, Source
from provinces.models import Membership, Province, Region, Succession

LAST, FIRST = date(2025, 6, 30), date(2025, 7, 1)
NORTH = {"an-binh": "An Bình", "bao-son": "Bảo Sơn", "cao-hai": "Cao Hải"}
SOUTH = {"dong-ha": "Đông Hà", "ea-loc": "Êa Lộc", "gia-thuy": "Gia Thủy"}
MERGED = {"bao-son": "bao-son-2025", "cao-hai": "bao-son-2025", **dict.fromkeys(SOUTH, "nam-lam")}

MAXIMA = {
    ("par-index", "par-a", 2023, 2025): {"overall": 100, "institutions": 60, "procedures": 40},
    ("papi", "papi-a", 2022, 2023): {"overall": 60, "participation": 10},
    ("papi", "papi-b", 2024, 2025): {"overall": 80, "participation": 10},
}
NAMES = {
    "overall": ("Chỉ số tổng hợp", "Overall"),
    "institutions": ("Cải cách thể chế", "Institutional reform"),
    "procedures": ("Cải cách thủ tục hành chính", "Reform of administrative procedures"),
    "participation": ("Tham gia của người dân", "Participation"),
}
ANNOUNCED = {"method": "announced", "rules": "par-a", "ranked": 6, "announced_on": date(2025, 4, 6)}
TERMS = {
    ("par-index", 2023): ANNOUNCED | {"announced_on": date(2024, 4, 17)},
    ("par-index", 2024): ANNOUNCED | {"comparable": "yes", "note_vi": "Công bố muộn", "note_en": "Announced late"},
    ("par-index", 2025): ANNOUNCED | {"comparable": "yes", "ranked": 3},
    ("papi", 2022): {"method": "compiled", "rules": "papi-a"},
    ("papi", 2023): {"method": "compiled", "rules": "papi-a", "comparable": "yes"},
    ("papi", 2024): {"method": "compiled", "rules": "papi-b", "comparable": "no"},
}
FILES = {
    ("par-index", 2023): """\
province,component,score,unit,rank,tie,source
bao-son,overall,82.00,%,1,,gazette
an-binh,overall,80.00,%,2,,gazette
dong-ha,overall,,,3,,gazette
ea-loc,overall,75.50,%,4,yes,gazette
gia-thuy,overall,75.50,%,4,yes,gazette
""",
    ("par-index", 2024): """\
province,region,fact,component,score,unit,max,rank,region_rank,how_vi,how_en,source,paragraph,note_vi,note_en
an-binh,,,overall,84.00,%,,1,1,,,gazette,2,,
bao-son,,,overall,82.0,%,,2,,,,gazette,2,Báo mới ghi 82.4,The new paper prints 82.4
bao-son,,,overall,82.4,%,,,,,,paper,,In nhầm,Misprint
cao-hai,,,overall,,,,3,,,,gazette,2,,
cao-hai,,,overall,79.50,%,,,,Bằng Gia Thủy,As Gia Thủy,paper,,,
dong-ha,,,overall,,,,4,,Xếp ngay trước Gia Thủy,Just before Gia Thủy,paper,,,
gia-thuy,,,overall,79.50,%,,5,,,,paper,,,
ea-loc,,,overall,,,,,2,,,paper,,,
an-binh,,,institutions,50.00,points,60,1,,,,gazette,3,,
bao-son,,,institutions,49.00,points,60,2,,,,gazette,3,,
cao-hai,,,institutions,48.00,points,60,3,,,,gazette,3,,
an-binh,,,procedures,34.00,points,40,1,,,,gazette,4,,
bao-son,,,procedures,32.50,points,40,2,,,,gazette,4,,
cao-hai,,,procedures,75.00,%,,3,,,,paper,,,
,,mean,,81.25,%,,,,,,gazette,5,,
,north,mean,,81.83,%,,,,,,gazette,5,,
,,mean,institutions,49.00,points,,,,,,gazette,5,,
,,survey_citizens,,12000,people,,,,,,paper,,Hơn,Over
""",
    ("par-index", 2025): """\
province,component,score,unit,rank,source
An Bình,overall,85.00,%,1,paper
Bảo Sơn,overall,83.00,%,2,paper
Nam Lâm,overall,,,3,paper
""",
}
COMPILED = {
    2022: {"an-binh": 40.1, "bao-son": 41.2, "cao-hai": 41.2, "dong-ha": 39, "ea-loc": 38.5, "gia-thuy": 37},
    2023: {"an-binh": 42, "bao-son": 41.2, "cao-hai": 40, "dong-ha": 39, "ea-loc": 37, "gia-thuy": 36},
    2024: {"an-binh": 50.1234, "bao-son": 51, "dong-ha": 49, "ea-loc": 48.5, "gia-thuy": 48.5},
}


def compiled(scores):
    """The file of a compiled edition: {province: score}."""
    lines = [f"{province},overall,{score:.4f},points,survey" for province, score in scores.items()]
    return "\n".join(["province,component,score,unit,source", *lines]) + "\n"


FILES |= {("papi", year): compiled(scores) for year, scores in COMPILED.items()}


def settle():
    """The country without its figures: regions, provinces, indices with their rules, sources."""
    settle_provinces()
    for order, (slug, short) in enumerate({"par-index": "PAR Index", "papi": "PAPI"}.items(), start=1):
        is_ranked = slug == "par-index"
        Series.objects.create(slug=slug, order=order, short=short, name_vi=short, name_en=short, is_ranked=is_ranked)
    for (series, rules, year_from, year_to), maxima in MAXIMA.items():
        for order, (slug, maximum) in enumerate(maxima.items()):
            whole = Series.objects.get(slug=series)
            part, _ = Component.objects.get_or_create(series=whole, slug=slug, defaults={"order": order})
            name_vi, name_en = NAMES[slug]
            years = {"year_from": year_from, "year_to": year_to}
            part.criteria.create(rules=rules, name_vi=name_vi, name_en=name_en, maximum=maximum, **years)
    gazette = Source.objects.create(slug="gazette", kind="article", publisher="Công báo", title="Công bố chỉ số")
    gazette.paragraphs.create(number=2, opening="Đứng đầu là tỉnh")
    Source.objects.create(slug="paper", kind="page", publisher="Báo mới", url="https://paper.example/a")
    Source.objects.create(slug="survey", kind="dataset", publisher="Khảo sát", url="https://survey.example/")


def settle_provinces():
    old = [Region.objects.create(order=n, last_day=LAST, **named(*name)) for n, name in enumerate(REGIONS, start=1)]
    new = [
        Region.objects.create(order=n, first_day=FIRST, **named(f"{slug}-2025", *names))
        for n, (slug, *names) in enumerate(REGIONS, start=3)
    ]
    for region, members in zip(old, (NORTH, SOUTH), strict=True):
        for slug, name in members.items():
            live(slug, name, region, last_day=LAST if slug in MERGED else None)
    Membership.objects.filter(province__slug="an-binh").update(last_day=LAST)
    Membership.objects.create(province=province("an-binh"), region=new[0], first_day=FIRST)
    live("bao-son-2025", "Bảo Sơn", new[0], first_day=FIRST)
    live("nam-lam", "Nam Lâm", new[1], first_day=FIRST)
    for before, after in MERGED.items():
        Succession.objects.create(
            predecessor=province(before), successor=province(after), day=FIRST, document="Nghị quyết 1"
        )


REGIONS = [("north", "Miền Bắc", "North"), ("south", "Miền Nam", "South")]


def named(slug, name_vi, name_en):
    return {"slug": slug, "name_vi": name_vi, "name_en": name_en}


def live(slug, name, region, **days):
    """A province with its region, both for the days of its life."""
    born = Province.objects.create(**named(slug, name, name), kind="province", gso_code="01", **days)
    Membership.objects.create(province=born, region=region, **days)


def province(slug):
    return Province.objects.get(slug=slug)


def terms(series="par-index", year=2024, **others):
    """An unsaved edition, as a clerk's form would describe it."""
    told = TERMS.get((series, year), {}) | others
    return Edition(series=Series.objects.get(slug=series), year=year, as_of=date(year, 12, 31), **told)


def send(content, series="par-index", year=2024, name="table.csv", **others):
    """Take in a file (text or bytes): an Intake, with a draft or with problems."""
    content = content.encode() if isinstance(content, str) else content
    return take_in(terms(series, year, **others), name, content)


REASON = {"reason_vi": "Nhập nhầm chữ số", "reason_en": "Digits transposed at entry"}


def publish(content, series="par-index", year=2024, **others):
    """Take in a sound file and show it to the public; a further revision says its reason."""
    again = REASON if Edition.objects.of(series, year).exists() else {}
    taken = send(content, series, year, **again | others)
    assert [str(problem) for problem in taken.problems] == []
    taken.edition.publish()
    return taken.edition


class Country:
    """The country with all its editions published, as the public reads it."""

    def edition(self, series="par-index", year=2024):
        return Edition.objects.of(series, year).get(revision=1)

    def ranking(self, series="par-index", year=2024, **question):
        catalogue = Catalogue()
        return reports.ranking(catalogue, catalogue.edition(series, year), **question)

    def profile(self, slug, day=LAST):
        catalogue = Catalogue()
        return reports.profile(catalogue, catalogue.gazetteer.place(slug, day))


def settle_and_publish():
    settle()
    for key, content in FILES.items():
        publish(content, *key)


def tables():
    return [model for app in ("provinces", "indicators") for model in apps.get_app_config(app).get_models()]


def counts():
    """How many rows every table has: what a refused file must not change."""
    return {model.__name__: model.objects.count() for model in tables()}


BUILT = {}


def built_once(build):
    """Have an empty database built; the next time put back the rows that came of it, which is much faster."""
    if build not in BUILT:
        build()
        BUILT[build] = [list(model.objects.all()) for model in tables()]
        return
    for model, rows in zip(tables(), BUILT[build], strict=True):
        model.objects.bulk_create(rows)
    with connection.cursor() as cursor:
        for command in connection.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(command)

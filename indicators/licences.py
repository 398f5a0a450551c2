"""Under which terms the figures of a series may be used, and whom to credit: LICENSE-DATA.md in a form for machines."""

from django.utils.translation import gettext as _

from .templatetags.formats import pick

CC_BY = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
CC0 = {"name": "CC0-1.0", "title": "CC0 1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}
MIT = {"name": "MIT", "title": "MIT License", "path": "https://opensource.org/license/mit"}
BESIDE = {"papi": (MIT,), "pci": (CC0,)}


def licences(series=None):
    """Of one series (slug), or of the whole: ours first, then those of the files that figures were taken from."""
    return [CC_BY, *(BESIDE.get(series, ()) if series else (MIT, CC0))]


def licence(series=None):
    """The short names of the licences."""
    return ", ".join(each["name"] for each in licences(series))


def credit(series):
    """Whom to name with the figures of a Series; of the whole portal when None."""
    printed = _("Nguồn đã in từng số liệu: cột source.")
    publisher = series and pick(series, "publisher")
    said = _("%(publisher)s công bố.") % {"publisher": publisher} if publisher else None
    taken = {
        "papi": _("Cộng từ tệp của hnks-gh/ml-mcdm, © 2026 Son Hoang."),
        "pci": _("Các năm 2009–2012 và 2014–2016 từ mdtrinh/vietnamdata."),
    }
    return " ".join(filter(None, [said, series and taken.get(series.slug), printed]))

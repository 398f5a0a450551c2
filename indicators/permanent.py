"""Where a figure stays: the page to cite, in the revision that the reader saw, at the figure's own row."""

from html import escape

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from .models import Series
from .templatetags.formats import desk


def row_id(component):
    return f"figure-{component}"


def figure_address(base, province, edition, component="overall"):
    """The address of what one province got in one component of an edition. `base`: where provinces stand."""
    page = f"{base}{province}/{edition.series.slug}/{edition.year}/"
    return f"{page}?revision={edition.revision}#{row_id(component)}"


def aggregate_key(cells):
    """What an announced figure is called in its edition: mean, mean-north of a region."""
    return "-".join(filter(None, [cells["fact"].replace("_", "-"), cells["region"]]))


def aggregate_address(edition, cells):
    """The address of what was announced of the country or a region: in the ranking of its component."""
    asked = {"component": cells["component"]} if cells["component"] else {}
    return (
        f"{edition_address(edition)}?{urlencode(asked | {'revision': edition.revision})}#{row_id(aggregate_key(cells))}"
    )


def edition_address(edition):
    """Where the public reads a year of a series, as it is now; all of the ledger in one place."""
    if edition.series.slug == Series.LEDGER:
        return reverse("targets")
    return reverse("ranking", args=[edition.series.slug, edition.year])


def statement_address(row):
    """The address of a row of the ledger, among all that its source says, in the newest revision."""
    return f"{reverse('targets')}?source={row['source']}#{row_id(row['key'])}"


def report_row(address, component, width):
    """The row below a figure that shows when its address is opened: the address to copy, and whom to tell.

    `address`: of the figure, with its host. `width`: the columns of the table.
    """
    label, copy, copied = escape(_("Địa chỉ lâu dài của số liệu")), escape(_("Sao chép")), escape(_("Đã sao chép"))
    field = (
        f'<input id="{row_id(component)}-address" class="copied" readonly value="{escape(address)}" '
        f'data-copy="{copy}" data-copied="{copied}">'
    )
    told = ", ".join(desk())
    words = _("Báo số liệu sai: gửi địa chỉ này, số đúng và nguồn in số đó tới %(desk)s.") % {"desk": told}
    return (
        f'<tr id="{row_id(component)}" class="report"><td colspan="{width}">'
        f'<label for="{row_id(component)}-address">{label}</label>{field}'
        f"{f'<p>{escape(words)}</p>' if told else ''}</td></tr>"
    )


def absolute(address):
    return settings.SITE_URL + address

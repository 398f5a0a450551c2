"""What is promised to other programs: every address that answers in JSON, what it gives, and the keys of its rows.

Addresses, parameters and formats come from the routes and views themselves; here stands what they cannot say.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

FIGURES = "rank of region_rank score unit printed change rank_change derived citations note"
PART = "series year revision component name"
STATE = "score printed unit rank of region_rank comparator qualifier"
EDITION = "series year revision announced_on decision decided_on method known of comparable note"
STATEMENT = (
    "kind province name district district_name year_from year_to area area_name measure text level body comparator "
    "qualifier printed value unit of state source paragraph opening note ledger revision"
)
COMPONENT = (
    "series component year revision rules name maximum known of ranks points percent unit median highest "
    "highest_province highest_source lowest lowest_province lowest_source mean mean_unit mean_change mean_source "
    "derived"
)
CORRECTION = " ".join(
    [
        "series year revision before at kind count province district name component measure label fact region",
        *(f"{when}_{key}" for when in ("old", "new") for key in STATE.split()),
        "derived restores reason",
    ]
)
AGGREGATE = "fact label region region_name component component_name value unit printed source paragraph how note"
CITED = (
    "series year revision province name component component_name score unit printed rank region_rank paragraph how note"
)


@dataclass(frozen=True)
class Promise:
    """What one address gives, in a sentence, and the keys of its rows.

    `beside`: those of rows that have a score for each component instead, under its slug, where `view` asks for it.
    """

    summary: str
    keys: str
    beside: str = ""

    @property
    def row(self):
        return self.keys.split()


# The name of a route to files -> what it promises. The first four are where a program starts.
PROMISES = {
    "data-file": Promise(
        _("Các chỉ số, giấy phép và tệp toàn bộ số liệu của từng chỉ số."),
        "series name publisher year_from year_to editions rows bytes sha256 url licence credit",
    ),
    "provinces-file": Promise(
        _("Các tỉnh, thành phố của hai giai đoạn."),
        "province name kind region era first_day last_day successor predecessors",
    ),
    "rankings-file": Promise(_("Mọi kỳ công bố, và đã biết bao nhiêu tỉnh, thành phố."), EDITION),
    "components-file": Promise(
        _("Các chỉ số thành phần theo từng quy định chấm điểm."),
        "series component rules name maximum year_from year_to editions of",
    ),
    "series-file": Promise(_("Các kỳ công bố của một chỉ số."), EDITION),
    "ranking-file": Promise(
        _("Một chỉ số trong một năm, mọi tỉnh, thành phố."),
        f"province name region {FIGURES}",
        beside="province name region rank of",
    ),
    "aggregates-file": Promise(_("Số liệu chung của cả nước và các vùng trong một kỳ công bố."), AGGREGATE),
    "province-file": Promise(_("Mọi số liệu của một tỉnh, thành phố."), f"{PART} {FIGURES}"),
    "province-edition-file": Promise(
        _("Một tỉnh, thành phố trong một kỳ công bố, kèm mọi trích dẫn."),
        "component name maximum score unit printed rank of region_rank shown source paragraph how note",
    ),
    "district-file": Promise(_("Chỉ tiêu và kết quả của một huyện."), STATEMENT),
    "component-file": Promise(_("Một chỉ số thành phần qua các năm."), COMPONENT),
    "compare-file": Promise(
        _("Đến năm tỉnh, thành phố đặt cạnh nhau."),
        f"province name series year revision component component_name {FIGURES}",
    ),
    "targets-file": Promise(_("Chỉ tiêu, kết quả thực hiện và nhiệm vụ."), STATEMENT),
    "sources-file": Promise(_("Mọi nguồn có số liệu trên Cổng."), "source publisher title published kind url cited"),
    "source-file": Promise(_("Mọi số liệu lấy từ một nguồn."), CITED),
    "corrections-file": Promise(_("Số liệu đã đính chính, bổ sung, khôi phục, thu hồi."), CORRECTION),
    "health-file": Promise(
        _("Các kiểm tra của từng kỳ công bố và kết quả."),
        "series year revision announced_on method known of check component name state count provinces",
    ),
}

# The objects inside a report -> their keys.
OBJECTS = {
    "Citation": "mark source paragraph score printed unit rank region_rank how note",
    "Source": "mark source kind publisher title published url paragraph opening",
    "Aggregate": f"{AGGREGATE} mark series short year",
    "Statement": STATEMENT,
    "Document": "number kind issuer issued_on subject source paragraph opening mark",
    "Predecessor": f"province name series year revision {FIGURES}",
    "Column": "key label unit",
}
# Aggregates of a page of one edition say less of themselves than those of a source or a component.
NOT_ALWAYS = {"Aggregate": {"component", "series", "short", "year", "mark"}}

# The part of an address or a parameter -> what it means; `slug` is another thing on each page.
PARAMETERS = {
    "series": _("Mã của chỉ số."),
    "year": _("Năm đánh giá; ở /targets/ là năm mà chỉ tiêu đặt cho."),
    "slug": _("Mã của tỉnh, thành phố, chỉ số thành phần hoặc nguồn."),
    "district": _("Mã của huyện."),
    "province": _("Mã của tỉnh, thành phố."),
    "component": _("Mã của chỉ số thành phần; không ghi là chỉ số tổng hợp."),
    "region": _("Mã của vùng vào ngày của kỳ công bố."),
    "q": _("Một phần tên tỉnh, thành phố, có dấu hay không dấu."),
    "order": _("Cột để sắp xếp: rank, name, region, score, change; có dấu trừ đằng trước là ngược lại."),
    "view": _("components: mọi chỉ số thành phần cạnh nhau, mỗi chỉ số một cột."),
    "revision": _("Lần công bố; không ghi là bản hiện hành."),
    "area": _("Mã của nội dung cải cách."),
    "kind": _("target, outcome hoặc commitment."),
    "source": _("Mã của nguồn."),
}

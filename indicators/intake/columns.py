"""The columns of edition files, and their closed lists. `fixtures/README.md` describes each for people."""

INDEX = [
    "province",
    "region",
    "fact",
    "component",
    "score",
    "unit",
    "max",
    "rank",
    "region_rank",
    "tie",
    "how_vi",
    "how_en",
    "source",
    "paragraph",
    "note_vi",
    "note_en",
]
INDEX_NEEDED = {"province", "component", "source"}
LEDGER = [
    "kind",
    "province",
    "district",
    "year_from",
    "year_to",
    "area",
    "measure",
    "level",
    "body_vi",
    "body_en",
    "comparator",
    "qualifier",
    "printed",
    "value",
    "unit",
    "of",
    "text_vi",
    "text_en",
    "source",
    "paragraph",
    "note_vi",
    "note_en",
]
# What the empty table of a ledger calls its columns; either name is read.
LEDGER_SPOKEN = {
    "kind": "Loại",
    "province": "Tỉnh, thành phố",
    "district": "Huyện",
    "year_from": "Từ năm",
    "year_to": "Đến năm",
    "area": "Nội dung cải cách",
    "measure": "Nội dung chỉ tiêu",
    "level": "Cấp",
    "body_vi": "Đơn vị thực hiện",
    "body_en": "Đơn vị thực hiện (tiếng Anh)",
    "comparator": "So sánh",
    "qualifier": "Mức",
    "printed": "Ghi theo nguồn",
    "value": "Số",
    "unit": "Đơn vị tính",
    "of": "Trên tổng số",
    "text_vi": "Nhiệm vụ",
    "text_en": "Nhiệm vụ (tiếng Anh)",
    "source": "Nguồn",
    "paragraph": "Đoạn",
    "note_vi": "Ghi chú",
    "note_en": "Ghi chú (tiếng Anh)",
}
LEDGER_NEEDED = {"kind", "province", "area", "source"}


def of(series):
    """The columns of a series' files and those that must be there, by its slug."""
    return (LEDGER, LEDGER_NEEDED) if series == "targets" else (INDEX, INDEX_NEEDED)

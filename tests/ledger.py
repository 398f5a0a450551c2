"""The ledger of the imaginary country: what An Bình and its district An Khê set themselves, report and promise.

An Bình   filed online    2023  target at least 60 %    outcome 64.5 %          met
          received        2023                          over 1.2 million, nearly 300 (the centre): never added
          early, on time, late                          55.19 + 44.43 + 0.39 = 100.01
An Khê    digitised       2023  at least 20 %, then at least 30 points a year to 2025, to 100 %: 20, 50, 80
"""

from datetime import date

from indicators.intake.columns import LEDGER as COLUMNS
from indicators.models import Document, Measure, Series, Source
from provinces.models import District

from .country import LAST, province, publish, send

MEASURES = {
    "online": ("e-government", "Hồ sơ nộp trực tuyến", "Applications filed online"),
    "digitised": ("procedures", "Số hóa kết quả", "Results digitised"),
    "received": ("procedures", "Hồ sơ tiếp nhận", "Applications received"),
    "resolved-early": ("procedures", "Trước hạn", "Early"),
    "resolved-on-time": ("procedures", "Đúng hạn", "On time"),
    "resolved-late": ("procedures", "Quá hạn", "Late"),
}
LEDGER = """\
target,an-binh,,2023,2023,e-government,online,,,,>=,,tối thiểu 60%,60,%,,,,gazette,2,,
outcome,an-binh,,2023,2023,e-government,online,,,,,,"64,5%",64.5,%,,,,gazette,2,,
outcome,an-binh,,2023,2023,procedures,received,,Sở,Units,,over,"trên 1,2 triệu",1200000,applications,,,,gazette,2,,
outcome,an-binh,,2023,2023,procedures,received,,Trung tâm,The centre,,nearly,gần 300,300,applications,,,,gazette,2,,
outcome,an-binh,,2023,2023,procedures,resolved-early,,,,,,"55,19%",55.19,%,,,,gazette,3,,
outcome,an-binh,,2023,2023,procedures,resolved-on-time,,,,,,"44,43%",44.43,%,,,,gazette,3,,
outcome,an-binh,,2023,2023,procedures,resolved-late,,,,,,"0,39%",0.39,%,,,,gazette,3,,
target,an-binh,an-khe,2023,2023,procedures,digitised,district,,,>=,,tối thiểu 20%,20,%,,,,gazette,4,,
target,an-binh,an-khe,2024,2025,procedures,digitised,district,,,>=,,tăng 30%,30,points a year,,,,gazette,4,,
target,an-binh,an-khe,,,procedures,digitised,district,,,=,,đạt 100%,100,%,,,,gazette,4,,
commitment,an-binh,an-khe,2024,2024,direction,,,,,,,,,,,Có kế hoạch,Have a plan,gazette,4,Ghi chú,Note
"""
SOUND = dict(zip(COLUMNS, LEDGER.splitlines()[0].split(","), strict=True))


def settle_ledger():
    """What the rows of a ledger name, beside the country of tests/country.py."""
    Series.objects.create(slug="targets", order=9, short="Chỉ tiêu", name_vi="C", name_en="T", is_ranked=False)
    for slug, (area, name_vi, name_en) in MEASURES.items():
        Measure.objects.create(slug=slug, area=area, name_vi=name_vi, name_en=name_en)
    District.objects.create(
        province=province("an-binh"), slug="an-khe", name_vi="An Khê", name_en="An Khe", last_day=LAST
    )
    words = {"kind_vi": "Kế hoạch", "kind_en": "Plan", "subject_vi": "Cải cách", "subject_en": "Reform"}
    gazette = Source.objects.get(slug="gazette")
    Document.objects.create(
        number="1/KH", province=province("an-binh"), source=gazette, paragraph=2, issued_on=date(2023, 1, 5), **words
    )


def table(*rows):
    """A ledger of these rows, dicts by column."""
    lines = [",".join(COLUMNS), *(",".join(f'"{row.get(column, "")}"' for column in COLUMNS) for row in rows)]
    return "\n".join(lines) + "\n"


def send_ledger(content, year=2024):
    return send(content, "targets", year, method="announced")


def publish_ledger():
    settle_ledger()
    return publish(",".join(COLUMNS) + "\n" + LEDGER, "targets", 2024, method="announced")

"""Who may do what, and what nobody may: type or delete an edition."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

from indicators.models import Edition

from ...country import REASON, publish
from .desk import CORRECTED, DESK, KEY, draft, page, states, upload

pytestmark = pytest.mark.django_db

OF_LOADERS = ["add/", "add/par-index/2024/", "add/par-index/2024/template.xlsx"]
ABOUT_A_DRAFT = ["change", "file", "record"]
DECISIONS = ["publish", "cancel", "take-back", "withdraw"]


def answers(client, addresses):
    return {address: client.get(address).status_code for address in addresses}


def test_the_groups_hold_these_rights_over_editions():
    held = {
        group.name: set(group.permissions.filter(content_type__model="edition").values_list("codename", flat=True))
        for group in Group.objects.all()
    }
    assert held == {
        "Người nạp số liệu": {"view_edition", "add_edition"},
        "Người công bố": {"view_edition", "publish_edition"},
    }


def test_nobody_without_an_account_reaches_the_desk(country):
    edition = draft()
    addresses = [DESK, *(DESK + each for each in OF_LOADERS)]
    addresses += [page(edition, act) for act in (*ABOUT_A_DRAFT, *DECISIONS, "discard")]
    found = {address: Client().get(address).headers.get("Location", "") for address in addresses}
    assert [address for address, leads in found.items() if not leads.startswith("/quan-tri/login/")] == []


def test_an_account_without_rights_sees_nothing(khach):
    edition = draft()
    addresses = [DESK, *(DESK + each for each in OF_LOADERS), f"/quan-tri/preview/{edition.pk}/"]
    addresses += [page(edition, act) for act in (*ABOUT_A_DRAFT, *DECISIONS, "discard")]
    assert set(answers(khach, addresses).values()) <= {403, 405}


def test_a_loader_decides_nothing(thu):
    edition = draft(by=thu)
    posted = {act: thu.post(page(edition, act), {"seen": 1, **REASON}).status_code for act in DECISIONS}
    assert posted == dict.fromkeys(DECISIONS, 403)
    assert states() == [(2, "draft"), (1, "published")]


def test_a_publisher_loads_nothing(ha):
    assert answers(ha, [DESK + each for each in OF_LOADERS]) == {DESK + each: 403 for each in OF_LOADERS}
    assert upload(ha).status_code == 403
    assert states() == [(1, "published")]


def test_both_see_drafts_and_their_files(thu, ha):
    edition = draft()
    addresses = [DESK, *(page(edition, act) for act in ABOUT_A_DRAFT)]
    assert set(answers(thu, addresses).values()) | set(answers(ha, addresses).values()) == {200}


def test_an_edition_has_no_form_and_no_delete_page(country):
    client, edition = Client(), draft()
    client.force_login(get_user_model().objects.create_superuser("root"))
    assert client.get(page(edition, "delete")).status_code == 404
    assert client.post(page(edition), {"decision": "9/QĐ"}).status_code in (200, 405)
    client.post(DESK, {"action": "delete_selected", "_selected_action": [edition.pk], "post": "yes"})
    assert (Edition.objects.get(pk=edition.pk).decision, states()) == ("", [(2, "draft"), (1, "published")])


def test_the_kept_file_is_the_one_that_was_loaded(thu):
    answer = thu.get(page(draft(), "file"))
    assert b"".join(answer.streaming_content) == CORRECTED.encode()
    assert answer["Content-Disposition"].startswith("attachment")


def test_the_record_says_what_was_loaded(thu, ha):
    edition = draft(by=thu)
    ha.post(page(edition, "publish"), {"seen": 1})
    text = ha.get(page(edition, "record")).content.decode()
    said = [
        "table.csv",
        edition.file.sha256,
        "thu",
        "ha",
        "6 tỉnh, thành phố",
        "lệch với điểm tổng hợp",
        REASON["reason_vi"],
    ]
    assert [each for each in said if each not in text] == []


def test_the_page_of_an_edition_tells_the_history_of_its_year(ha):
    edition = publish(CORRECTED)
    edition.withdraw(ha.person, "Bộ thu hồi", "Withdrawn")
    text = ha.get(page(Edition.objects.of(*KEY).get(revision=1))).content.decode()
    assert [each for each in ("Lần 2", "Lần 1", REASON["reason_vi"], "Bộ thu hồi") if each not in text] == []


def test_the_desk_speaks_english_under_en(lan):
    edition = draft()
    pages = [DESK, f"{DESK}add/", f"{DESK}add/par-index/2024/", page(edition), page(edition, "record")]
    texts = [lan.get(f"/en{address}").content.decode() for address in [*pages, page(edition, "publish")]]
    assert [text for text in texts if '<html lang="en"' not in text or "Quay lại" in text or "Bản nháp" in text] == []

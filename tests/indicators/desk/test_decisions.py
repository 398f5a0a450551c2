"""Publish now or at an hour, take back, withdraw, discard: by whom, and only after what was to be seen."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from indicators.models import Edition, Publication

from ...country import REASON, counts, publish
from .desk import CORRECTED, DESK, KEY, SHORTENED, draft, page, states

pytestmark = pytest.mark.django_db


def shown():
    return Edition.objects.of(*KEY).published().first()


def at(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")


def test_a_publisher_publishes_in_their_own_name(ha):
    edition = draft()
    answer = ha.post(page(edition, "publish"), {"seen": 1})
    assert (answer.url, states()) == (page(edition), [(2, "published"), (1, "superseded")])
    assert shown().published_by == ha.person


def test_removed_figures_are_confirmed_by_their_number(ha):
    edition = draft(SHORTENED)
    answers = [ha.post(page(edition, "publish"), {"seen": 1, "typed": typed}) for typed in ("", "2", "4")]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert states() == [(2, "draft"), (1, "published")]
    ha.post(page(edition, "publish"), {"seen": 1, "typed": "3"})
    assert states() == [(2, "published"), (1, "superseded")]


def test_who_has_seen_another_state_is_asked_to_look_again(ha):
    edition = draft()
    publish(CORRECTED)
    answer = ha.post(page(edition, "publish"), {"seen": 1})
    assert "lần công bố khác" in answer.content.decode()
    assert states() == [(3, "published"), (2, "draft"), (1, "superseded")]


def test_a_draft_without_a_reason_is_asked_for_it(ha):
    edition = draft(reason_vi="", reason_en="")
    assert set(ha.post(page(edition, "publish"), {"seen": 1}).context["form"].errors) == {"reason_vi", "reason_en"}
    ha.post(page(edition, "publish"), {"seen": 1} | REASON)
    assert (shown().revision, shown().reason_vi) == (2, REASON["reason_vi"])


def test_four_eyes_want_another_person(lan, ha, settings):
    settings.FOUR_EYES = True
    edition = draft(by=lan)
    assert "Người nạp không tự công bố" in lan.get(page(edition)).content.decode()
    assert "Người nạp không tự công bố" in lan.post(page(edition, "publish"), {"seen": 1}).content.decode()
    assert states() == [(2, "draft"), (1, "published")]
    ha.post(page(edition, "publish"), {"seen": 1})
    assert states() == [(2, "published"), (1, "superseded")]


def test_a_draft_is_published_at_its_hour(ha):
    edition, hour = draft(), timezone.now() + timedelta(hours=2)
    ha.post(page(edition, "publish"), {"seen": 1, "at": at(hour)})
    call_command("publish_due")
    assert states() == [(2, "draft"), (1, "published")]
    assert "Hẹn công bố" in ha.get(page(edition)).content.decode()
    Edition.objects.filter(pk=edition.pk).update(publish_at=timezone.now())
    call_command("publish_due")
    assert (states(), shown().published_by) == ([(2, "published"), (1, "superseded")], ha.person)


def test_an_hour_in_the_past_is_a_mistake_of_the_form(ha):
    edition = draft()
    answer = ha.post(page(edition, "publish"), {"seen": 1, "at": at(timezone.now() - timedelta(minutes=2))})
    assert set(answer.context["form"].errors) == {"at"}
    edition.refresh_from_db()
    assert (edition.status, edition.publish_at) == ("draft", None)


def test_an_hour_is_taken_back(ha):
    edition = draft()
    edition.schedule(timezone.now() + timedelta(hours=1), ha.person)
    ha.post(page(edition, "cancel"))
    edition.refresh_from_db()
    assert (edition.publish_at, edition.scheduled_by) == (None, None)


def test_what_is_due_and_refused_is_reported_and_stops_no_other(ha, settings):
    settings.FOUR_EYES = True
    refused, sound = draft(by=ha), draft(key=("papi", 2024), content=papi(), method="compiled")
    now = timezone.now()
    Edition.objects.filter(pk__in=[refused.pk, sound.pk]).update(publish_at=now, scheduled_by=ha.person)
    with pytest.raises(CommandError, match="Người nạp không tự công bố"):
        call_command("publish_due")
    assert Edition.objects.get(pk=sound.pk).status == "published"
    assert "Đã quá giờ hẹn" in ha.get(page(refused)).content.decode()


def papi():
    return "province,component,score,unit,source\nan-binh,overall,50.0000,points,survey\n"


def test_a_draft_is_discarded_with_everything_in_it(thu):
    before, edition = counts(), draft(by=thu)
    assert thu.get(page(edition, "discard")).status_code == 200
    assert states() == [(2, "draft"), (1, "published")]
    assert thu.post(page(edition, "discard")).url == DESK
    assert counts() == before


def test_what_is_public_is_not_discarded(lan):
    assert lan.post(page(shown(), "discard")).status_code == 403
    assert states() == [(1, "published")]


def test_an_earlier_revision_is_taken_back_through_a_draft(ha):
    publish(CORRECTED)
    first = Edition.objects.of(*KEY).get(revision=1)
    answer = ha.post(page(first, "take-back"), REASON)
    again = Edition.objects.of(*KEY).get(revision=3)
    assert (answer.url, again.restores, shown().revision) == (page(again), first, 2)
    ha.post(page(again, "publish"), {"seen": 2})
    assert states() == [(3, "published"), (2, "superseded"), (1, "superseded")]


def test_what_is_public_is_not_taken_back(ha):
    answer = ha.post(page(shown(), "take-back"), REASON)
    assert "nay không còn hiện" in answer.content.decode()
    assert states() == [(1, "published")]


def test_an_edition_is_withdrawn_with_its_reason(ha, client):
    assert set(ha.post(page(shown(), "withdraw"), {}).context["form"].errors) == {"reason_vi", "reason_en"}
    stamp = Publication.objects.stamp()
    edition = shown()
    ha.post(page(edition, "withdraw"), {"reason_vi": "Bộ thu hồi", "reason_en": "Withdrawn by the ministry"})
    assert (states(), Publication.objects.stamp() == stamp) == ([(1, "withdrawn")], False)
    assert client.get("/rankings/par-index/2024/").status_code == 410
    assert "Bộ thu hồi" in ha.get(page(edition)).content.decode()


def test_a_published_revision_leads_to_the_one_before_it(ha):
    first = shown()
    assert "take-back" not in ha.get(page(first)).content.decode()
    publish(CORRECTED)
    said = ha.get(page(shown())).content.decode()
    assert f'href="{page(first, "take-back")}">Khôi phục bản trước (lần 1)</a>' in said
    assert "Nếu lần 1 đúng, hãy khôi phục lần đó" in ha.get(page(shown(), "withdraw")).content.decode()


def test_what_confirms_a_removal_stands_below_what_it_confirms(ha):
    form = ha.get(page(draft(SHORTENED, reason_vi="", reason_en=""), "publish")).context["form"]
    assert list(form.fields) == ["seen", "typed", "reason_vi", "reason_en", "at"]

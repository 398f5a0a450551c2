"""What may be done to an edition, by whom and when: publish, set an hour, take back, withdraw, discard."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from indicators.intake.loading import repeat
from indicators.intake.writing import written
from indicators.models import Edition, Publication, Refused, Result, previewing

from ..country import FILES, REASON, counts, publish, send

pytestmark = pytest.mark.django_db
CORRECTED = FILES["par-index", 2024].replace("84.00,%,,1,1", "85.00,%,,1,1")
KEY = ("par-index", 2024)


@pytest.fixture
def draft(country):
    """A correction of 2024, loaded and not yet published."""
    return send(CORRECTED, **REASON).edition


@pytest.fixture
def clerk(db):
    return get_user_model().objects.create(username="clerk")


@pytest.fixture
def other(db):
    return get_user_model().objects.create(username="other")


def states():
    return list(Edition.objects.of(*KEY).values_list("revision", "status"))


def test_an_edition_is_published_once(country):
    with pytest.raises(Refused, match="không còn là bản nháp"):
        country.edition().publish()


def test_a_draft_that_another_has_published_meanwhile_is_refused(draft):
    Edition.objects.get(pk=draft.pk).publish()
    stamp = Publication.objects.stamp()
    with pytest.raises(Refused, match="không còn là bản nháp"):
        draft.publish()
    assert Publication.objects.stamp() == stamp


def test_a_draft_that_another_has_discarded_meanwhile_is_refused(draft):
    Edition.objects.get(pk=draft.pk).discard()
    with pytest.raises(Refused, match="đã bị bỏ"):
        draft.publish()


def test_who_decided_on_an_older_state_is_asked_to_look_again(draft):
    second = send(CORRECTED, **REASON).edition
    second.publish(seen=1)
    with pytest.raises(Refused, match="lần công bố khác"):
        draft.publish(seen=1)
    assert states() == [(3, "published"), (2, "draft"), (1, "superseded")]


def test_a_further_revision_says_its_reason(country):
    edition = send(CORRECTED).edition
    with pytest.raises(Refused, match="lý do"):
        edition.publish()
    assert states() == [(2, "draft"), (1, "published")]


def test_a_revision_after_a_withdrawal_says_its_reason_too(country, clerk):
    country.edition().withdraw(clerk, "Bộ thu hồi quyết định", "The ministry withdrew its decision")
    edition = send(CORRECTED).edition
    with pytest.raises(Refused, match="lý do"):
        edition.publish()
    assert states() == [(2, "draft"), (1, "withdrawn")]


def test_four_eyes_want_another_person_than_the_loader(draft, clerk, other, settings):
    settings.FOUR_EYES = True
    Edition.objects.filter(pk=draft.pk).update(loaded_by=clerk)
    draft.refresh_from_db()
    with pytest.raises(Refused, match="Người nạp"):
        draft.publish(by=clerk)
    draft.publish(by=other)
    assert Edition.objects.published().get(series__slug="par-index", year=2024).published_by == other


def test_two_eyes_are_enough_by_default(draft, clerk):
    Edition.objects.filter(pk=draft.pk).update(loaded_by=clerk)
    draft.refresh_from_db()
    draft.publish(by=clerk)
    assert states()[0] == (2, "published")


def test_an_hour_in_the_past_is_refused(draft, clerk):
    with pytest.raises(Refused, match="đã qua"):
        draft.schedule(timezone.now(), clerk)


def test_a_draft_is_due_at_its_hour(draft, clerk):
    at = timezone.now() + timedelta(hours=1)
    draft.schedule(at, clerk)
    found = [list(Edition.objects.due(at + shift)) for shift in (timedelta(seconds=-1), timedelta(0))]
    assert found == [[], [draft]]


def test_publishing_cancels_the_hours_of_other_drafts(draft, clerk):
    draft.schedule(timezone.now() + timedelta(hours=1), clerk)
    publish(CORRECTED)
    draft.refresh_from_db()
    assert draft.publish_at is None


def test_taking_back_shows_the_figures_of_an_earlier_revision_again(country):
    publish(CORRECTED)
    first = country.edition()
    repeat(first, **REASON).publish()
    again = Edition.objects.published().get(series__slug="par-index", year=2024)
    assert states() == [(3, "published"), (2, "superseded"), (1, "superseded")]
    assert (again.restores, written(again), again.checks) == (first, written(first), first.checks)
    assert bytes(again.file.content) == bytes(first.file.content)


@pytest.mark.parametrize("is_published", [True, False])
def test_only_what_was_public_and_is_no_more_is_taken_back(country, is_published):
    edition = country.edition() if is_published else send(CORRECTED, **REASON).edition
    before = counts()
    with pytest.raises(Refused, match="từng công bố"):
        repeat(edition, **REASON)
    assert counts() == before


def test_a_withdrawn_edition_is_public_no_more(country, clerk):
    edition, stamp = country.edition(), Publication.objects.stamp()
    edition.withdraw(clerk, "Bộ thu hồi quyết định", "The ministry withdrew its decision")
    edition.refresh_from_db()
    assert (edition.status, edition.withdrawn_by, edition.withdrawn_at is None) == ("withdrawn", clerk, False)
    assert not Result.objects.published().filter(edition=edition).exists()
    assert Publication.objects.stamp() != stamp


def test_only_what_is_public_is_withdrawn(draft, clerk):
    with pytest.raises(Refused, match="đang công bố"):
        draft.withdraw(clerk, "Nhầm", "Mistake")


def test_a_discarded_draft_leaves_nothing(country):
    before = counts()
    send(CORRECTED, **REASON).edition.discard()
    assert counts() == before


def test_a_published_edition_is_not_discarded(country):
    with pytest.raises(Refused, match="Chỉ bỏ được bản nháp"):
        country.edition().discard()


def test_a_preview_swaps_one_draft_into_what_is_public(draft, country):
    with previewing(draft):
        shown = set(Edition.objects.published().values_list("series__slug", "year", "revision"))
    assert (*KEY, 2) in shown
    assert (*KEY, 1) not in shown
    assert len(shown) == len(FILES)


def test_after_a_preview_nothing_of_it_is_public(draft):
    with previewing(draft):
        pass
    assert draft not in Edition.objects.published()

"""Reference data: ordinary forms with a history, public at once; what figures point to stays."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from indicators.models import Component, Criterion, Document, Measure, Publication, Series, Source
from provinces.models import District, Province, Region

from ...revising import revise

MODELS = [Source, Document, Series, Component, Criterion, Measure, Province, Region, District]
SOURCE = {
    "slug": "bao-an-binh-2023",
    "kind": "article",
    "publisher": "Báo An Bình",
    "title": "Chỉ số năm 2023",
    "paragraphs-TOTAL_FORMS": "0",
    "paragraphs-INITIAL_FORMS": "0",
}


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("model", MODELS)
def test_a_publisher_sees_the_list_and_the_form(ha, model):
    assert [ha.get(address(model, page)).status_code for page in ("changelist", "add")] == [200, 200]


@pytest.mark.parametrize("model", [Source, Document])
def test_a_loader_adds_what_files_name(thu, model):
    assert thu.get(address(model, "add")).status_code == 200


@pytest.mark.parametrize("model", [Series, Criterion, Province, Region])
def test_a_loader_changes_nothing_that_is_public_at_once(thu, model):
    assert thu.get(address(model, "add")).status_code == 403


def test_a_source_is_made_with_its_history_and_is_public_at_once(thu):
    before = Publication.objects.stamp()
    assert thu.post(address(Source, "add"), SOURCE).status_code == 302
    source = Source.objects.get(slug="bao-an-binh-2023")
    assert Publication.objects.stamp() != before
    assert LogEntry.objects.get(object_id=source.pk).user == thu.person
    assert "thu" in thu.get(address(Source, "history", source.pk)).content.decode()


def test_a_change_is_public_at_once_and_the_slug_stays(thu):
    source = Source.objects.create(slug="bao", kind="article", publisher="Báo")
    before = Publication.objects.stamp()
    thu.post(address(Source, "change", source.pk), SOURCE)
    source.refresh_from_db()
    assert (source.slug, source.publisher) == ("bao", "Báo An Bình")
    assert Publication.objects.stamp() != before


def test_what_figures_point_to_is_not_deleted(admin_client, country):
    edition = revise()
    source = edition.results.first().citations.first().source
    page = admin_client.get(address(Source, "delete", source.pk)).content.decode()
    admin_client.post(address(Source, "delete", source.pk), {"post": "yes"})
    assert "được bảo vệ" in page
    assert Source.objects.filter(pk=source.pk).exists()

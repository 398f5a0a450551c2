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


@pytest.mark.parametrize("page", ["changelist", "add", "change", "delete", "history"])
def test_every_page_leads_back_to_the_desk(admin_client, country, page):
    record = [] if page in ("changelist", "add") else [Source.objects.create(slug="bao", kind="article").pk]
    html = " ".join(admin_client.get(address(Source, page, *record)).content.decode().split())
    assert '<div class="breadcrumbs"> <a href="/quan-tri/">Bàn làm việc</a> ›' in html
    assert ("Nguồn</a> ›" in html) == (page != "changelist")


@pytest.mark.parametrize("page", ["index", "password_change", "password_change_done", "indicators_source_changelist"])
def test_every_page_has_the_same_links_at_its_head(admin_client, country, page):
    html = admin_client.get(reverse(f"admin:{page}")).content.decode()
    assert all(f">{words}</" in html for words in ("Trang công khai", "Đổi mật khẩu", "English", "Đăng xuất"))
    assert "theme-toggle" not in html


def test_columns_of_lists_are_named_in_words(admin_client, country):
    html = admin_client.get(address(Criterion, "changelist")).content.decode()
    assert ("Chỉ số thành phần" in html, ">Component<" in html) == (True, False)


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


def told(client, form, **posted):
    """What is said above the form that a refusal leads back to."""
    answer = client.post(form, posted, follow=True)
    assert answer.redirect_chain, answer.context["errors"]
    return " ".join(str(message) for message in answer.context["messages"])


def test_what_figures_point_to_is_not_deleted_and_says_what_does(admin_client, country):
    edition = revise()
    source = edition.results.first().citations.first().source
    edition.source = source
    edition.save(update_fields=["source"])
    before = Publication.objects.stamp()
    sentence = told(admin_client, address(Source, "delete", source.pk), post="yes")
    assert sentence.startswith(f"Không xóa được “{source}”: đang dùng cho ")
    assert f"1 kỳ công bố ({edition})" in sentence
    assert " số liệu chung, " in sentence
    assert Source.objects.filter(pk=source.pk).exists()
    assert Publication.objects.stamp() == before


def test_what_nothing_points_to_is_deleted_and_gone_at_once(admin_client, country):
    source = Source.objects.create(slug="bao", kind="article", publisher="Báo")
    before = Publication.objects.stamp()
    admin_client.post(address(Source, "delete", source.pk), {"post": "yes"})
    assert not Source.objects.filter(pk=source.pk).exists()
    assert Publication.objects.stamp() != before


def test_a_criterion_with_figures_is_not_deleted(admin_client, country):
    criterion = Criterion.objects.get(rules="par-a", component__slug="procedures")
    sentence = told(admin_client, address(Criterion, "delete", criterion.pk), post="yes")
    assert "có số liệu của thành phần procedures, nên quy định par-a của năm đó phải có tiêu chí này" in sentence
    assert Criterion.objects.filter(pk=criterion.pk).exists()


def form_of(client, obj):
    """What a form would send back as it stands, with the source that the imaginary country leaves out."""
    page = client.get(address(type(obj), "change", obj.pk)).context
    forms = [page["adminform"].form, *(each.formset.management_form for each in page["inline_admin_formsets"])]
    forms += [form for each in page["inline_admin_formsets"] for form in each.formset.initial_forms]
    fields = [field for form in forms for field in form]
    return {field.html_name: field.value() for field in fields if field.value() is not None} | {"source": "Luật"}


def test_a_province_keeps_the_days_of_its_figures(ha, country):
    province = Province.objects.get(slug="an-binh")
    posted = form_of(ha, province) | {"last_day": "2023-06-30"}
    sentence = told(ha, address(Province, "change", province.pk), **posted)
    assert "An Bình, nên ngày 31/12/" in sentence
    province.refresh_from_db()
    assert province.last_day is None


def test_a_province_gets_another_name_on_every_page_at_once(ha, country, client):
    province = Province.objects.get(slug="an-binh")
    posted = form_of(ha, province) | {"name_vi": "An Bình Mới"}
    assert ha.post(address(Province, "change", province.pk), posted).status_code == 302
    assert "An Bình Mới" in client.get("/rankings/par-index/2024/").content.decode()
    assert province.name_vi != LogEntry.objects.get(object_id=province.pk).object_repr

import pytest
from django.urls import reverse

from provinces.models import District, Province, Region


@pytest.mark.parametrize("model", [Province, Region, District])
def test_staff_see_the_lists(admin_client, model):
    assert admin_client.get(reverse(f"admin:provinces_{model._meta.model_name}_changelist")).status_code == 200


def test_staff_find_a_province_without_its_marks(admin_client):
    for slug, name in (("an-binh", "An Bình"), ("bao-son", "Bảo Sơn")):
        Province.objects.create(slug=slug, name_vi=name, kind="province", gso_code="01")
    page = admin_client.get(reverse("admin:provinces_province_changelist"), {"q": "an binh"}).content.decode()
    assert "An Bình" in page
    assert "Bảo Sơn" not in page


def test_a_province_is_one_page_with_its_periods(admin_client):
    province = Province.objects.create(slug="an-binh", name_vi="An Bình", kind="province", gso_code="01")
    page = admin_client.get(reverse("admin:provinces_province_change", args=[province.pk])).content.decode()
    assert all(part in page for part in ("statuses-", "memberships-", "made_of-", "aliases-"))

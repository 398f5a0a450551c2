"""The design page: every component in its states, for staff alone."""

from pathlib import Path

import pytest
from django.urls import reverse

from .pages import Page

pytestmark = pytest.mark.django_db
COMPONENTS = {path.stem for path in Path("templates/components").glob("*.html")}
# What every page has in its frame or head; what a chart needs of scripts; the charts stand under their kinds.
ELSEWHERE = {"links", "head_links", "foot_links", "chart_scripts", "chart", "draft", "card", "pictured"}


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_staff_see_every_component(admin_client, prefix):
    response = admin_client.get(prefix + reverse("design"))
    parts = set(Page(response.content.decode()).html.split('id="part-')[1:])
    named = {part.partition('"')[0] for part in parts}
    assert named >= COMPONENTS - ELSEWHERE | {"trend", "ranks", "regions", "lines", "ranking", "heat"}
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_nobody_else_sees_it(client):
    response = client.get(reverse("design"))
    assert (response.status_code, "login" in response["Location"]) == (302, True)

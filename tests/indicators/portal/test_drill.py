"""The page that the drill watches says its figure where the drill looks."""

import pytest

from bench.layout import FIRST
from bench.readers import PLACES, WATCHED, scores_of

pytestmark = pytest.mark.django_db


def test_the_watched_figure_stands_in_every_place(client):
    page = client.get(WATCHED).content
    assert [bool(place.search(page.decode())) for place in PLACES] == [True] * len(PLACES)
    assert scores_of(WATCHED, page) == {FIRST}
    file = WATCHED[:-1] + ".json"
    assert scores_of(file, client.get(file).content) == {FIRST}

"""Parts of a page that are written once: what they keep, and that no question sees what another asked."""

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.test import Client

PART = Template("{% load kept %}{% kept store name %}{{ word }}{% endkept %}")


def test_a_part_is_written_the_first_time_and_kept():
    store = {}
    assert [PART.render(Context({"store": store, "word": word})) for word in ("once", "twice")] == ["once", "once"]
    assert store == {"name": "once"}


@pytest.mark.parametrize("nothing", [{}, {"store": None}])
def test_without_a_store_it_is_written_each_time(nothing):
    assert [PART.render(Context(nothing | {"word": word})) for word in ("once", "twice")] == ["once", "twice"]


def test_it_wants_a_store_and_a_name():
    with pytest.raises(TemplateSyntaxError, match="a store and a name"):
        Template("{% load kept %}{% kept store %}{% endkept %}")


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["", "/en"])
def test_a_page_is_the_same_whatever_was_asked_before(country, language):
    from indicators import caching

    address = f"{language}/rankings/par-index/2024/"
    asked = "order=-score region=north q=an q=atlantis region=nowhere revision=1 component=procedures"
    queries = ["", *(f"?{each}" for each in asked.split())]
    alone = {}
    for query in queries:
        caching.forget()
        alone[query] = Client().get(address + query).content
    caching.forget()
    assert {query: Client().get(address + query).content for query in reversed(queries)} == alone

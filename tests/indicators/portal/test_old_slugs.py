"""Addresses under a slug that a province is known by beside its own."""

import pytest


@pytest.mark.parametrize("before", ["", "/en"])
@pytest.mark.parametrize("after", ["/", ".csv", "/papi/2024/", "/papi/2024.json?revision=1"])
def test_an_old_slug_leads_to_the_province_for_good(client, before, after):
    answer = client.get(f"{before}/provinces/thua-thien-hue{after}")
    assert (answer.status_code, answer["Location"]) == (301, f"{before}/provinces/hue{after}")

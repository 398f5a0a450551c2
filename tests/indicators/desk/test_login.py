"""Passwords are not guessed: after five wrong ones a name is refused for a while from that address."""

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from reformportal.middleware import address_of

from ...people import LOADERS, person

PASSWORD = "một câu dài để thử"


@pytest.fixture
def clerk(db):
    return person("thu", LOADERS, password=PASSWORD)


def log_in(password, client=None, **origin):
    asked = {"username": "thu", "password": password}
    return (client or Client()).post(reverse("admin:login"), asked, **origin)


def test_the_right_password_lets_in(clerk):
    assert log_in(PASSWORD).status_code == 302


def test_five_wrong_ones_lock_and_say_so(clerk):
    answers = [log_in("sai") for _attempt in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    locked = log_in(PASSWORD)
    assert (locked.status_code, "tạm khóa 15 phút" in locked.content.decode()) == (429, True)


def test_the_same_name_from_elsewhere_and_success_before_the_fifth_are_let_in(clerk):
    for _attempt in range(5):
        log_in("sai")
    assert log_in(PASSWORD, REMOTE_ADDR="192.0.2.7").status_code == 302
    for password in ("sai", "sai", PASSWORD, "sai", "sai", "sai"):
        assert log_in(password, REMOTE_ADDR="192.0.2.8").status_code != 429


@pytest.mark.parametrize(("is_tls", "address"), [(False, "10.0.0.1"), (True, "192.0.2.9")])
def test_behind_the_proxy_an_address_is_the_readers(settings, is_tls, address):
    settings.SITE = type(settings.SITE)("https://portal.example", "portal.example", is_tls)
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="198.51.100.1, 192.0.2.9")
    assert address_of(request) == address

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import get_user_model

PASSWORD = "a long word for tests"


@pytest.fixture(scope="module")
def staff(browser, portal, django_db_blocker):
    """A signed-in clerk's page."""
    with django_db_blocker.unblock():
        get_user_model().objects.create_superuser("clerk", password=PASSWORD)
    context = browser.new_context(base_url=portal.url)
    page = context.new_page()
    page.goto(f"/{settings.ADMIN_PATH}/")
    page.fill("[name=username]", "clerk")
    page.fill("[name=password]", PASSWORD)
    page.click("[type=submit]")
    page.wait_for_selector("#user-tools")
    yield page
    context.close()


def addresses():
    """The staff's first page, and the list of every model shown there."""
    models = [model for model in apps.get_models() if admin.site.is_registered(model)]
    lists = [f"{model._meta.app_label}/{model._meta.model_name}/" for model in models]
    return [f"{prefix}/{settings.ADMIN_PATH}/{address}" for prefix in ("", "/en") for address in ("", *lists)]


@pytest.mark.thorough
def test_the_staffs_pages_keep_the_security_policy(staff):
    complaints = []
    staff.on("console", lambda message: complaints.append(f"{staff.url}: {message.text}"))
    staff.on("pageerror", lambda error: complaints.append(f"{staff.url}: {error}"))
    for address in addresses():
        assert staff.goto(address).status == 200, address
    assert complaints == []

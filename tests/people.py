"""People of the desk, with the rights of their groups."""

from importlib import import_module

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

LOADERS, PUBLISHERS = "Người nạp số liệu", "Người công bố"


def person(name, *groups, password=None):
    """A member of staff in these groups, which a test that emptied the database may have taken with it."""
    import_module("indicators.migrations.0006_groups_of_the_desk").make(apps, None)
    made = get_user_model().objects.create_user(name, password=password, is_staff=True)
    made.groups.set(Group.objects.get(name=group) for group in groups)
    return made

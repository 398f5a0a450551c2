"""The two groups of the desk: who loads figures, and who publishes them.

A draft is seen by nobody, a row of reference data by everybody at once: so loaders change only what a file names
and a publisher sees before the public does, the sources and documents.
"""

from django.db import migrations

LOADERS, PUBLISHERS = "Người nạp số liệu", "Người công bố"
WRITTEN_BY_LOADERS = ("source", "paragraph", "document")
REFERENCE = {
    "indicators": ("criterion", "component", "series", "measure", *WRITTEN_BY_LOADERS),
    "provinces": ("province", "region", "membership", "status", "succession", "alias", "oldslug", "district"),
}


def rights():
    """(group, app, model, what may be done) of every permission that a group has."""
    yield LOADERS, "indicators", "edition", "add"
    yield PUBLISHERS, "indicators", "edition", "publish"
    for group in (LOADERS, PUBLISHERS):
        yield group, "indicators", "edition", "view"
        for app, models in REFERENCE.items():
            for model in models:
                yield group, app, model, "view"
                if group == PUBLISHERS or model in WRITTEN_BY_LOADERS:
                    yield group, app, model, "add"
                    yield group, app, model, "change"


def make(apps, schema_editor):
    """Groups with their permissions, which Django itself would make only after the last migration."""
    group_of = {
        name: apps.get_model("auth", "Group").objects.get_or_create(name=name)[0] for name in (LOADERS, PUBLISHERS)
    }
    types, permissions = apps.get_model("contenttypes", "ContentType"), apps.get_model("auth", "Permission")
    for group, app, model, act in rights():
        content_type, _made = types.objects.get_or_create(app_label=app, model=model)
        words = f"Can {act} {model}" if act != "publish" else "Công bố, khôi phục, thu hồi kỳ công bố"
        permission, _made = permissions.objects.get_or_create(
            codename=f"{act}_{model}", content_type=content_type, defaults={"name": words}
        )
        group_of[group].permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0005_a_stamp_knows_its_edition"),
        ("provinces", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]

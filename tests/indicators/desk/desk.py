"""The desk as a clerk uses it, through its addresses."""

from django.core.files.uploadedfile import SimpleUploadedFile

from indicators.models import Edition

from ...country import FILES, REASON, send

DESK = "/quan-tri/indicators/edition/"
KEY = ("par-index", 2024)
SOUND = FILES[KEY]
CORRECTED = SOUND.replace("84.00,%,,1,1", "85.00,%,,1,1")
SHORTENED = "\n".join(line for line in SOUND.splitlines() if "procedures" not in line) + "\n"
TERMS = {
    "announced_on": "2025-04-06",
    "decision": "1/QĐ",
    "decided_on": "2025-04-01",
    "ranked": "6",
    "rules": "par-a",
    "comparable": "yes",
    **REASON,
}


def upload(client, content=CORRECTED, key=KEY, name="bảng 2024.csv", prefix="", **terms):
    """The answer to an uploaded file."""
    content = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile(name, content)
    series, year = key
    return client.post(f"{prefix}{DESK}add/{series}/{year}/", TERMS | terms | {"file": file})


def draft(content=CORRECTED, by=None, key=KEY, **terms):
    """A draft, as if loaded by this client's person."""
    edition = send(content, *key, **REASON | terms).edition
    if by:
        Edition.objects.filter(pk=edition.pk).update(loaded_by=by.person)
    return Edition.objects.get(pk=edition.pk)


def page(edition, act="change"):
    return f"{DESK}{edition.pk}/{act}/"


def states(key=KEY):
    return list(Edition.objects.of(*key).values_list("revision", "status"))

"""Make the portal ready to serve: tables, figures, static files, in one start of Django."""

import os

import django
from django.core.management import call_command


def make_tables():
    """The tables of this release. A database in a file holds drafts and staff accounts: its owner alone reads it."""
    umask = os.umask(0o077)
    try:
        call_command("migrate", verbosity=0)
    finally:
        os.umask(umask)


if __name__ == "__main__":
    django.setup()
    make_tables()
    call_command("load_edition", "--all")
    call_command("collectstatic", interactive=False, verbosity=0)

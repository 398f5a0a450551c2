"""Make the portal ready to serve: tables, figures, static files, in one start of Django."""

import django
from django.core.management import call_command

if __name__ == "__main__":
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("load_edition", "--all")
    call_command("collectstatic", interactive=False, verbosity=0)

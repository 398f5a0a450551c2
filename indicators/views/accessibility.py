from django.conf import settings
from django.shortcuts import render
from django.utils.translation import gettext as _

from .answer import trail


def accessibility(request):
    """What was tried so that everybody can read the portal, how, what is known to fall short, and whom to tell."""
    desk = [line for line in (settings.DESK_ADDRESS, settings.DESK_TELEPHONE) if line]
    context = {"desk": desk, "trail": trail((_("Hỗ trợ tiếp cận"), None))}
    return render(request, "indicators/accessibility.html", context)

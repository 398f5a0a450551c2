"""What staff see: the desk of editions."""

from django.contrib.admin import site

from . import editions

__all__ = ["editions"]

site.enable_nav_sidebar = False

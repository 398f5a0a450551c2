"""What staff see: the desk of editions, and forms for what figures point to."""

from django.contrib.admin import site

from . import editions, reference

__all__ = ["editions", "reference"]

site.enable_nav_sidebar = False

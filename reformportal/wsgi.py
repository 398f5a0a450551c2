import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reformportal.settings")

application = get_wsgi_application()
if settings.METRICS_PORT:
    from reformportal import metrics

    application = metrics.counted(application, metrics.made)
if not settings.DEBUG:
    from reformportal.page_cache import PageCache

    application = PageCache(application, settings.PAGE_CACHE_MB * 1024 * 1024)
if settings.METRICS_PORT:
    application = metrics.counted(application, metrics.answers)

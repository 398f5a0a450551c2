from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.http import HttpResponse
from django.urls import include, path

from indicators.views.data import sitemap

ROBOTS = "User-agent: *\nDisallow:\n\nSitemap: {}/sitemap.xml\n"


def robots(request):
    return HttpResponse(ROBOTS.format(settings.SITE_URL), content_type="text/plain; charset=utf-8")


urlpatterns = [path("robots.txt", robots, name="robots"), path("sitemap.xml", sitemap, name="sitemap")]
prefixed = [path("", include("indicators.urls"))]

if settings.HAS_STAFF:
    from django.contrib import admin

    from indicators.admin.preview import preview
    from indicators.views.design import design

    staff = admin.site.admin_view
    drafts = f"{settings.ADMIN_PATH}/preview/<int:pk>/"
    urlpatterns += [
        # Outside the language prefixes: what follows is a public address, which may bear one.
        path(drafts, staff(preview), {"path": ""}, name="preview"),
        path(f"{drafts}<path:path>", staff(preview), name="preview"),
    ]
    prefixed = [
        path(f"{settings.ADMIN_PATH}/design/", design if settings.DEBUG else staff(design), name="design"),
        path(f"{settings.ADMIN_PATH}/", admin.site.urls),
        *prefixed,
    ]

urlpatterns += i18n_patterns(*prefixed, prefix_default_language=False)

handler400 = "indicators.views.errors.bad_request"
handler404 = "indicators.views.errors.not_found"

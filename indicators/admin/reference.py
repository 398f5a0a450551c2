"""Reference data as ordinary forms with a history: sources, documents, criteria and what else figures point to.

What is saved here is public at once, so it renews the stamp of the public pages. What figures point to stays.
"""

from django.contrib import admin
from django.db import models
from django.dispatch import receiver
from django.utils.translation import gettext as _

from provinces.admin import InUse, ReferenceAdmin, changed

from ..models import Component, Criterion, Document, Measure, Paragraph, Publication, Result, Series, Source


@receiver(changed)
def renew(**sent):
    """What was saved is on every public page within seconds. Raises InUse where figures would lose their ground."""
    keep_lives()
    keep_criteria()
    Publication.objects.renew()


def keep_lives():
    """A province exists on the day of every edition that has figures of it."""
    found = Result.objects.out_of_life().select_related("province", "edition__series").first()
    if found:
        sentence = _(
            "Không lưu được: %(edition)s có số liệu của %(name)s, nên ngày %(day)s phải nằm giữa ngày đầu và ngày cuối."
        )
        day = f"{found.edition.as_of:%d/%m/%Y}"
        raise InUse(sentence % {"edition": titled(found.edition), "name": found.province.name_vi, "day": day})


def keep_criteria():
    """The rules of an edition know every component in which it has figures."""
    found = Result.objects.without_criterion().select_related("component", "edition__series").first()
    if found:
        sentence = _(
            "Không lưu được: %(edition)s có số liệu của thành phần %(component)s,"
            " nên quy định %(rules)s của năm đó phải có tiêu chí này."
        )
        named = {"component": found.component.slug, "rules": found.edition.rules}
        raise InUse(sentence % (named | {"edition": titled(found.edition)}))


def titled(edition):
    return f"{edition.series.short} {edition.year}"


class ParagraphInline(admin.TabularInline):
    model = Paragraph
    extra = 0


@admin.register(Source)
class SourceAdmin(ReferenceAdmin):
    list_display = ["slug", "publisher", "title", "published", "kind"]
    list_filter = ["kind"]
    search_fields = ["slug", "publisher", "title", "author"]
    inlines = [ParagraphInline]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


@admin.register(Document)
class DocumentAdmin(ReferenceAdmin):
    list_display = ["number", "kind_vi", "issuer", "issued_on", "source"]
    list_select_related = ["source"]
    search_fields = ["number", "subject_vi", "issuer"]
    autocomplete_fields = ["province", "district", "source"]


@admin.register(Series)
class SeriesAdmin(ReferenceAdmin):
    list_display = ["short", "name_vi", "publisher_vi", "is_ranked", "order"]
    search_fields = ["short", "name_vi", "slug"]


class CriterionInline(admin.TabularInline):
    model = Criterion
    extra = 0


@admin.register(Component)
class ComponentAdmin(ReferenceAdmin):
    list_display = ["slug", "series", "order"]
    list_filter = ["series"]
    list_select_related = ["series"]
    search_fields = ["slug", "criteria__name_vi"]
    inlines = [CriterionInline]


@admin.register(Criterion)
class CriterionAdmin(ReferenceAdmin):
    list_display = ["name_vi", "component", "rules", "maximum", "year_from", "year_to"]
    list_filter = ["component__series", "rules"]
    list_select_related = ["component__series"]
    search_fields = ["name_vi", "name_en", "component__slug"]
    autocomplete_fields = ["component"]


@admin.register(Measure)
class MeasureAdmin(ReferenceAdmin):
    list_display = ["name_vi", "slug", "area"]
    list_filter = ["area"]
    search_fields = ["slug", "name_vi"]

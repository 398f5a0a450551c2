"""Reference data as ordinary forms with a history: sources, documents, criteria and what else figures point to.

What is saved here is public at once, so it renews the stamp of the public pages. What figures point to stays.
"""

from django.contrib import admin
from django.db import models
from django.dispatch import receiver

from provinces.admin import ReferenceAdmin, changed

from ..models import Component, Criterion, Document, Measure, Paragraph, Publication, Series, Source


@receiver(changed)
def renew(**sent):
    """What was saved is on every public page within seconds."""
    Publication.objects.renew()


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

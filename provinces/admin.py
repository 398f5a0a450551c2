from django.contrib import admin
from django.dispatch import Signal

from .models import Alias, District, Membership, OldSlug, Province, Region, Status, Succession

# Sent when staff have changed what readers see at once.
changed = Signal()


class ReferenceAdmin(admin.ModelAdmin):
    """A form for what figures point to, each change in its history. A `slug`, once given, is in addresses and stays."""

    def get_readonly_fields(self, request, obj=None):
        given = obj is not None and hasattr(obj, "slug")
        return [*super().get_readonly_fields(request, obj), *(["slug"] if given else [])]

    def log_addition(self, request, obj, message):
        changed.send(sender=type(obj))
        return super().log_addition(request, obj, message)

    def log_change(self, request, obj, message):
        changed.send(sender=type(obj))
        return super().log_change(request, obj, message)

    def log_deletions(self, request, queryset):
        changed.send(sender=self.model)
        return super().log_deletions(request, queryset)


class MembershipInline(admin.TabularInline):
    model = Membership
    extra = 0


class StatusInline(admin.TabularInline):
    model = Status
    extra = 0


class AliasInline(admin.TabularInline):
    model = Alias
    extra = 0


class OldSlugInline(admin.TabularInline):
    model = OldSlug
    extra = 0


class SuccessionInline(admin.TabularInline):
    """What a province was made of; what it became stands on its successor's page."""

    model = Succession
    fk_name = "successor"
    autocomplete_fields = ["predecessor"]
    extra = 0


@admin.register(Province)
class ProvinceAdmin(ReferenceAdmin):
    list_display = ["name_vi", "kind", "slug", "first_day", "last_day"]
    list_filter = ["kind", "last_day"]
    search_fields = ["search_key"]
    inlines = [StatusInline, MembershipInline, SuccessionInline, AliasInline, OldSlugInline]

    def get_search_results(self, request, queryset, search_term):
        """The portal's own search: without marks, by every name and spelling, the closest first."""
        return (queryset.search(search_term) if search_term else queryset), False


@admin.register(Region)
class RegionAdmin(ReferenceAdmin):
    list_display = ["name_vi", "slug", "first_day", "last_day", "order"]


@admin.register(District)
class DistrictAdmin(ReferenceAdmin):
    list_display = ["name_vi", "province", "last_day"]
    search_fields = ["name_vi", "slug"]
    list_select_related = ["province"]
    autocomplete_fields = ["province"]

from django.contrib import admin

from .models import Alias, District, Membership, OldSlug, Province, Region, Status, Succession


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
class ProvinceAdmin(admin.ModelAdmin):
    list_display = ["name_vi", "kind", "slug", "first_day", "last_day"]
    list_filter = ["kind", "last_day"]
    search_fields = ["search_key"]
    inlines = [StatusInline, MembershipInline, SuccessionInline, AliasInline, OldSlugInline]

    def get_search_results(self, request, queryset, search_term):
        """The portal's own search: without marks, by every name and spelling, the closest first."""
        return (queryset.search(search_term) if search_term else queryset), False


@admin.register(Region)
class RegionAdmin(admin.ModelAdmin):
    list_display = ["name_vi", "slug", "first_day", "last_day", "order"]


@admin.register(District)
class DistrictAdmin(admin.ModelAdmin):
    list_display = ["name_vi", "province", "last_day"]
    list_select_related = ["province"]
    autocomplete_fields = ["province"]

from collections import defaultdict
from functools import wraps

from django.contrib import admin, messages
from django.contrib.admin.utils import NestedObjects, unquote
from django.db import transaction
from django.dispatch import Signal
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from .models import Alias, District, Membership, OldSlug, Province, Region, Status, Succession

# Sent within the transaction in which staff change what readers see at once; who hears it may raise InUse.
changed = Signal()
NAMES_TOLD = 3


class InUse(Exception):
    """A change that would take from figures what they stand on; its text says so to staff."""


def refused_in_words(view):
    """A form of the admin where InUse changes nothing, and is told above the form as it was."""

    @wraps(view)
    def guarded(self, request, object_id=None, *args, **kwargs):
        try:
            with transaction.atomic():
                return view(self, request, object_id, *args, **kwargs)
        except InUse as refusal:
            self.message_user(request, refusal.args[0], messages.ERROR)
            form = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
            return redirect(reverse(form, args=[object_id]) if object_id else request.path)

    return guarded


def keep_used(found):
    """Raises InUse where anything that is not deleted with it points to a row; says how much, and names some."""
    collector = NestedObjects(using=found._state.db)
    collector.collect([found])
    uses = defaultdict(list)
    for each in collector.protected:
        uses[str(each._meta.verbose_name)].append(str(each) if admin.site.is_registered(type(each)) else "")
    if uses:
        told = ", ".join(counted(name, sorted(filter(None, named)), len(named)) for name, named in sorted(uses.items()))
        sentence = _("Không xóa được “%(name)s”: đang dùng cho %(uses)s. Nếu ghi sai, hãy sửa thay vì xóa.")
        raise InUse(sentence % {"name": found, "uses": told})


def counted(kind, names, count):
    """`2 kỳ công bố (the first, the second)`; without names where there are none."""
    told = ", ".join([*names[:NAMES_TOLD], *["…"] * (len(names) > NAMES_TOLD)])
    return f"{count} {kind} ({told})" if told else f"{count} {kind}"


class ReferenceAdmin(admin.ModelAdmin):
    """A form for what figures point to, each change in its history. A `slug`, once given, is in addresses and stays."""

    actions = None
    show_facets = admin.ShowFacets.NEVER

    def get_readonly_fields(self, request, obj=None):
        given = obj is not None and hasattr(obj, "slug")
        return [*super().get_readonly_fields(request, obj), *(["slug"] if given else [])]

    changeform_view = refused_in_words(admin.ModelAdmin.changeform_view)

    @refused_in_words
    def delete_view(self, request, object_id, extra_context=None):
        found = self.get_object(request, unquote(object_id))
        if found and self.has_delete_permission(request, found):
            keep_used(found)
        return super().delete_view(request, object_id, extra_context)

    def log_addition(self, request, obj, message):
        changed.send(sender=type(obj))
        return super().log_addition(request, obj, message)

    def log_change(self, request, obj, message):
        changed.send(sender=type(obj))
        return super().log_change(request, obj, message)

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        changed.send(sender=type(obj))


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

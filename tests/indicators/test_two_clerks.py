"""Two clerks at the same year at the same moment, and a worker that dies: on real connections, in real processes."""

import time

import pytest

from indicators.models import Edition, EditionFile, Result

from ..country import FILES, send, settle
from .clerks import Clerk, shared

LOADING = """
with transaction.atomic():
    taken = send(FILES["par-index", 2023], year=2023)
    print(taken.edition.revision, flush=True)
    sys.stdin.readline()
"""
PUBLISHING = """
edition = Edition.objects.get(revision={revision})
with transaction.atomic():
    try:
        edition.publish()
        print(edition.status, flush=True)
    except Refused as refused:
        print(refused.args[0], flush=True)
    sys.stdin.readline()
"""
LOADING_AND_DYING = """
from indicators.intake import loading
loading.save_aggregates = lambda edition, printed: print(edition.results.count(), flush=True) or os._exit(9)
send(FILES["par-index", 2023], year=2023)
"""
HELD = """
from indicators.models import EditionFile, Result

counts = [model.objects.count() for model in (Edition, EditionFile, Result)]
print(*counts, send(FILES["par-index", 2023], year=2023).edition.revision)
"""
DYING = """
Publication.objects.renew = lambda edition: os._exit(9)
Edition.objects.get(revision=1).publish()
"""
AFTERWARDS = """
def states():
    return [*Edition.objects.order_by("revision").values_list("status", flat=True), Publication.objects.count()]

print(*states())
Edition.objects.get(revision=1).publish()
print(*states())
"""


@pytest.fixture
def database(transactional_db, tmp_path):
    """The address of a portal with two drafts of one year."""
    settle()
    for _ in range(2):
        send(FILES["par-index", 2023], year=2023)
    return shared(tmp_path)


def together(database, first, second):
    """What two say of whom the second begins before the first has finished."""
    holder = Clerk(database, first)
    said = [holder.says()]
    waiting = Clerk(database, f"print('begins', flush=True)\n{second}")
    waiting.says()
    time.sleep(0.3)  # long enough to ask the database, which must let the first finish
    holder.go_on()
    said.append(waiting.says())
    waiting.go_on()
    assert [holder.ends(), waiting.ends()] == [(0, ""), (0, "")]
    return said


@pytest.mark.thorough
def test_who_loads_the_same_year_at_the_same_moment_gets_the_next_revision(database):
    assert together(database, LOADING, LOADING) == ["3", "4"]


def test_who_publishes_the_same_year_at_the_same_moment_is_told(database):
    first, second = together(database, PUBLISHING.format(revision=1), PUBLISHING.format(revision=2))
    assert first == "published"
    assert second == "Kỳ này đã công bố. Hãy ghi lý do sửa hoặc bổ sung, bằng cả tiếng Việt và tiếng Anh."


def test_a_worker_killed_in_the_middle_of_publishing_leaves_nothing_half_done(database):
    assert Clerk(database, DYING).ends() == (9, "")
    assert Clerk(database, AFTERWARDS).ends() == (0, "draft draft 0\npublished draft 1")


@pytest.mark.thorough
def test_a_worker_killed_in_the_middle_of_loading_leaves_nothing_half_done(database):
    before = [model.objects.count() for model in (Edition, EditionFile, Result)]
    code, written = Clerk(database, LOADING_AND_DYING).ends()
    assert code == 9
    assert int(written) > 0
    assert Clerk(database, HELD).ends() == (0, " ".join(map(str, [*before, 3])))

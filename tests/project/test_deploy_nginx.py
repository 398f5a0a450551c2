"""deploy/nginx.conf in a real nginx, before portals of which each counts what it is asked."""

import gzip
import socket
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from bench import front
from tools.nginx import configuration

CSS = "site.0123456789ab.css"
OLD = 2.1  # seconds until a page is; nginx counts whole ones


class Answering(BaseHTTPRequestHandler):
    """A portal: pages are public for a second, those of staff for nobody else."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        body = f"{self.server.name} {self.path}".encode()
        is_public = "quan-tri" not in self.path
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Vary", "Accept-Encoding")
        if is_public and self.server.status == 200:
            shown = 1 if "brief" in self.path else 60
            kept = f"max-age=1, public, stale-while-revalidate={shown}, stale-if-error=86400"
            self.send_header("Cache-Control", kept)
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_HEAD = do_GET

    def log_message(self, *_told):
        pass


@contextmanager
def portal(name):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.name, server.asked, server.status, server.daemon_threads = name, [], 200, True
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def address(server):
    return f"127.0.0.1:{server.server_port}"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home of the portal with one collected static file and the page for when all is down."""
    folder = tmp_path_factory.mktemp("home")
    for part in ("local/static", "templates", "run"):
        (folder / part).mkdir(parents=True)
    (folder / "local/static" / CSS).write_text("body{}")
    (folder / "local/static" / f"{CSS}.gz").write_bytes(gzip.compress(b"body{}"))
    (folder / "templates/500.html").write_text("Xin thử lại sau ít phút.")
    (folder / "templates/413.html").write_text("Tệp quá lớn")
    return folder


@pytest.fixture(scope="module")
def standing(home):
    """nginx before two portals and one of the staff."""
    with portal("one") as one, portal("two") as two, portal("staff") as staff:
        values = {"portals": f"{address(one)},{address(two)}", "staff": address(staff), "home": str(home)}
        with front.nginx(home / "run", **values) as server:
            server.portals, server.staff = [one, two], staff
            yield server


@pytest.fixture
def nginx(standing):
    """The same with both portals well for a second, and nothing asked of them yet."""
    if any(server.status != 200 for server in standing.portals):
        time.sleep(1.1)
    for server in (*standing.portals, standing.staff):
        server.status = 200
        server.asked.clear()
    return standing


def asked(nginx):
    return [request for server in nginx.portals for request in server.asked]


def test_nginx_accepts_the_configuration(tmp_path):
    content, told = front.checked(front.written(tmp_path, http="127.0.0.1:8080", https="127.0.0.1:8443"))
    assert content, told


def test_a_page_is_asked_for_once_in_each_form(nginx):
    first = nginx.ask("/page/", Accept_Encoding="gzip, br")
    assert (first[0], first[1]["x-cache"]) == (200, "MISS")
    assert nginx.ask("/page/", Accept_Encoding="zstd, gzip;q=0.5")[1]["x-cache"] == "HIT"
    assert nginx.ask("/page/", Accept_Encoding="gzip;q=0")[1]["x-cache"] == "MISS"
    assert nginx.ask("/page/")[1]["x-cache"] == "HIT"
    assert [headers.get("Accept-Encoding") for _path, headers in asked(nginx)] == ["gzip", None]


@pytest.mark.thorough
def test_a_page_stays_while_no_portal_answers(nginx):
    body = nginx.ask("/stays/")[2]
    for server in nginx.portals:
        server.status = 503
    time.sleep(OLD)
    stale = [nginx.ask("/stays/") for _time in range(3)]
    assert [(answer[0], answer[2]) for answer in stale] == [(200, body)] * 3
    assert {answer[1]["x-cache"] for answer in stale} <= {"STALE", "UPDATING"}


@pytest.mark.thorough
def test_an_old_page_is_shown_while_the_new_one_is_fetched(nginx):
    nginx.ask("/old/")
    time.sleep(OLD)
    assert nginx.ask("/old/")[1]["x-cache"] in {"STALE", "UPDATING"}
    time.sleep(0.2)
    assert nginx.ask("/old/")[1]["x-cache"] == "HIT"
    assert len(asked(nginx)) == 2


@pytest.mark.thorough
def test_a_page_that_is_older_than_the_portal_allows_is_not_shown(nginx):
    nginx.ask("/brief/")
    time.sleep(OLD + 1)
    assert nginx.ask("/brief/")[1]["x-cache"] in {"EXPIRED", "MISS"}
    assert len(asked(nginx)) == 2


def test_what_one_portal_cannot_say_another_is_asked(nginx):
    nginx.portals[0].status = 503
    assert [nginx.ask(f"/other/{number}")[0] for number in range(4)] == [200] * 4


def test_a_portal_is_told_who_asks_and_believes_nobody_else(nginx):
    nginx.ask("/who/", X_Request_ID="mine", X_Forwarded_Proto="http")
    _path, headers = asked(nginx)[0]
    assert headers["X-Forwarded-For"] == "127.0.0.1"
    assert headers["X-Forwarded-Proto"] == "https"
    assert len(headers["X-Request-ID"]) == 32
    assert headers["Host"] == front.HOST


def test_a_reader_behind_a_trusted_proxy_keeps_his_address(nginx):
    nginx.ask("/real/", X_Forwarded_For="203.0.113.9")
    assert asked(nginx)[0][1]["X-Forwarded-For"] == "203.0.113.9"


@pytest.mark.parametrize("path", ["/quan-tri/", "/en/quan-tri/upload/", "/quan-tri"])
def test_the_staff_is_never_kept_and_has_its_own_portal(nginx, path):
    assert [nginx.ask(path)[2] for _time in range(2)] == [f"staff {path}".encode()] * 2
    assert (len(nginx.staff.asked), asked(nginx)) == (2, [])


def test_only_the_staff_may_send_much(nginx):
    assert nginx.ask("/page/", "POST", b"x" * 5000)[0] == 413
    assert nginx.ask("/quan-tri/", "POST", b"x" * 5000)[0] == 200
    status, _headers, said = nginx.ask("/quan-tri/", "POST", b"x" * 11 * 1024 * 1024)
    assert (status, said.decode()) == (413, "Tệp quá lớn")


def test_a_static_file_is_sent_compressed_and_lasts(nginx):
    status, headers, body = nginx.ask(f"/static/{CSS}", Accept_Encoding="gzip")
    assert (status, gzip.decompress(body)) == (200, b"body{}")
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert headers["x-content-type-options"] == "nosniff"
    assert asked(nginx) == []


@pytest.mark.parametrize("path", ["/static/../secret-key", "/static/%2e%2e/secret-key", "/static../secret-key"])
def test_nothing_beside_the_static_files_is_served(nginx, home, path):
    (home / "local/secret-key").write_text("secret")
    assert nginx.ask(path)[2] != b"secret"


def test_a_reader_without_tls_is_sent_to_it(nginx):
    connection = HTTPConnection("127.0.0.1", nginx.http, timeout=5)
    connection.request("GET", "/page/?q=1", headers={"Host": front.HOST})
    answer = connection.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{front.HOST}/page/?q=1")
    connection.close()


def test_another_host_is_refused(nginx):
    assert nginx.ask("/page/", host="other.example")[0] == 421


def test_browsers_are_offered_http_2(nginx):
    context = front.trusting()
    context.set_alpn_protocols(["h2", "http/1.1"])
    with socket.create_connection(("127.0.0.1", nginx.https), 5) as plain, context.wrap_socket(plain) as secure:
        assert (secure.selected_alpn_protocol(), secure.version()) == ("h2", "TLSv1.3")


def test_one_address_cannot_ask_without_end(nginx):
    flood = nginx.statuses("/flood/", 800, X_Forwarded_For="203.0.113.7")
    assert flood[:500] == [200] * 500
    assert 429 in flood
    assert nginx.ask("/flood/", X_Forwarded_For="203.0.113.8")[0] == 200


def test_when_nothing_is_there_a_reader_is_told_to_come_again(home):
    lost = home / "lost"
    lost.mkdir()
    with front.nginx(lost, portals=f"127.0.0.1:{front.free_port()}", home=str(home)) as nginx:
        status, _headers, body = nginx.ask("/")
    assert (status, body.decode()) == (502, "Xin thử lại sau ít phút.")


@pytest.mark.parametrize("values", [{"hosts": "a"}, {}, {"host": "a; return 200"}, {"host": "a", "portals": "a\nb"}])
def test_a_value_that_does_not_fit_is_refused(values):
    with pytest.raises(ValueError, match="missing|cannot be used"):
        configuration(**values)

"""gunicorn's own answer of given bytes: what a page could cost at least. The file of BENCH_BODY is what it says."""

import os
from pathlib import Path

BODY = Path(os.environ["BENCH_BODY"]).read_bytes()
HEADERS = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Content-Length", str(len(BODY))),
    ("Content-Encoding", "gzip"),
]


def application(environ, start_response):
    start_response("200 OK", HEADERS)
    return [BODY]

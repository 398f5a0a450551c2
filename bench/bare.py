"""gunicorn's own answer of given bytes: what a page could cost at least.

The file of BENCH_ANSWER is the answer as JSON: its headers and, in base64, its body.
"""

import base64
import json
import os
from pathlib import Path

ANSWER = json.loads(Path(os.environ["BENCH_ANSWER"]).read_text())
BODY = base64.b64decode(ANSWER["body"])
HEADERS = [tuple(pair) for pair in ANSWER["headers"]]


def application(environ, start_response):
    start_response("200 OK", HEADERS)
    return [BODY]

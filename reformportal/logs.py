"""A line of the log for each page that was made, under the id of its request. Imported before the models are."""

import logging
import re
import time
import uuid
from contextvars import ContextVar

REQUEST_ID = "X-Request-ID"
OF_THE_PROXY = re.compile(r"[0-9A-Za-z-]{8,64}")

# A line for programs, of the portal and of gunicorn alike.
JSON_LINE = {
    "()": "pythonjsonlogger.json.JsonFormatter",
    "fmt": "{asctime}{levelname}{name}{message}{request_id}",
    "style": "{",
    "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger"},
}

_request_id = ContextVar("request_id", default="")

logger = logging.getLogger(__name__)


class Identified(logging.Filter):
    """Give every line of the log the id of the request in which it was written; empty outside of one."""

    def filter(self, record):
        record.request_id = _request_id.get()
        return True


def numbered(get_response):
    """Give each request the id that the proxy gave it, or one of our own, and write down what became of it.

    The line has neither query, nor name, nor network address of the reader.
    """

    def middleware(request):
        given = request.headers.get(REQUEST_ID, "")
        number = given if OF_THE_PROXY.fullmatch(given) else uuid.uuid4().hex
        token, began = _request_id.set(number), time.perf_counter()
        try:
            response = get_response(request)
            milliseconds = round((time.perf_counter() - began) * 1000, 1)
            told = {"method": request.method, "path": request.path_info, "status": response.status_code}
            logger.info("made", extra=told | {"milliseconds": milliseconds})
        finally:
            _request_id.reset(token)
        response.headers[REQUEST_ID] = number
        return response

    return middleware

"""What a Prometheus counts: answers and how long they took, of both workers together, on a port of this machine alone.

gunicorn's master serves them (`gunicorn.conf.py`); the workers leave their counts in PROMETHEUS_MULTIPROC_DIR.
"""

import time

from prometheus_client import Histogram

SECONDS = (0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5)

answers = Histogram("portal_answer_seconds", "Answers to readers and staff", ["status"], buckets=SECONDS)
made = Histogram("portal_made_seconds", "Those that were not in memory: made by Django", ["status"], buckets=SECONDS)


def counted(application, histogram):
    """The same WSGI application, whose answers are counted by status, and timed until their body begins."""

    def counting(environ, start_response):
        began, told = time.perf_counter(), []

        def start(status, *args):
            told[:] = [status[:3]]
            return start_response(status, *args)

        body = application(environ, start)
        histogram.labels(told[0] if told else "").observe(time.perf_counter() - began)
        return body

    return counting

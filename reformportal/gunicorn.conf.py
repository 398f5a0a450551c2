import os
import shutil
import tempfile

from reformportal.environment import boolean, read, whole
from reformportal.logs import JSON_LINE

METRICS_PORT = read("METRICS_PORT", whole, 0)
if METRICS_PORT:
    # Read by prometheus_client when the portal is first imported.
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = tempfile.mkdtemp(prefix="portal-metrics-")

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
workers = 2
# Threads, so that a browser's idle spare connections cannot hold a worker.
worker_class = "gthread"
threads = 2
preload_app = True
keepalive = 5
timeout = 60
graceful_timeout = 20
max_requests = 500_000
max_requests_jitter = 50_000
limit_request_line = 4094
limit_request_fields = 64
limit_request_field_size = 8190
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None
accesslog = None
errorlog = "-"
loglevel = "warning"
if read("LOG_JSON", boolean, False):
    logconfig_dict = {
        "formatters": {"generic": JSON_LINE},
        "handlers": {"errors": {"class": "logging.StreamHandler", "formatter": "generic"}},
        "root": {"handlers": ["errors"]},
        "loggers": {"gunicorn.error": {"level": "WARNING", "handlers": ["errors"], "propagate": False}},
    }


def on_starting(server):
    if METRICS_PORT:
        from prometheus_client import CollectorRegistry, multiprocess, start_http_server

        registry = CollectorRegistry()
        multiprocess.MultiProcessCollector(registry)
        start_http_server(METRICS_PORT, addr="127.0.0.1", registry=registry)


def on_exit(server):
    if METRICS_PORT:
        shutil.rmtree(os.environ["PROMETHEUS_MULTIPROC_DIR"], ignore_errors=True)


def when_ready(server):
    print(os.environ.get("SITE_URL", f"http://{bind}") + "/", flush=True)

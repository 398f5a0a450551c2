"""What one page costs in this process: its queries, and the processor's time. Prints JSON for bench.growth."""

import json
import time
from statistics import median

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import bench.anew  # noqa: F401  nothing is remembered but the catalogue

PAGES = ["/rankings/papi/2024/", "/provinces/an-giang/"]
TIMES = 15


def main():
    client = Client(SERVER_NAME="127.0.0.1")
    return {page: {"queries": queries(client, page), "ms": milliseconds(client, page)} for page in PAGES}


def queries(client, page):
    client.get(page)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(page).status_code == 200
    return len(asked)


def milliseconds(client, page):
    found = []
    for _time in range(TIMES):
        begun = time.process_time()
        client.get(page)
        found.append(1000 * (time.process_time() - begun))
    return median(found)


if __name__ == "__main__":
    print(json.dumps(main()))

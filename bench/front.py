"""nginx as it stands in front of the portals (deploy/nginx.conf), on ports of this machine only."""

import getpass
import shutil
import signal
import socket
import ssl
import subprocess
import time
from contextlib import contextmanager
from http.client import HTTPSConnection

from bench.servers import PATIENCE, ROOT, free_port, stop
from tools.nginx import configuration

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
HOST = "localhost"


class Front:
    """A running nginx: its ports, and what it answers."""

    def __init__(self, folder, http, https, process):
        self.folder, self.http, self.https, self.process = folder, http, https, process
        self.url = f"https://{HOST}:{https}"

    def reload(self):
        """Take on new workers, as after a change of the configuration."""
        self.process.send_signal(signal.SIGHUP)

    def ask(self, address, method="GET", body=None, host=HOST, **headers):
        """(status, headers in lower case, body) over TLS, whoever signed it."""
        connection = HTTPSConnection("127.0.0.1", self.https, context=trusting(), timeout=10)
        sent = {"Host": host} | {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, address, body=body, headers=sent)
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def statuses(self, address, count, **headers):
        """What `count` requests of one connection are answered."""
        connection, found = HTTPSConnection("127.0.0.1", self.https, context=trusting(), timeout=10), []
        sent = {"Host": HOST} | {name.replace("_", "-"): value for name, value in headers.items()}
        for _time in range(count):
            connection.request("GET", address, headers=sent)
            answer = connection.getresponse()
            answer.read()
            found.append(answer.status)
        connection.close()
        return found


def trusting():
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def written(folder, **values):
    """The path of a configuration for this machine in `folder`, with a certificate of its own."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={HOST}"]
    subprocess.run([*request, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    own = {"user": getpass.getuser(), "run": folder, "log": folder, "cache": folder / "cache", "home": ROOT}
    own |= {"key": key, "certificate": certificate, "host": HOST, "cache_mb": "64"}
    path = folder / "nginx.conf"
    path.write_text(configuration(**{name: str(value) for name, value in (own | values).items()}))
    return path


@contextmanager
def nginx(folder, **values):
    """nginx until the block ends; `values` fill in the template. Its workers can read `folder` and this checkout."""
    http, https = free_port(), free_port()
    path = written(folder, http=f"127.0.0.1:{http}", https=f"127.0.0.1:{https}", **values)
    command = [NGINX, "-e", folder / "error.log", "-c", path, "-g", "daemon off;"]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        await_port(server, https, folder / "error.log")
        yield Front(folder, http, https, server)
    finally:
        stop(server)


def await_port(server, port, log):
    """Wait until something listens; RuntimeError with the log if nothing ever does."""
    deadline = time.monotonic() + PATIENCE
    # A port that listens is ours only while our server lives.
    while server.poll() is None and time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError(log.read_text() if log.exists() else f"Nothing listens on {port}.")


def checked(path):
    """What `nginx -t` says of a configuration, and whether it is content."""
    told = subprocess.run([NGINX, "-t", "-c", path, "-e", path.parent / "error.log"], capture_output=True, text=True)
    return told.returncode == 0, told.stderr

#!/bin/sh
# A virtual environment holding exactly one lock. Usage: venv.sh FOLDER LOCK
set -e
PYTHON=${PYTHON:-python3}
if ! "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "The portal needs Python 3.11 or newer as python3 (or PYTHON=/path/to/python). On Debian:" >&2
    echo "    apt-get install -y python3 python3-venv" >&2
    exit 1
fi
if ! "$PYTHON" -m venv "$1" >/dev/null; then
    echo "Python cannot make a virtual environment here. On Debian:" >&2
    echo "    apt-get install -y python3-venv" >&2
    exit 1
fi
echo "Installing $2"
exec "$1/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$2"

#!/bin/sh
# Make the tables as their owner, then ask as the role of deploy/select-only.sql, or as ROLE. Usage: select_only.sh PYTHON
set -e
folder=${DATABASE_URL#*@/}
"$1" manage.py migrate --verbosity 0
psql --quiet --username postgres --host "${folder%/*}" --set role=portal_public --set database=postgres \
    --file deploy/select-only.sql postgres >/dev/null
export PORTAL_ROLE=public DATABASE_URL="postgres://${ROLE:-portal_public}@/$folder"
exec "$1" -c "$ASK"

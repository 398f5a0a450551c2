#!/bin/sh
# Run a command with DATABASE_URL (and the tests' own TEST_DATABASE_URL) naming a PostgreSQL
# server that lives only as long.
# Usage: with-postgres.sh COMMAND...
set -e
bin=$(dirname "$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -1)")
[ -x "$bin/initdb" ] || bin=$(dirname "$(command -v initdb)")
folder=$(mktemp -d "${TMPDIR:-/tmp}/portal-postgres.XXXXXX")

# A PostgreSQL server refuses to run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

stop() {
    as_postgres "$bin/pg_ctl" stop --pgdata "$folder/data" --mode immediate --silent 2>/dev/null || true
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM HUP

[ "$(id -u)" != 0 ] || chown postgres "$folder"
cd "$folder"
as_postgres "$bin/initdb" --pgdata "$folder/data" --username postgres --auth trust --no-sync \
    --encoding UTF8 --locale C.UTF-8 --locale-provider icu --icu-locale vi >"$folder/initdb.log" ||
    { cat "$folder/initdb.log" >&2; exit 1; }
# Nothing here needs to outlive a crash.
options="-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c jit=off"
# No port is opened: the server is reached through its socket in this folder only.
as_postgres "$bin/pg_ctl" start --pgdata "$folder/data" --wait --silent --log "$folder/server.log" \
    --options "$options -c listen_addresses='' -c unix_socket_directories=$folder" ||
    { cat "$folder/server.log" >&2; exit 1; }
cd "$OLDPWD"
export DATABASE_URL="postgres://postgres@/$folder/postgres"
export TEST_DATABASE_URL="$DATABASE_URL"
"$@"

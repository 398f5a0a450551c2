#!/bin/sh
# Put a version in the place of the one that serves. Readers notice nothing; what fails before the last step changes nothing
# that they see. An earlier version is put back with the same command.
# Usage, as root: upgrade.sh VERSION     (a tag of /srv/portal/repository)
set -e
version=${1:?Usage: upgrade.sh VERSION}
home=${PORTAL_HOME:-/srv/portal}
data=${PORTAL_DATA:-/var/lib/portal}
settings=${PORTAL_SETTINGS:-/etc/portal/environment}
user=${PORTAL_USER:-portal}
restart=${PORTAL_RESTART:-systemctl restart portal.service}
new=$home/releases/$version

as_portal() {
    if [ "$(id -un)" = "$user" ]; then "$@"; else runuser -u "$user" -- "$@"; fi
}

if [ ! -e "$new/.venv/complete" ]; then
    rm -rf "$new"
    as_portal mkdir -p "$home/releases"
    as_portal git -c advice.detachedHead=false clone --quiet --depth 1 --branch "$version" "file://$home/repository" "$new"
    as_portal ln -s "$data" "$new/local"
    (cd "$new" && as_portal tools/venv.sh .venv requirements.lock)
    as_portal touch "$new/.venv/complete"
fi

cd "$new"
set -a
. "$settings"
set +a
as_portal .venv/bin/python manage.py check --deploy --fail-level WARNING
# Tables are the affair of the portal that writes.
[ "$PORTAL_ROLE" = public ] || as_portal .venv/bin/python manage.py migrate --verbosity 0
# The files of earlier versions stay: pages that were made by them still name them.
as_portal .venv/bin/python manage.py collectstatic --no-input --verbosity 0

as_portal ln -sfn "releases/$version" "$home/next"
as_portal mv -T "$home/next" "$home/current"
$restart
echo "$version serves."

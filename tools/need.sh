#!/bin/sh
# Make sure that programs the tests need are here: installed when root on Debian, else asked for.
# Usage: need.sh PACKAGE...   (chromium, fonts-liberation, postgresql, gettext, nginx, openssl, systemd, wrk, libreoffice-calc)
set -e

is_here() {
    case $1 in
        chromium) [ -n "$CHROMIUM" ] || command -v chromium chromium-browser google-chrome google-chrome-stable ;;
        fonts-liberation) fc-list | grep -i "liberation sans" ;;
        postgresql) command -v initdb || ls /usr/lib/postgresql/*/bin/initdb ;;
        nginx) command -v nginx || [ -x /usr/sbin/nginx ] ;;
        openssl|wrk) command -v "$1" ;;
        libreoffice-calc) command -v soffice ;;
        systemd) command -v systemd-analyze ;;
        gettext) command -v msgfmt && command -v xgettext ;;
    esac >/dev/null 2>&1
}

missing=
for package in "$@"; do
    is_here "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

command="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "The tests need$missing. On Debian, as root:" >&2
    echo "    $command" >&2
    exit 1
fi
echo "$command"
apt-get update -qq
DEBIAN_FRONTEND=noninteractive $command -qq >/dev/null

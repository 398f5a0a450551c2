#!/bin/sh
# Fetch what others made and we serve or test with, each by its package's name; write its checksums.
set -e
cd "$(dirname "$0")/.."
chart=chart.js-4.6.1 fonts=be-vietnam-pro-5.3.0 axe=axe-core-4.14.1 whole=be-vietnam-pro-0.4.1
svg=svg11-flat-20110816.dtd
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# fetch PACKAGE@VERSION: unpacks it in $work/package
fetch() {
    rm -rf "$work/package"
    archive=$(cd "$work" && npm pack --silent "$1")
    tar -xzf "$work/$archive" -C "$work"
}

# sums FOLDER TITLE: lists the folder's files for `sha256sum --check`
sums() {
    (cd "$1" && { echo "# $2" && sha256sum $(ls | grep -v '^checksums.txt$'); } >checksums.txt)
}

fetch "$(echo $chart | sed 's/-4/@4/')"
mkdir -p "static/vendor/$chart"
# The map is not vendored, and the hashed static storage refuses a name it cannot find.
sed '/^\/\/# sourceMappingURL=/d' "$work/package/dist/chart.umd.min.js" >"static/vendor/$chart/chart.umd.min.js"
cp "$work/package/LICENSE.md" "static/vendor/$chart/"
sums "static/vendor/$chart" "$chart, MIT; dist/chart.umd.min.js without its sourceMappingURL line"

fetch "@fontsource/$(echo $fonts | sed 's/-5/@5/')"
mkdir -p static/fonts
for face in latin-400 latin-600 vietnamese-400 vietnamese-600; do
    cp "$work/package/files/be-vietnam-pro-$face-normal.woff2" static/fonts/
done
cp "$work/package/LICENSE" static/fonts/OFL.txt
"$PYTHON" tools/make_figures.py static/fonts
sums static/fonts "$fonts, OFL-1.1; be-vietnam-figures-* are made of it by tools/make_figures.py"

# The whole font, for pictures: what is served is cut into subsets for browsers.
fetch "@expo-google-fonts/$(echo $whole | sed 's/-0/@0/')"
mkdir -p "indicators/vendor/$whole"
cp "$work/package/400Regular/BeVietnamPro_400Regular.ttf" "$work/package/600SemiBold/BeVietnamPro_600SemiBold.ttf" \
    "indicators/vendor/$whole/"
cp "$work/package/LICENSE_FONT" "indicators/vendor/$whole/OFL.txt"
sums "indicators/vendor/$whole" "@expo-google-fonts/$whole, OFL-1.1"

# The schema of SVG 1.1, as W3C published it; its licence stands at its head.
local/tools/bin/python -m pip download --quiet --no-deps --dest "$work" termtosvg==1.1.0
(cd "$work" && unzip -q -o termtosvg-*.whl "termtosvg/data/$svg")
mkdir -p tests/indicators/vendor/svg-1.1
cp "$work/termtosvg/data/$svg" tests/indicators/vendor/svg-1.1/
sed -n '/Copyright 2001/,/implied warranty/{s/^ *//p;/implied warranty/q}' "$work/termtosvg/data/$svg" \
    >tests/indicators/vendor/svg-1.1/LICENSE
sums tests/indicators/vendor/svg-1.1 "$svg of W3C, as termtosvg-1.1.0 brings it"

fetch "$(echo $axe | sed 's/-4/@4/')"
mkdir -p "tests/browser/vendor/$axe"
cp "$work/package/axe.min.js" "$work/package/LICENSE" "tests/browser/vendor/$axe/"
sums "tests/browser/vendor/$axe" "$axe, MPL-2.0"

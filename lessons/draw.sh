#!/usr/bin/env bash
# Draws the PNG beside each SVG of the lessons: Discord and Slack show no SVG. Twice as large as the SVG says, for sharp screens.
#   bash lessons/draw.sh            draws those that changed since they were drawn last
#   bash lessons/draw.sh --all      draws all of them
# Needs Chromium. What was drawn from what stands in lessons/figures.sha256, and a test holds the two together.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")"
drawn=figures.sha256
touch "$drawn"
page="$(mktemp -d)"
trap 'rm -rf "$page"' EXIT
size() { sed -n "1,5s/.*<svg[^>]* $1=\"\([0-9]*\)\".*/\1/p" "$2" | head -1; }

find . -name '*.svg' | LC_ALL=C sort | while read -r svg; do
  png="${svg%.svg}.png"
  sum="$(sha256sum "$svg")"
  [ "${1:-}" != --all ] && [ -e "$png" ] && grep -qxF "$sum" "$drawn" && continue
  width="$(size width "$svg")"
  height="$(size height "$svg")"
  [ -n "$width" ] && [ -n "$height" ] || { echo "$svg: give the <svg> element a width and a height in whole numbers."; exit 1; }
  printf '<!doctype html><style>*{margin:0}img{display:block}</style><img src="file://%s" width="%s" height="%s">' "$PWD/$svg" "$width" "$height" >"$page/page.html"
  chromium --headless --no-sandbox --disable-gpu --allow-file-access-from-files --hide-scrollbars --user-data-dir="$page/profile" \
    --default-background-color=00000000 --force-device-scale-factor=2 --window-size="$width,$height" --screenshot="$PWD/$png" "file://$page/page.html" >/dev/null 2>&1 \
    || { echo "$svg: Chromium did not draw it."; exit 1; }
  echo "Drew $png"
done
find . -name '*.svg' | LC_ALL=C sort | xargs sha256sum >"$drawn"

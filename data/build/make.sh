#!/bin/sh
# Makes data/world and data/fonts from packages pinned by version and hash.
#
#   data/build/make.sh           writes data/world and data/fonts
#   data/build/make.sh --check   writes to a temporary folder and compares with what is committed
#
# Needs Python 3.11 or later, npm and cargo. Downloads go to data/build/cache, which git ignores; once they are there nothing is
# fetched again. Takes about ten minutes, nearly all of them for compressing names.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cache=$here/cache
packages=$cache/packages
python=${PYTHON:-python3}
export PYTHONDONTWRITEBYTECODE=1 PYTHONHASHSEED=0

check=no
case "${1:-}" in
    '') ;;
    --check) check=yes ;;
    *) echo "usage: $0 [--check]" >&2; exit 2 ;;
esac

mkdir -p "$packages"
pins=$(cat "$here/requirements.txt" "$here/requirements-fonts.txt" "$here/requirements-rail.txt")
if [ "$pins" != "$(cat "$cache/fetched" 2>/dev/null)" ]; then
    "$python" -m venv --clear "$cache/venv"
    for pinned in requirements.txt requirements-fonts.txt requirements-rail.txt; do
        "$python" -m pip download --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: \
            --dest "$packages" -r "$here/$pinned"
        "$cache/venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
            --no-index --find-links "$packages" -r "$here/$pinned"
    done
    printf '%s' "$pins" >"$cache/fetched"
fi

out=$here/..
if [ "$check" = yes ]; then
    out=$(mktemp -d)
    trap 'rm -rf "$out"' EXIT
fi
mkdir -p "$out/world" "$out/fonts"
"$cache/venv/bin/python" "$here/fonts.py" "$cache" "$out/fonts"
"$cache/venv/bin/python" "$here/build.py" "$packages" "$out/world"
"$cache/venv/bin/python" "$here/rail.py" "$packages" "$out/world"
# The graph of the sea is computed from the land and the waterways, which portolan itself reads from data/world.
cp "$here/waterways.csv" "$out/world/"
CARGO_TARGET_DIR=$cache/target cargo run --quiet --locked --release --manifest-path "$here/sea/Cargo.toml" -- "$out/world"
if [ "$check" = yes ]; then
    diff -r "$out/fonts" "$here/../fonts"
    # The names of seas are written by hand where they lie.
    diff -r -x seas.csv -x sea_names.csv "$out/world" "$here/../world"
    echo "data/world and data/fonts are what data/build makes"
fi

#!/bin/sh
# Makes data/world from packages pinned by version and hash.
#
#   data/build/make.sh           writes data/world
#   data/build/make.sh --check   writes to a temporary folder and compares with what is committed
#
# Downloads go to data/build/cache, which git ignores; once they are there nothing is fetched again.
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
if ! cmp -s "$here/requirements.txt" "$cache/fetched"; then
    "$python" -m pip download --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: \
        --dest "$packages" -r "$here/requirements.txt"
    "$python" -m venv --clear "$cache/venv"
    "$cache/venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
        --no-index --find-links "$packages" -r "$here/requirements.txt"
    cp "$here/requirements.txt" "$cache/fetched"
fi

if [ "$check" = yes ]; then
    out=$(mktemp -d)
    trap 'rm -rf "$out"' EXIT
    "$cache/venv/bin/python" "$here/build.py" "$packages" "$out"
    diff -r "$out" "$here/../world" && echo "data/world is what data/build makes"
else
    "$cache/venv/bin/python" "$here/build.py" "$packages" "$here/../world"
    if [ -f "$here/fonts.py" ]; then
        "$cache/venv/bin/python" "$here/fonts.py" "$cache"
    fi
fi

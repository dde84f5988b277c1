#!/usr/bin/env bash
# Installs Apache Superset into a virtual environment: install.sh VENV
# Everything comes from PyPI through pip, at the versions of requirements.lock. Quick when already there.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
venv=${1:?usage: install.sh VENV (the folder of the virtual environment; made when missing)}
lock=$here/requirements.lock
stamp=$venv/.millrace-lock

say() { printf 'superset: %s\n' "$*"; }
fail() { printf 'superset: %s\n' "$*" >&2; exit 1; }

find_python() {
  local candidate
  for candidate in "${MILLRACE_PYTHON:-}" python3.11 /usr/bin/python3.11 python3.10 python3; do
    [ -n "$candidate" ] || continue
    if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info[:2] not in ((3, 10), (3, 11)))' \
      2>/dev/null; then
      command -v "$candidate"
      return 0
    fi
  done
  return 1
}

if [ -f "$stamp" ] && cmp -s "$stamp" "$lock"; then
  say "already installed in $venv"
  exit 0
fi
mkdir -p "$(dirname "$venv")"
exec 9>"$venv.lock"
if ! flock -n 9; then
  say "another installation into $venv is running; waiting for it"
  flock 9
  if [ -f "$stamp" ] && cmp -s "$stamp" "$lock"; then
    say "already installed in $venv"
    exit 0
  fi
fi

python=$(find_python) || fail "needs Python 3.10 or 3.11 with the venv module (Superset 6.1 runs on no newer one).
  On Debian: apt-get install python3.11 python3.11-venv. Another place: set MILLRACE_PYTHON to the interpreter."
started=$(date +%s)
say "installing $(grep -i '^apache.superset==' "$lock") into $venv with $("$python" --version) (0.8 GB, about a minute)"
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install --disable-pip-version-check --quiet 'setuptools<81' wheel
"$venv/bin/python" -m pip install --disable-pip-version-check --progress-bar off --no-deps -r "$lock" 2>&1 |
  awk -v total="$(grep -c '==' "$lock")" '
    /^Collecting/ { n++; if (n % 20 == 0 || n == total) { printf "superset: %d of %d packages\n", n, total; fflush() } }
    /^Installing collected/ { print "superset: unpacking"; fflush() }
    /^(ERROR|error|WARNING: Retrying)/ { print; fflush() }' ||
  fail "pip could not install the packages of $lock. Is PyPI reachable from here? Run this again to go on."
"$venv/bin/python" -m pip check --disable-pip-version-check >/dev/null ||
  fail "the packages in $venv do not fit together. Remove the folder and run this again."
cp "$lock" "$stamp"
say "installed in $(($(date +%s) - started)) s"

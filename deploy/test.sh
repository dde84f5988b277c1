#!/usr/bin/env bash
# All the tests of Millrace: ./millrace test [--fast] [maven arguments]
# Installs what they need: Debian packages (Chromium, fonts, R with its package forecast), and Python environments for Superset and Jupyter.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"
# Tests keep their own state; a running instance is not touched.
export MILLRACE_TEST_HOME="${MILLRACE_TEST_HOME:-$root/var/test}"
unset MILLRACE_HOME
mkdir -p "$MILLRACE_TEST_HOME"

say() { printf '[%4d s] %s\n' "$SECONDS" "$*"; }
fail() { printf 'millrace test: %s\n' "$*" >&2; exit 1; }

usage() {
  cat <<'HELP'
Usage: millrace test [--fast] [MAVEN ARGUMENT ...]
Run all the tests, installing what they need. --fast leaves out those that start Flink, Spark, Superset,
a browser or the whole house. Maven arguments pass on, such as -pl analytics -am.
HELP
}

is_fast=
case "${1:-}" in
  --fast) is_fast=yes; shift ;;
  --help | -h) usage; exit 0 ;;
esac

install_debian_packages() {
  local missing=()
  [ -x /usr/bin/chromium ] || missing+=(chromium)
  [ -d /usr/share/fonts/opentype/noto ] || missing+=(fonts-noto-cjk)
  command -v git > /dev/null || missing+=(git)
  command -v python3.11 > /dev/null || [ -x /usr/bin/python3.11 ] || missing+=(python3.11)
  /usr/bin/python3.11 -c 'import ensurepip' 2> /dev/null || python3.11 -c 'import ensurepip' 2> /dev/null || missing+=(python3.11-venv)
  Rscript -e 'library(forecast)' > /dev/null 2>&1 || missing+=(r-cran-forecast)
  [ ${#missing[@]} -eq 0 ] && return
  command -v apt-get > /dev/null || fail "needs ${missing[*]}, and there is no apt-get here. Install them and run again."
  local sudo=; [ "$(id -u)" -eq 0 ] || sudo=sudo
  say "installing ${missing[*]} ..."
  $sudo apt-get update -qq > "$MILLRACE_TEST_HOME/apt.log" 2>&1 || true
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >> "$MILLRACE_TEST_HOME/apt.log" 2>&1 \
    || fail "apt-get could not install ${missing[*]}; see $MILLRACE_TEST_HOME/apt.log"
}

if [ -n "$is_fast" ]; then
  say "the fast tests"
  exec ./mvnw -B -ntp verify -DexcludedGroups=slow "$@"
fi

install_debian_packages
say "Superset"
deploy/superset/install.sh "$MILLRACE_TEST_HOME/superset-venv" &
superset=$!
if [ -x notebooks/install.sh ]; then notebooks/install.sh "$MILLRACE_TEST_HOME/jupyter-venv"; fi
wait "$superset" || fail "Superset could not be installed"

say "all the tests"
started=$SECONDS
./mvnw -B -ntp verify "$@"
say "all tests passed in $((SECONDS - started)) s"
[ -d "$root/../shared/data" ] || say "LEFT OUT: the whole-house tests on a retailer's files; they need ../shared/data beside this checkout"

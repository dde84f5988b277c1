#!/usr/bin/env bash
# All the tests of Millrace: ./millrace test [--fast] [--jobs N] [maven arguments]
# Installs what they need: Debian packages (Chromium, fonts, R with its package forecast), and Python environments for Superset and Jupyter.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"
# Tests keep their own state; a running instance is not touched.
export MILLRACE_TEST_HOME="${MILLRACE_TEST_HOME:-$root/var/test}"
unset MILLRACE_HOME
mkdir -p "$MILLRACE_TEST_HOME"

logs="$MILLRACE_TEST_HOME/log"

say() { printf '[%4d s] %s\n' "$SECONDS" "$*"; }
fail() { printf 'millrace test: %s\n' "$*" >&2; exit 1; }

usage() {
  cat <<'HELP'
Usage: millrace test [--fast] [--jobs N] [MAVEN ARGUMENT ...]
Run all the tests, installing what they need. --fast leaves out those that start Flink, Spark, Superset,
a browser or the whole house. --jobs N runs so many suites (a module each, and the whole house) beside
each other; by default two, or one where there is one processor or less than 12 GB of memory.
Maven arguments pass on, such as -pl analytics -am, to one run of Maven.
HELP
}

suites_at_once() {
  local memory; memory="$(awk '/^MemAvailable:/ {print int($2 / 1048576)}' /proc/meminfo)"
  if [ "$(nproc)" -ge 2 ] && [ "$memory" -ge 12 ]; then echo 2; else echo 1; fi
}

is_fast= at_once="$(suites_at_once)"
while [ $# -gt 0 ]; do
  case "$1" in
    --fast) is_fast=yes; shift ;;
    --jobs) at_once="${2:-}"; [[ "$at_once" =~ ^[1-9]$ ]] || fail "--jobs takes a number from 1 to 9"; shift 2 ;;
    --help | -h) usage; exit 0 ;;
    *) break ;;
  esac
done

install_debian_packages() {
  local missing=()
  [ -x /usr/bin/chromium ] || missing+=(chromium)
  [ -d /usr/share/fonts/opentype/noto ] || missing+=(fonts-noto-cjk)
  command -v git > /dev/null || missing+=(git)
  command -v python3.11 > /dev/null || [ -x /usr/bin/python3.11 ] || missing+=(python3.11)
  /usr/bin/python3.11 -c 'import ensurepip' 2> /dev/null || python3.11 -c 'import ensurepip' 2> /dev/null || missing+=(python3.11-venv)
  Rscript -e 'library(forecast)' > /dev/null 2>&1 || missing+=(r-cran-forecast)
  command -v hledger > /dev/null || missing+=(hledger)
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
superset_is_there() { wait "$superset" || fail "Superset could not be installed"; }

if [ $# -gt 0 ]; then
  superset_is_there
  exec ./mvnw -B -ntp verify "$@"
fi

started=$SECONDS
# What the suites need of each other is built once and installed here, beside what Maven keeps.
export MAVEN_ARGS="${MAVEN_ARGS:-} -Dmaven.repo.local=$MILLRACE_TEST_HOME/repository -Dmaven.repo.local.tail=$HOME/.m2/repository"
mkdir -p "$logs"
rm -f "$logs"/*.log "$logs"/*.status
what_is_told() { grep --line-buffered -E 'Tests run:|<<< (FAILURE|ERROR)!|^\[ERROR\]|BUILD' || true; }

say "building, with the checks of main code"
./mvnw -B -ntp -T 2 install -DskipTests -Dtests.neverRun=false -Pchecks > "$logs/build.log" 2>&1 \
  || { grep ERROR "$logs/build.log" | head -40; fail "the build failed; the whole log is $logs/build.log"; }
# The description of the core, which the tests of other modules read.
./mvnw -B -ntp surefire:test -pl transactional -Dtest=DescriptionTest > "$logs/description.log" 2>&1 \
  || { grep ERROR "$logs/description.log" | head -40; fail "the core could not be described; see $logs/description.log"; }

superset_is_there

# The dearest first, so that none is left alone at the end; the others as pom.xml names the modules.
suites=(whole dashboards analytics warehouse)
while read -r module; do
  [[ " ${suites[*]} " == *" $module "* ]] || suites+=("$module")
done < <(sed -n 's:.*<module>\(.*\)</module>.*:\1:p' pom.xml)

run_suite() {
  local suite=$1 name=${1//\//-} from=$SECONDS execution=default-test module=$1
  local behind=(nice -n 5) # behind the whole house, which takes longest and whose warehouse steps back as far
  if [ "$suite" = whole ]; then module=deploy execution=whole behind=(); fi
  say "$suite ..."
  if "${behind[@]}" ./mvnw -B -ntp "surefire:test@$execution" -pl "$module" 2>&1 | tee "$logs/$name.log" | what_is_told; then
    echo passed > "$logs/$name.status"; say "$suite passed in $((SECONDS - from)) s"
  else
    echo failed > "$logs/$name.status"; say "$suite FAILED after $((SECONDS - from)) s; the whole log is $logs/$name.log"
  fi
}

failed=()
say "all the tests, $at_once suites at a time"
set -m # each suite is a group of processes, which ends with this one
trap 'for suite in $(jobs -p); do kill -- "-$suite" 2> /dev/null || true; done; exit 130' INT TERM
for suite in "${suites[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge "$at_once" ]; do wait -n || true; done
  run_suite "$suite" &
done
wait
for suite in "${suites[@]}"; do
  [ "$(cat "$logs/${suite//\//-}.status" 2> /dev/null)" = passed ] || failed+=("$suite")
done
[ ${#failed[@]} -eq 0 ] || fail "failed: ${failed[*]}"
say "all tests passed in $((SECONDS - started)) s"
[ -d "$root/../shared/data" ] || say "LEFT OUT: the whole-house tests on a retailer's files; they need ../shared/data beside this checkout"

#!/usr/bin/env bash
# Keystrokes in the form of a sales order with 50 lines, in a real Chromium: from the key to the painted answer.
# run.sh [KEYS, default 400]
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"; root="${MILLRACE_ROOT:-$(cd "$here/../.." && pwd)}"
keys="${1:-400}"
if [ -n "${MILLRACE_BENCH_URL:-}" ]; then # a house that runs, with the home whose secrets it uses
  url="$MILLRACE_BENCH_URL"; home="${MILLRACE_BENCH_HOME:?names the home of MILLRACE_BENCH_URL}"
else
  home="${MILLRACE_BENCH_HOME:-$root/var/bench/forms}"; port="${MILLRACE_BENCH_PORT:-8664}"; url="http://127.0.0.1:$port"
  rm -rf "$home"; mkdir -p "$home"
  trap 'MILLRACE_HOME="$home" "$root/millrace" down > /dev/null' EXIT
  MILLRACE_HOME="$home" "$root/millrace" up --port="$port" > "$home.log"
fi
java -Xmx256m -cp "$(cat "$root/dashboards/target/test-classpath")" "$here/Forms.java" "$url" "$home/secrets/admin.password" "$keys"

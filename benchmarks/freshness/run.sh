#!/usr/bin/env bash
# From a posted invoice to its bronze row and to the board, at a steady rate: run.sh [RATE] [SECONDS]
# Uses the running instance when there is one, else starts one of its own and ends it again.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
rate="${1:-50}"; seconds="${2:-180}"
export MILLRACE_BUILD=never
home="${MILLRACE_HOME:-$root/var}"
if ! "$root/millrace" status > /dev/null 2>&1; then
  export MILLRACE_HOME="${MILLRACE_BENCH_HOME:-$root/var/bench/freshness}"; home="$MILLRACE_HOME"
  trap '"$root/millrace" down' EXIT
  "$root/millrace" up --port "${MILLRACE_BENCH_PORT:-8610}"
fi
java -Xmx192m -cp "$(cat "$root/deploy/target/classpath")" "$root/benchmarks/freshness/Freshness.java" \
  "$home" "$(cat "$home/port")" "$rate" "$seconds"

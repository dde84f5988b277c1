#!/usr/bin/env bash
# Start of a built tree to all healthy, and the memory of all parts together.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
export MILLRACE_BUILD=never MILLRACE_HOME="${MILLRACE_BENCH_HOME:-$root/var/bench/start}"
trap '"$root/millrace" down' EXIT
for run in first second third; do
  "$root/millrace" down > /dev/null
  begun=$(date +%s.%N)
  "$root/millrace" up --port "${MILLRACE_BENCH_PORT:-8620}" > "$MILLRACE_HOME.log" 2>&1 || { cat "$MILLRACE_HOME.log"; exit 1; }
  awk -v run="$run" -v a="$begun" -v b="$(date +%s.%N)" 'BEGIN { printf "%s start to all healthy: %.1f s; limit 45 s; ratio %.2f\n", run, b - a, (b - a) / 45 }'
done
"$root/millrace" status
"$root/millrace" status | awk '/^All together/ { printf "memory of all parts: %s GB; limit 6 GB; ratio %.2f\n", $3, $3 / 6 }'

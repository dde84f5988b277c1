#!/usr/bin/env bash
# Imports all daily files of a folder into an instance of its own and compares every figure with the files.
# run.sh [FOLDER OF CSV FILES]   (default: the archive ../shared/data/online-retail-*.tar.xz)
# run.sh documents [LINES SEED [LIST...]]   whole documents instead, each kind by generated files (default: 30000 lines, seed 1)
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
if [ "${1:-}" = documents ]; then
  shift; cd "$root/transactional"
  [ -d target/test-classes ] || { echo "bench import: build first (./mvnw -q package -DskipTests); transactional/target/test-classes is missing" >&2; exit 1; }
  libraries="$(mktemp)"; trap 'rm -f "$libraries"' EXIT
  "$root/mvnw" -o -q -B -ntp '-P!checks' dependency:build-classpath -Dmdep.outputFile="$libraries" -Dmdep.includeScope=test
  java -Xmx1g -cp "target/classes:target/test-classes:$(cat "$libraries")" org.millrace.exchange.list.ImportBenchmark "$@"
  exit
fi
export MILLRACE_HOME="${MILLRACE_BENCH_HOME:-$root/var/bench/import}"
port="${MILLRACE_BENCH_PORT:-8600}"
mkdir -p "$MILLRACE_HOME"
folder="${1:-}"
if [ -z "$folder" ]; then
  archive="$(ls "$root"/../shared/data/online-retail-*.tar.xz 2> /dev/null | head -n 1 || true)"
  [ -n "$archive" ] || { echo "bench import: name a folder of daily CSV files in the online-retail layout" >&2; exit 1; }
  folder="$MILLRACE_HOME/files"; mkdir -p "$folder"
  tar -xJf "$archive" -C "$folder"
fi
mapfile -t files < <(find "$folder" -name '*.csv' | sort)
millrace() { MILLRACE_BUILD=never "$root/millrace" "$@"; }
memory() { millrace status --csv | awk -F, '$1 == "core" { print $4 }' || true; }

millrace down > /dev/null
rm -rf "$MILLRACE_HOME/postgres/data" "$MILLRACE_HOME/lake" "$MILLRACE_HOME/flink" "$MILLRACE_HOME/run"
millrace up --port "$port"
trap 'millrace down' EXIT
echo "core before: $(memory)"
third=$(( ${#files[@]} / 3 ))
started=$(date +%s.%N); rows=0
for part in 0 1 2; do
  from=$(( part * third )); count=$third; [ "$part" -eq 2 ] && count=$(( ${#files[@]} - from ))
  chunk=("${files[@]:from:count}")
  begun=$(date +%s.%N)
  millrace import sales-history "${chunk[@]}" --mapping online-retail --company ONLINE-RETAIL > "$MILLRACE_HOME/control-$part.txt"
  read=$(awk '/^Rows read/ { gsub(",", "", $3); print $3 }' "$MILLRACE_HOME/control-$part.txt")
  rows=$(( rows + read ))
  echo "part $((part + 1)) of 3: $read rows, $(awk -v r="$read" -v a="$begun" -v b="$(date +%s.%N)" 'BEGIN { printf "%.0f rows/s", r / (b - a) }'); core now: $(memory)"
done
ended=$(date +%s.%N)
awk -v r="$rows" -v a="$started" -v b="$ended" 'BEGIN { s = r / (b - a);
  printf "import: %d rows in %.1f s = %.0f rows/s through the domain code; limit 3000 rows/s; ratio %.2f\n", r, b - a, s, s / 3000 }'
millrace run statements > /dev/null
millrace sql --csv "select month, country, invoices, credit_notes, quantity, net_revenue from sales_monthly where company = 'ONLINE-RETAIL'" > "$MILLRACE_HOME/mart.csv"
echo "marts complete $(awk -v a="$ended" -v b="$(date +%s.%N)" 'BEGIN { printf "%.0f", b - a }') s after the import"
java "$root/benchmarks/import/CompareFigures.java" "$MILLRACE_HOME/mart.csv" "${files[@]}"
millrace sql "select company, sum(debit) as debit, sum(credit) as credit, sum(debit) - sum(credit) as difference from trial_balance group by 1"

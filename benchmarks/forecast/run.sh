#!/usr/bin/env bash
# Accuracy, coverage and processor time of the forecasts on the M3 competition, beside the published table and R.
# run.sh [--data m3]
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
home="${MILLRACE_BENCH_HOME:-${MILLRACE_HOME:-$root/var}/bench/forecast}"
every="${MILLRACE_BENCH_PEER_EVERY:-15}"
data="m3"
while [ $# -gt 0 ]; do
  case "$1" in
    --data) data="${2:-}"; shift 2 ;;
    *) echo "bench forecast: unknown option '$1'; there is --data m3" >&2; exit 1 ;;
  esac
done
[ "$data" = m3 ] || { echo "bench forecast: there is no data '$data'; there is m3" >&2; exit 1; }
archive="${MILLRACE_DATA:-$root/../shared/data}/m3.tar.xz"
[ -f "$archive" ] || { echo "bench forecast: there is no $archive; name its folder in MILLRACE_DATA" >&2; exit 1; }
mkdir -p "$home"; tar -xJf "$archive" -C "$home"
built="$root/analytics/target"
[ -d "$built/test-classes" ] || { echo "bench forecast: build first (./mvnw -q package -DskipTests); $built/test-classes is missing" >&2; exit 1; }

has_peer() { command -v Rscript > /dev/null && Rscript -e 'library(forecast)' > /dev/null 2>&1; }
if ! has_peer && [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
  echo "Installing R's package forecast (apt-get install r-cran-forecast) ..."
  { apt-get update && apt-get install -y --no-install-recommends r-cran-forecast; } > "$home/apt.log" 2>&1 || true
fi
peer="$home/peer.csv"; rm -f "$peer"
if has_peer; then
  echo "R $(Rscript -e 'cat(as.character(getRversion()), "forecast", as.character(packageVersion("forecast")))') on every ${every}th series, some minutes ..."
  Rscript "$root/benchmarks/forecast/peer.R" "$home/m3" "$peer" "$every"
else
  echo "R's package forecast is left out: it is not installed and could not be (Debian: apt-get install r-cran-forecast)."
fi
java -cp "$built/classes:$built/test-classes" org.millrace.analytics.forecast.ForecastBenchmark "$home/m3" "$peer"

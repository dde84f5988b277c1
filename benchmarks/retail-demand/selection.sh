#!/usr/bin/env bash
# The selection of the demand forecast alone on the weekly items of a retailer: by pattern, young items without and with their likes,
# items whose first week is not over, and simulated demand that stays the same.
# selection.sh [FOLDER OF CSV FILES]   (default: the archive ../shared/data/online-retail-*.tar.xz; needs a built tree)
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
built="$root/analytics/target"
[ -d "$built/test-classes" ] || { echo "bench retail-demand: build first (./mvnw -q package -DskipTests); $built/test-classes is missing" >&2; exit 1; }
folder="${1:-}"
if [ -z "$folder" ]; then
  archive="$(ls "${MILLRACE_DATA:-$root/../shared/data}"/online-retail-*.tar.xz 2> /dev/null | head -n 1 || true)"
  [ -n "$archive" ] || { echo "bench retail-demand: name a folder of daily CSV files in the online-retail layout" >&2; exit 1; }
  folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT
  tar -xJf "$archive" -C "$folder"
fi
java -cp "$built/classes:$built/test-classes" org.millrace.analytics.demand.RetailBenchmark "$folder"

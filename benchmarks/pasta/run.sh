#!/usr/bin/env bash
# Daily demand with promotions (pasta): forecasts with drivers beside those without and seasonal naive.
# run.sh [FOLDER OF THE DATA SETS [WINDOWS LEFT OFF AT THE END [WINDOWS HELD OUT]]]   (default: MILLRACE_DATA or
# ../shared/data, 0 and 18; needs a built tree)
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
file="${1:-${MILLRACE_DATA:-$root/../shared/data}}/pasta-2014-2017.csv.xz"
built="$root/analytics/target"
[ -d "$built/test-classes" ] || { echo "bench pasta: build first (./mvnw -q package -DskipTests); $built/test-classes is missing" >&2; exit 1; }
[ -f "$file" ] || { echo "bench pasta: there is no $file; name the folder of the data sets" >&2; exit 1; }
exec java -cp "$built/classes:$built/test-classes" org.millrace.analytics.forecast.drivers.PastaBenchmark "$file" "${2:-0}" "${3:-18}"

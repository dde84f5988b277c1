#!/usr/bin/env bash
# Demand that comes now and then (car parts), beside the single methods.
# run.sh [FOLDER OF THE DATA SETS]   (default: MILLRACE_DATA or ../shared/data; needs a built tree)
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
file="${1:-${MILLRACE_DATA:-$root/../shared/data}}/expsmooth-carparts-hospital-jewelry.tar.xz"
built="$root/analytics/target"
[ -d "$built/test-classes" ] || { echo "bench demand: build first (./mvnw -q package -DskipTests); $built/test-classes is missing" >&2; exit 1; }
[ -f "$file" ] || { echo "bench demand: there is no $file; name the folder of the data sets" >&2; exit 1; }
exec java -cp "$built/classes:$built/test-classes" org.millrace.analytics.forecast.intermittent.CarpartsBenchmark "$file"

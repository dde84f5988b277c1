#!/usr/bin/env bash
# Forecasts many simulated weekly series and prints wall and CPU time beside the limit, at two sizes.
# run.sh [SERIES ...]   (default: 100000 300000; needs a built tree)
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
built="$root/analytics/target"
[ -d "$built/test-classes" ] || { echo "bench scale: build first (./mvnw -q package -DskipTests); $built/test-classes is missing" >&2; exit 1; }
[ $# -gt 0 ] || set -- 100000 300000
exec java -Xmx4g -cp "$built/classes:$built/test-classes" org.millrace.analytics.forecast.ScaleBenchmark "$@"

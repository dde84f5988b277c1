#!/usr/bin/env bash
# Plans a made-up factory and prints wall and CPU time beside the limit.
# run.sh [ITEMS DEMANDS [SEED]]   (default: 10000 items on 5 levels, 50000 demands over 52 weeks, seed 1)
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
built="$root/analytics/target"
[ -d "$built/test-classes" ] || { echo "bench mrp: build first (./mvnw -q package -DskipTests); $built/test-classes is missing" >&2; exit 1; }
exec java -Xmx1500m -cp "$built/classes:$built/test-classes" org.millrace.analytics.mrp.PlanBenchmark "$@"

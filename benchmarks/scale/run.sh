#!/usr/bin/env bash
# Forecasts many simulated weekly series and prints wall and CPU time and heap beside the limits, at two sizes:
# first the calculations alone, then the whole demand job by Spark on a lake of its own.
# run.sh [SERIES ...]   (default: 100000 300000; needs a built tree)
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
built="$root/analytics/target"
[ -d "$built/test-classes" ] || { echo "bench scale: build first (./mvnw -q package -DskipTests); $built/test-classes is missing" >&2; exit 1; }
[ $# -gt 0 ] || set -- 100000 300000
state="${MILLRACE_BENCH_HOME:-$root/var/bench/scale}"
mkdir -p "$state"; trap 'rm -rf "$state"/scale*' EXIT
cd "$root"
echo "The calculations alone:"
java -Xmx4g -cp "$built/classes:$built/test-classes" org.millrace.analytics.forecast.ScaleBenchmark "$@"
opens=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
  java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
echo "The demand job by Spark: reads the weeks from the lake, fits, writes five tables:"
java -Xmx4g -XX:+UseSerialGC "${opens[@]}" -Djdk.reflect.useDirectMethodHandle=false \
  -Dlog4j2.configurationFile=warehouse-log4j2.properties \
  -cp "$built/classes:$built/test-classes:$(cat "$built/classpath")" org.millrace.analytics.demand.DemandJobScaleBenchmark "$state" "$@"

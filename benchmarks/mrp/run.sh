#!/usr/bin/env bash
# Plans a made-up factory and prints wall and CPU time beside the limit; then the whole plan job by Spark, on a lake
# of its own and in the warehouse's heap.
# run.sh [ITEMS DEMANDS [SEED]]   (default: 10000 items on 5 levels, 50000 demands over 52 weeks, 26 for the job; seed 1)
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
built="$root/analytics/target"
[ -d "$built/test-classes" ] || { echo "bench mrp: build first (./mvnw -q package -DskipTests); $built/test-classes is missing" >&2; exit 1; }
java -Xmx1500m -cp "$built/classes:$built/test-classes" org.millrace.analytics.mrp.PlanBenchmark "$@"
state="${MILLRACE_BENCH_HOME:-$root/var/bench/mrp}"
mkdir -p "$state"; trap 'rm -rf "$state"/mrp*' EXIT
cd "$root"
opens=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
  java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
echo "The plan job by Spark: reads the factory from the lake, plans, writes the tables of the plan:"
java -Xmx2g "${opens[@]}" -Djdk.reflect.useDirectMethodHandle=false \
  -Dlog4j2.configurationFile=warehouse-log4j2.properties \
  -cp "$built/classes:$built/test-classes:$(cat "$built/classpath")" \
  org.millrace.analytics.planning.PlanJobScaleBenchmark "$state" "${1:-10000}" "${2:-50000}" "${3:-1}"

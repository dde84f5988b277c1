#!/usr/bin/env bash
# Matches lines of bank statements with open items, cold and four times again, beside the limit.
# run.sh [LINES ITEMS [SEED]]   (default: 10000 lines, 50000 open items, seed 1)
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
built="$root/transactional/target"
[ -d "$built/test-classes" ] || { echo "bench bank: build first (./mvnw -q package -DskipTests); $built/test-classes is missing" >&2; exit 1; }
java -Xmx640m -cp "$built/classes:$built/test-classes" org.millrace.bank.match.MatchBenchmark "$@"

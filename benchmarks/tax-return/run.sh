#!/usr/bin/env bash
# A tax return over many tax lines: what it would say, and filing it, beside the limit.
# run.sh [LINES, default 100000] [TIMES, default 5]
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"; root="${MILLRACE_ROOT:-$(cd "$here/../.." && pwd)}"
lines="${1:-100000}"; times="${2:-5}"
home="${MILLRACE_BENCH_HOME:-$root/var/bench/tax-return}"; port="${MILLRACE_BENCH_PORT:-8664}"
source "$root/benchmarks/core.sh"
java -Xmx256m -Dscripts="$here" -cp "$classes" "$here/TaxReturn.java" "$url" "$jdbc" "$password" "$lines" "$times"

#!/usr/bin/env bash
# Lists of sales orders over HTTP: every filter, sort and page beside the limit, and the page of one document.
# run.sh [ORDERS, default 1000000] [TIMES, default 20]
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"; root="${MILLRACE_ROOT:-$(cd "$here/../.." && pwd)}"
orders="${1:-1000000}"; times="${2:-20}"
home="${MILLRACE_BENCH_HOME:-$root/var/bench/lists}"; port="${MILLRACE_BENCH_PORT:-8644}"
source "$root/benchmarks/core.sh"
java -Xmx256m -Dscripts="$here" -cp "$classes" "$here/Lists.java" "$url" "$jdbc" "$password" "$orders" "$times"

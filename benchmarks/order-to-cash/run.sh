#!/usr/bin/env bash
# Order to cash over HTTP: processor time of a flow in the core and in PostgreSQL, on an empty and on an old database.
# run.sh [ORDER LINES, default 1000000] [FLOWS, default 1500] [CLIENTS, default 4]
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"; root="${MILLRACE_ROOT:-$(cd "$here/../.." && pwd)}"
lines="${1:-1000000}"; flows="${2:-1500}"; clients="${3:-4}"
home="${MILLRACE_BENCH_HOME:-$root/var/bench/order-to-cash}"; port="${MILLRACE_BENCH_PORT:-8640}"
source "$root/benchmarks/core.sh"
java -Xmx256m -Dscripts="$here" -cp "$classes" "$here/OrderToCash.java" \
  "$url" "$core" "$jdbc" "$server" "$password" "$flows" "$clients" "$lines"

# The same flow in Tryton on the same server, its wheels from PyPI at the versions of tryton.txt.
peer="${MILLRACE_BENCH_TRYTON:-$root/var/bench/tryton-venv}"
python="$(command -v python3.11 || command -v python3 || true)"
if [ "$peer" = none ] || [ -z "$python" ]; then echo "Tryton is left out"; exit 0; fi
[ -x "$peer/bin/python" ] || "$python" -m venv "$peer"
"$peer/bin/pip" install -q --disable-pip-version-check -r "$here/tryton.txt"
"$peer/bin/python" -W ignore "$here/tryton.py" "postgresql://core_owner:$password@127.0.0.1:$port/" "$server" \
  "${MILLRACE_BENCH_TRYTON_FLOWS:-50}" 1000 500

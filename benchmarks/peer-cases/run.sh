#!/usr/bin/env bash
# Known answers of costing and invoices acted in Tryton 8.2, beside ours. run.sh [DIRECTORY of costing.json and tax.json]
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"; root="${MILLRACE_ROOT:-$(cd "$here/../.." && pwd)}"
cases="${1:-$root/../shared/cases}"
[ -f "$cases/costing.json" ] || { echo "There is no costing.json in $cases: name the directory of the known answers" >&2; exit 1; }
peer="${MILLRACE_BENCH_TRYTON:-$root/var/bench/tryton-venv}"
python="$(command -v python3.11 || command -v python3 || true)"
[ -n "$python" ] || { echo "Tryton needs Python 3.11 or newer: install python3.11 and python3.11-venv" >&2; exit 1; }
[ -x "$peer/bin/python" ] || "$python" -m venv "$peer"
"$peer/bin/pip" install -q --disable-pip-version-check -r "$root/benchmarks/order-to-cash/tryton.txt" -r "$here/tryton.txt"
"$peer/bin/python" -W ignore "$here/cases.py" "$cases"

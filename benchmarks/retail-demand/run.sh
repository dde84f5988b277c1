#!/usr/bin/env bash
# Weekly demand of a retailer's items through the whole path (import, lake, job, mart), beside the seasonal naive forecast.
# run.sh [FOLDER OF CSV FILES]   (default: the archive ../shared/data/online-retail-*.tar.xz; the instance stays for a second run)
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
export MILLRACE_HOME="${MILLRACE_BENCH_HOME:-$root/var/bench/retail-demand}"
port="${MILLRACE_BENCH_PORT:-8640}"
company=ONLINE-RETAIL
mkdir -p "$MILLRACE_HOME"
folder="${1:-}"
if [ -z "$folder" ]; then
  archive="$(ls "$root"/../shared/data/online-retail-*.tar.xz 2> /dev/null | head -n 1 || true)"
  [ -n "$archive" ] || { echo "bench retail-demand: name a folder of daily CSV files in the online-retail layout" >&2; exit 1; }
  folder="$MILLRACE_HOME/files"; mkdir -p "$folder"
  tar -xJf "$archive" -C "$folder"
fi
mapfile -t files < <(find "$folder" -name '*.csv' | sort)
millrace() { MILLRACE_BUILD=never "$root/millrace" "$@"; }

millrace up --port "$port"
trap 'millrace down' EXIT
millrace import sales-history "${files[@]}" --mapping online-retail --company "$company" > "$MILLRACE_HOME/control.txt"
last="$(millrace run statements > /dev/null && millrace sql --csv "select max(period) from demand_weekly where company = '$company'" | tail -n 1)"
# Three origins, four weeks apart; each forecast is held against the four weeks after it.
for weeks in 12 8 4; do
  origin="$(date -u -d "$last -$((weeks * 7 + 1)) days" +%F)"
  begun=$(date +%s)
  millrace run demand --as-of "$origin" > /dev/null
  echo "as of $origin: forecast in $(( $(date +%s) - begun )) s"
done
millrace sql "
  with said as (
    select f.pattern, f.item, f.as_of, f.period, f.forecast, f.naive, f.lo80, f.hi80, greatest(coalesce(d.quantity, 0), 0) as sold
    from demand_forecast f
    left join demand_weekly d on d.company = f.company and d.item = f.item and d.period = f.period
    where f.company = '$company' and f.period <= f.as_of + 28 and f.period < date '$last'
      and f.as_of < date '$last' - 21)
  select coalesce(pattern, 'all') as class, count(distinct item) as items, count(distinct as_of) as origins, round(sum(sold)) as sold,
    round(sum(abs(forecast - sold)) / sum(sold), 3) as wape, round(sum(abs(naive - sold)) / sum(sold), 3) as naive_wape,
    round(sum(abs(forecast - sold)) / sum(abs(naive - sold)), 3) as ratio,
    round(sum(forecast - sold) / sum(sold), 3) as bias, round(sum(naive - sold) / sum(sold), 3) as naive_bias,
    round(avg(case when sold between lo80 and hi80 then 1.0 else 0.0 end), 3) as inside80
  from said group by rollup (pattern) order by pattern nulls last"

#!/usr/bin/env bash
# Runs Superset in the foreground on 127.0.0.1: run.sh VENV STATE PORT
# STATE keeps all it writes: metadata, secret key, caches. The admin password is read from the file named by
# MILLRACE_SUPERSET_PASSWORD_FILE (default STATE/admin.password, made with a random one when missing).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
usage='usage: run.sh VENV STATE PORT'
venv=${1:?$usage}
state=${2:?$usage}
port=${3:?$usage}

say() { printf 'superset: %s\n' "$*"; }
fail() { printf 'superset: %s\n' "$*" >&2; exit 1; }

[ -x "$venv/bin/gunicorn" ] || fail "not installed in $venv. Run $here/install.sh $venv first."
mkdir -p "$state"
state=$(cd "$state" && pwd)
chmod 700 "$state"
venv=$(cd "$venv" && pwd)

secret() { (umask 077 && "$venv/bin/python" -c 'import secrets; print(secrets.token_urlsafe('"$2"'))' >"$1"); }
[ -s "$state/secret.key" ] || secret "$state/secret.key" 48
export MILLRACE_SUPERSET_STATE=$state
export MILLRACE_SUPERSET_PASSWORD_FILE=${MILLRACE_SUPERSET_PASSWORD_FILE:-$state/admin.password}
[ -s "$MILLRACE_SUPERSET_PASSWORD_FILE" ] || secret "$MILLRACE_SUPERSET_PASSWORD_FILE" 18

export SUPERSET_CONFIG_PATH=$here/superset_config.py
export SUPERSET_HOME=$state
export SCARF_ANALYTICS=false
export PYTHONDONTWRITEBYTECODE=
export FLASK_APP=superset.app:create_app

# What was prepared: the same versions, settings and password need no second preparation.
want=$(cat "$here/requirements.lock" "$here/superset_config.py" "$here/prepare.py" \
  "$MILLRACE_SUPERSET_PASSWORD_FILE" "$state/secret.key" | sha256sum | cut -d' ' -f1)
if [ "$(cat "$state/prepared" 2>/dev/null || true)" != "$want" ]; then
  "$venv/bin/python" -W ignore "$here/prepare.py" >"$state/prepare.log" 2>&1 &
  preparing=$!
  trap 'kill $preparing 2>/dev/null || true' INT TERM
  tail -n +1 -f --pid=$preparing "$state/prepare.log" 2>/dev/null | grep --line-buffered '^superset: ' || true
  wait $preparing || fail "preparing failed; the reason is at the end of $state/prepare.log"
  trap - INT TERM
  printf '%s\n' "$want" >"$state/prepared"
fi

say "starting on http://127.0.0.1:$port (admin password in $MILLRACE_SUPERSET_PASSWORD_FILE)"
exec "$venv/bin/gunicorn" --workers 1 --worker-class gthread --threads 8 --timeout 120 \
  --bind "127.0.0.1:$port" --pid "$state/gunicorn.pid" --no-control-socket --access-logfile /dev/null \
  'superset.app:create_app()'

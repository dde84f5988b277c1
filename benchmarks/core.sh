# Sourced by benches that ask a core of their own: starts PostgreSQL and the core on an empty home and ends both.
# Wants: home, port, root. Gives: url, jdbc, classes, password, core and server (process ids).
rm -rf "$home"; mkdir -p "$home/server" "$home/secrets"
classes="$(ls "$root"/transactional/target/millrace-transactional-*.jar | head -n 1):$(cat "$root/transactional/target/classpath")"
archive="$(tr ':' '\n' < "$root/deploy/target/classpath" | grep embedded-postgres-binaries | head -n 1)"
(cd "$home" && jar xf "$archive" && tar -xJf postgres-*.txz -C server)
password=a-password-for-benches
grep -oE '"[a-z_-]+\.(password|key|token)",?$' "$root/deploy/src/main/java/org/millrace/deploy/home/Secrets.java" | tr -d '",' \
  | while read -r name; do echo "$password" > "$home/secrets/$name"; done
as_user() { if [ "$(id -u)" = 0 ]; then unshare -U "$@"; else "$@"; fi; }

as_user "$home/server/bin/initdb" -D "$home/data" -U core_owner --pwfile="$home/secrets/core_owner.password" -A scram-sha-256 -E UTF8 --locale=C.UTF-8 > "$home/initdb.log"
cat >> "$home/data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
shared_buffers = 256MB
work_mem = 16MB
maintenance_work_mem = 128MB
effective_cache_size = 1GB
max_wal_size = 2GB
checkpoint_timeout = 10min
random_page_cost = 1.2
autovacuum_naptime = '15s'
jit = off
timezone = 'UTC'
${MILLRACE_BENCH_CONF:-}
CONF
echo "create role core login password '$password'" \
  | as_user "$home/server/bin/postgres" --single -D "$home/data" postgres >> "$home/initdb.log"
as_user "$home/server/bin/pg_ctl" -D "$home/data" -l "$home/postgres.log" -w start > /dev/null
core=""
stop() { [ -z "$core" ] || kill "$core" 2> /dev/null || true; as_user "$home/server/bin/pg_ctl" -D "$home/data" -m fast stop > /dev/null; }
trap stop EXIT
server="$(head -n 1 "$home/data/postmaster.pid")"

MILLRACE_PORT=$((port + 1)) MILLRACE_DATABASE_URL="jdbc:postgresql://127.0.0.1:$port/postgres" MILLRACE_SECRETS="$home/secrets" \
  java -Xmx640m -XX:+UseSerialGC ${MILLRACE_BENCH_JVM:-} -cp "$classes" org.millrace.Core > "$home/core.log" 2>&1 &
core=$!
until curl -sf "http://127.0.0.1:$((port + 1))/health" > /dev/null; do
  kill -0 "$core" 2> /dev/null || { tail -n 1 "$home/core.log" >&2; exit 1; }
  sleep 1
done
url="http://127.0.0.1:$((port + 1))"; jdbc="jdbc:postgresql://127.0.0.1:$port/postgres"

#!/bin/sh
# Runs notebooks headless: notebooks/run.sh [NAME…]; ./millrace notebook sets the environment.
set -eu
folder=$(cd "$(dirname "$0")" && pwd)
MILLRACE_ROOT=${MILLRACE_ROOT:-$(dirname "$folder")}
export MILLRACE_ROOT
if [ ! -f "$folder/target/classpath" ]; then
  echo "The notebooks module is not built; run ./mvnw -pl notebooks -am package first." >&2
  exit 1
fi
jar=$(ls "$folder"/target/millrace-notebooks-*.jar | head -n 1)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx128m \
  -cp "$jar:$(cat "$folder/target/classpath")" org.millrace.notebooks.RunNotebooks "$@"

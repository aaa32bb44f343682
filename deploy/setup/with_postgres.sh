#!/bin/sh
# Run a command beside a PostgreSQL server of its own: deploy/setup/with_postgres.sh COMMAND...
# The server's data lives in a temporary folder, it listens on 127.0.0.1 at a free port only, and it is stopped and
# removed however the command ends. HUB_DATABASE_URL names it to the command.
set -eu

programs=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
if [ -z "$programs" ]; then
  echo "with_postgres.sh: PostgreSQL is not installed; the Debian package is postgresql." >&2
  exit 1
fi

folder=$(mktemp -d /tmp/hub-postgres.XXXXXX)
owner=$(id -un)
if [ "$owner" = root ]; then
  owner=postgres # the server refuses to run with a root's rights
  chown "$owner" "$folder"
fi
as_owner() {
  if [ "$(id -un)" = "$owner" ]; then "$@"; else runuser -u "$owner" -- "$@"; fi
}
stop() {
  as_owner "$programs/pg_ctl" --pgdata="$folder/data" --mode=immediate --silent stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cd "$folder"
as_owner "$programs/initdb" --pgdata="$folder/data" --username=hub --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
  --no-sync >"$folder/initdb.log"
# fsync off: the data is thrown away, and the tests are about SQL, not about power cuts.
as_owner "$programs/pg_ctl" --pgdata="$folder/data" --log="$folder/server.log" --wait --silent \
  --options="-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$folder -c fsync=off" start
as_owner "$programs/createdb" --host="$folder" --port="$port" --username=hub hub
cd - >/dev/null

HUB_DATABASE_URL="postgresql://hub@127.0.0.1:$port/hub" "$@"

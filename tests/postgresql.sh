# A PostgreSQL server for the tests alone: in a folder of its own, on a socket of its own, without the safety that costs time. Sourced by run.sh.
# Where COHORTBOT_TEST_POSTGRESQL is set already, that server is used as it is.

postgresql_folder=""

postgresql_programs() { # the folder with the newest installed server
  local found
  found="$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)"
  if [ -z "$found" ] && command -v initdb >/dev/null; then found="$(dirname "$(command -v initdb)")"; fi
  printf '%s' "$found"
}

as_server() { # PostgreSQL refuses to run as root
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgresql() {
  [ -z "${COHORTBOT_TEST_POSTGRESQL:-}" ] || return 0
  local programs
  programs="$(postgresql_programs)"
  postgresql_folder="$(mktemp -d /tmp/cohortbot-postgresql.XXXXXX)" # short: a socket's path has 107 characters at most
  chmod 755 "$postgresql_folder"
  [ "$(id -u)" -ne 0 ] || chown postgres "$postgresql_folder"
  as_server "$programs/initdb" -D "$postgresql_folder/data" -U cohortbot -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null || return 1
  as_server "$programs/pg_ctl" -D "$postgresql_folder/data" -w -l "$postgresql_folder/log" start >/dev/null -o \
    "-c listen_addresses='' -k $postgresql_folder -c fsync=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB" || {
    cat "$postgresql_folder/log"
    return 1
  }
  export COHORTBOT_TEST_POSTGRESQL="Host=$postgresql_folder;Username=cohortbot;Database=postgres"
}

stop_postgresql() {
  [ -n "$postgresql_folder" ] || return 0
  as_server "$(postgresql_programs)/pg_ctl" -D "$postgresql_folder/data" -m immediate stop >/dev/null 2>&1
  rm -rf "$postgresql_folder"
  postgresql_folder=""
}

# The test folders in which something opens a database: their tests run on PostgreSQL a second time, but for those of SQLite's own connections, files and errors.
postgresql_filter() {
  local folders
  folders="$(grep -rlE 'TestDatabase|TestProgram|TestStorage|[A-Z][a-z]+World' tests/CohortBot.Tests --include=*.cs | grep -v /Fakes/ | xargs -n1 dirname | sort -u |
    sed -E 's#^tests/#FullyQualifiedName~#; s#/#.#g; s#$#.#' | paste -sd'|')"
  printf '(%s)&FullyQualifiedName!~KeptConnectionTests&FullyQualifiedName!~LabDatabaseFaultTests&FullyQualifiedName!~LessonRestoreTests&FullyQualifiedName!~Cli.DoctorTests&FullyQualifiedName!~Crashes.FaultTests\n' "$folders"
}

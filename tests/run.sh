#!/usr/bin/env bash
# Installs what the tests need (Debian and its relatives), builds without warnings, checks the format, and runs every test.
# Ends with a line "N passed, N failed"; exits non-zero when anything failed or a test was skipped that this machine could run.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
. tests/postgresql.sh
results="$(mktemp -d)"
trap 'stop_postgresql; rm -rf "$results"' EXIT
trap 'exit 130' INT TERM
passed=0
failed=0

say() { printf '\n== %s\n' "$*"; }

step() { # step NAME COMMAND...: counts as one check
  local name="$1"
  shift
  say "$name"
  if "$@"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    printf 'FAILED: %s\n' "$name"
    return 1
  fi
}

finish() {
  printf '\n%s passed, %s failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ]
  exit
}

install_needed() {
  local needed=()
  command -v chromium >/dev/null || needed+=(chromium)
  [ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || needed+=(fonts-dejavu-core)
  ldconfig -p 2>/dev/null | grep -q 'libsqlite3\.so\.0' || needed+=(libsqlite3-0)
  [ -n "${COHORTBOT_TEST_POSTGRESQL:-}" ] || [ -n "$(postgresql_programs)" ] || needed+=(postgresql)
  [ "${#needed[@]}" -eq 0 ] && return 0
  if ! command -v apt-get >/dev/null; then
    printf 'Please install: %s\n' "${needed[*]}"
    return 1
  fi
  local sudo=""
  [ "$(id -u)" -eq 0 ] || sudo="sudo"
  $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq "${needed[@]}" >/dev/null
}

run_tests() { # run_tests PROJECT [NAME OPTION...]: adds the project's tests to the count
  local project="$1" name="${2:-$(basename "$1")}" trx
  shift "$(($# > 1 ? 2 : 1))"
  say "Tests: $name"
  dotnet test "$project" --no-build -c Release "$@" --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" --results-directory "$results" || true
  trx="$results/$name.trx"
  if [ ! -e "$trx" ]; then
    failed=$((failed + 1))
    printf 'FAILED: %s gave no results\n' "$name"
    return
  fi
  local counters total ok
  counters="$(grep -o '<Counters [^>]*>' "$trx")"
  total="$(sed -E 's/.* total="([0-9]+)".*/\1/' <<<"$counters")"
  ok="$(sed -E 's/.* passed="([0-9]+)".*/\1/' <<<"$counters")"
  passed=$((passed + ok))
  failed=$((failed + total - ok)) # a skipped test counts as failed: the machine could have run it
  grep -o 'outcome="NotExecuted"[^>]*testName="[^"]*"\|testName="[^"]*"[^>]*outcome="NotExecuted"' "$trx" | sed 's/^/SKIPPED: /' || true
}

left_out() {
  [ -n "${COHORTBOT_SOURCES:-}" ] || printf 'Left out: the originality test of the course (set COHORTBOT_SOURCES to the folder of its sources).\n'
}

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
step "Install what the tests need" install_needed || finish
step "Restore the locked packages" dotnet restore --locked-mode || finish
step "Start a PostgreSQL server for the tests" start_postgresql || finish
step "Build without warnings" dotnet build -c Release --no-restore -warnaserror -v quiet || finish
step "Format" dotnet format --verify-no-changes --no-restore
step "The shipped course has nothing to mend" dotnet run --project src/CohortBot -c Release --no-build -- validate
for project in tests/*/; do
  [ -e "$project$(basename "$project").csproj" ] && [ "$(basename "$project")" != CohortBot.Benchmarks ] && run_tests "${project%/}"
done
COHORTBOT_TEST_ENGINE=postgresql run_tests tests/CohortBot.Tests "CohortBot.Tests on PostgreSQL" --filter "$(postgresql_filter)"
left_out
finish

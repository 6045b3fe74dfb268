#!/usr/bin/env bash
# Mutation tests: changes the source in small ways and asks whether a unit test notices. One folder after another, since each takes minutes.
#   bash tests/mutation.sh [FOLDER...]      Cohorts Lessons Labs Exchanges when none is named
# Ends non-zero when a folder's score is below 85 %. Reports come to artifacts/mutation.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
out="$PWD/artifacts/mutation"
mkdir -p "$out"
dotnet tool restore >/dev/null || exit 1
export TMPDIR="${TMPDIR:-$([ -w /dev/shm ] && echo /dev/shm || echo /tmp)}" # databases of tests in memory
failed=0
for folder in "${@:-Cohorts Lessons Labs Exchanges}"; do
  for one in $folder; do
    printf '\n== Mutants in %s\n' "$one"
    (cd tests/CohortBot.Tests && dotnet stryker --config-file stryker-config.json --mutate "$one/**/*.cs" --output "$out/$one" --skip-version-check) || failed=1
  done
done
exit "$failed"

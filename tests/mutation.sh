#!/usr/bin/env bash
# Mutation tests: changes the source in small ways and asks whether a test of the same features notices. One set-up (a build with all mutants, a run
# that notes which test covers which) serves all folders. What is left out and what the score was: docs/mutation.md.
#   bash tests/mutation.sh [FOLDER...]     Exchanges Lessons Cohorts Labs when none is named; of the large two a sample
#     COHORTBOT_MUTATION_FILES=9           so many files of a folder with more than thirty, chosen by chance; 0: all of them
#     COHORTBOT_MUTATION_SEED=1            another number, another choice
# Ends non-zero when a folder's score is below 85 %; a mutant that ran out of time is told apart and not counted as killed.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
least=85
files="${COHORTBOT_MUTATION_FILES:-9}"
seed="${COHORTBOT_MUTATION_SEED:-1}"
out="$PWD/artifacts/mutation"
[ "$#" -gt 0 ] || set -- Exchanges Lessons Cohorts Labs

files_of() { # files_of FOLDER: the files to change, one a line
  local all
  all="$(cd src/CohortBot && find "$1" -name '*.cs' | LC_ALL=C sort)"
  if [ "$files" -eq 0 ] || [ "$(wc -l <<<"$all")" -le 30 ]; then printf '%s\n' "$all"; else shuf -n "$files" --random-source=<(yes "$seed") <<<"$all"; fi
}

counts() { # counts REPORT FOLDER: killed, survived, covered by no test, out of time
  sed 's|"[^"]*/src/CohortBot/|\n&|g' "$1" | awk -v folder="/src/CohortBot/$2/" '
    index($0, folder) { killed += gsub(/"status":"Killed"/, ""); survived += gsub(/"status":"Survived"/, "")
      bare += gsub(/"status":"NoCoverage"/, ""); late += gsub(/"status":"Timeout"/, "") }
    END { print killed + 0, survived + 0, bare + 0, late + 0 }'
}

mutate=()
for folder in "$@"; do
  if [ ! -d "src/CohortBot/$folder" ]; then
    printf 'There is no folder src/CohortBot/%s.\n' "$folder"
    exit 1
  fi
  chosen="$(files_of "$folder")"
  printf '== Mutants in %s: %s of %s files\n' "$folder" "$(wc -l <<<"$chosen")" "$(find "src/CohortBot/$folder" -name '*.cs' | wc -l)"
  while read -r file; do
    mutate+=(--mutate "$file")
    [ "$(wc -l <<<"$chosen")" -gt 30 ] || printf '   %s\n' "$file"
  done <<<"$chosen"
done

export TMPDIR="${TMPDIR:-$([ -w /dev/shm ] && echo /dev/shm || echo /tmp)}" # databases of tests in memory
rm -rf "$out"
dotnet tool restore >/dev/null || exit 1
(cd tests/CohortBot.Tests && dotnet stryker --config-file stryker-config.json "${mutate[@]}" --output "$out" --skip-version-check) || exit 1

failed=0
printf '\n%-10s %7s %9s %11s %9s %7s\n' Folder killed survived 'no coverage' 'time-out' score
for folder in "$@"; do
  read -r killed survived bare late < <(counts "$out/reports/mutation-report.json" "$folder")
  all=$((killed + survived + bare + late))
  [ "$all" -gt 0 ] || { printf '%-10s no mutant at all\n' "$folder"; failed=1; continue; }
  printf '%-10s %7s %9s %11s %9s %5s %%\n' "$folder" "$killed" "$survived" "$bare" "$late" "$((100 * killed / all))"
  [ $((100 * killed)) -ge $((least * all)) ] || failed=1
done
printf 'Each mutant that was left alive: %s\n' "$out/reports/mutation-report.html"
[ "$failed" -eq 0 ] || printf 'FAILED: a folder has less than %s %%.\n' "$least"
exit "$failed"

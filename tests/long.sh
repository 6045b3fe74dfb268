#!/usr/bin/env bash
# The long forms of the suites: the same tests with many more cases and kills, and the mutation tests (COHORTBOT_MUTATION=0 leaves those out).
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Generated cases a property; the short form runs 200.
export COHORTBOT_CASES="${COHORTBOT_CASES:-2000}"

# kill -9 at random moments of a scripted cohort; the short form kills 20 times.
export COHORTBOT_KILLS="${COHORTBOT_KILLS:-200}"

if [ -d ../shared/seeds ]; then export COHORTBOT_SOURCES="$(cd ../shared/seeds && pwd)"; fi
failed=0
bash tests/run.sh || failed=1
if [ "${COHORTBOT_MUTATION:-1}" = 0 ]; then
  printf 'Left out: the mutation tests (COHORTBOT_MUTATION=0).\n'
else
  env -u COHORTBOT_CASES -u COHORTBOT_KILLS bash tests/mutation.sh || failed=1 # the many cases are not for each of hundreds of mutants
fi
exit "$failed"

#!/usr/bin/env bash
# The long forms of the suites: the same tests with many more cases and kills.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Generated cases a property; the short form runs 200.
export COHORTBOT_CASES="${COHORTBOT_CASES:-2000}"

# kill -9 at random moments of a scripted cohort; the short form kills 20 times.
export COHORTBOT_KILLS="${COHORTBOT_KILLS:-200}"

if [ -d ../shared/seeds ]; then export COHORTBOT_SOURCES="$(cd ../shared/seeds && pwd)"; fi
exec bash tests/run.sh

#!/usr/bin/env bash
# The long forms of the suites: the same tests with many more cases. Takes several minutes.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Generated cases a property; the short form runs 200.
export COHORTBOT_CASES="${COHORTBOT_CASES:-20000}"

if [ -d ../shared/seeds ]; then export COHORTBOT_SOURCES="$(cd ../shared/seeds && pwd)"; fi
exec bash tests/run.sh

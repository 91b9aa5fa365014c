#!/usr/bin/env sh
# The monthly job: on the third working day checks the extracts of last month, makes the packs and keeps them as published.
# On any other day it does nothing, so that a schedule may run it every day.
#
#   WORKSPACE   the workspace folder; by default the one it is started in
#   REPORTS     where what was told goes: 1-check.md, 1-check.xml and so on; by default reports/ beside the workspace
#   WORKING_DAY which working day of the month; by default 3. "any" runs today, for a rehearsal
#   MONTH       by default last, the month before this one
#
# What it writes to the log holds no record of anybody: messages never show ids, names or dates of birth.
set -eu

workspace=${WORKSPACE:-.}
reports=${REPORTS:-$workspace/../reports}
wanted=${WORKING_DAY:-3}
month=${MONTH:-last}

today=$(scorecard working-day --workspace "$workspace")
if [ "$wanted" != any ] && [ "$today" != "$wanted" ]; then
  echo "Working day $today of the month, and the packs are made on day $wanted: nothing to do."
  exit 0
fi

mkdir -p "$reports"
# Of the month before, so that nobody takes them for today's; on days with nothing to do the last ones stay to be read.
rm -f "$reports"/[123]-*.md "$reports"/[123]-*.xml "$reports/check.txt"
# Each step ends the job when it fails, with its own report; the packs of an earlier run stay as they are.
scorecard check --workspace "$workspace" --month "$month" --quiet \
  --report "$reports/1-check.md" "$reports/1-check.xml" > "$reports/check.txt"
scorecard build --workspace "$workspace" --month "$month" --strict \
  --report "$reports/2-build.md" "$reports/2-build.xml"
scorecard freeze --workspace "$workspace" --month "$month" --strict \
  --report "$reports/3-freeze.md" "$reports/3-freeze.xml"

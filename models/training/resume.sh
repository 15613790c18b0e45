#!/usr/bin/env bash
# Goes on with everything that is not finished: scenes, then the networks. Every job saves every five minutes and starts where it stopped.
#   resume.sh [--foreground]
# Work lies in $GENREFOCUS_WORK (default ~/genrefocus-work); this returns at once unless told otherwise and writes to WORK/resume.log.
set -euo pipefail
cd "$(dirname "$0")"
export GENREFOCUS_WORK=${GENREFOCUS_WORK:-$HOME/genrefocus-work}
mkdir -p "$GENREFOCUS_WORK"
if [ "${1:-}" != --foreground ]; then
  exec 9> "$GENREFOCUS_WORK/resume.lock"
  flock -n 9 || { echo "It is running already: $GENREFOCUS_WORK/resume.log"; exit 0; }
  setsid nohup nice -n 19 "$PWD/$(basename "$0")" --foreground >> "$GENREFOCUS_WORK/resume.log" 2>&1 < /dev/null &
  # A session of its own is a scheduling group of its own, in which nice counts for nothing outside unless the group is nice too.
  sleep 1; echo 19 > "/proc/$!/autogroup" 2> /dev/null || true
  echo "Started; see $GENREFOCUS_WORK/resume.log"
  exit 0
fi

# Memory that is given back must be fetched again: a third of the time of a step.
export GLIBC_TUNABLES=glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=4294967296:glibc.malloc.trim_threshold=8589934592
python=${PYTHON:-/usr/bin/python3}
step() { printf '\n== %s %s\n' "$(date -u +%FT%TZ)" "$*"; "$@"; }
. ./rounds.sh

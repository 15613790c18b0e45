#!/usr/bin/env bash
# Renders views with true depth and subject masks into WORK/views until there are as many as asked, or goes on with them.
#   scenes.sh VIEWS      on one core, or on $SCENE_THREADS
# Needs the scene generator ($GENREFOCUS_DATA/tools/scenes; its README says what it needs), Blender and about 12 GB of disk while its models are prepared.
set -euo pipefail
cd "$(dirname "$0")"
wanted=${1:?how many views}
data=$(realpath "${GENREFOCUS_DATA:-../../../shared/data}")
work=${GENREFOCUS_WORK:-$HOME/genrefocus-work}
generator=$data/tools/scenes
[ -f "$generator/generate.py" ] || { echo "The scene generator is not in $generator: set GENREFOCUS_DATA." >&2; exit 2; }

if [ ! -d "$work/assets/people" ]; then
  "$generator/prepare_assets.sh" "$work/assets" "$data"
  rm -rf "$work"/assets/{deb,raw,0ad,ufo,sh3f}
fi

have() { [ -f "$work/views/index.jsonl" ] && wc -l < "$work/views/index.jsonl" || echo 0; }
libraries=$(printf '%s,' "$work"/assets/lib/*)
scratch=$(mktemp -d) && trap 'rm -rf "$scratch"' EXIT
while [ "$(have)" -lt "$wanted" ]; do
  # In pieces: Blender's memory grows from scene to scene. Scenes that are listed already are passed over.
  blender -b -t "${SCENE_THREADS:-1}" -P "$generator/generate.py" -- --libraries "${libraries%,}" --pools "$work/assets/pools" --photos "$data/photos" --cutouts "$data/cutouts" \
    --people "$work/assets/people" --out "$work/views" --scratch "$scratch" --seeds 10000:80000 --views 6 --samples 12 --dof-every 8 --dof-bits 10 \
    --budget-mb 2000 --minutes 30
done

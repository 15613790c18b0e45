#!/usr/bin/env bash
# Renders with the scene generator until there is as much as asked, or goes on with it.
#   scenes.sh views COUNT     views with true depth and subject masks, into WORK/views
#   scenes.sh lenses COUNT    scenes through a thin lens that is focused on the subject and on what is behind it, into WORK/views/dof; kinds
#                             of scenes in which a camera with layers is hard to find are left out
# On one core, or on $SCENE_THREADS.
# Needs the scene generator ($GENREFOCUS_DATA/tools/scenes; its README says what it needs), Blender and about 12 GB of disk while its models are prepared.
set -euo pipefail
cd "$(dirname "$0")"
kind=${1:?views or lenses} wanted=${2:?how many}
data=$(realpath "${GENREFOCUS_DATA:-../../../shared/data}")
work=${GENREFOCUS_WORK:-$HOME/genrefocus-work}
generator=$data/tools/scenes
[ -f "$generator/generate.py" ] || { echo "The scene generator is not in $generator: set GENREFOCUS_DATA." >&2; exit 2; }
case $kind in
  views) index=$work/views/index.jsonl; set -- --views 6 --samples 12 --dof-every 8 ;;
  lenses) index=$work/views/dof/index.jsonl; set -- --views 1 --dof-only --dof-every 1 --dof-focus near,far --dof-samples 32 --kinds room,corridor,street,tabletop,village,portrait,shelves ;;
  *) echo "scenes.sh renders views or lenses, not $kind." >&2; exit 2 ;;
esac

if [ ! -d "$work/assets/people" ]; then
  "$generator/prepare_assets.sh" "$work/assets" "$data"
  rm -rf "$work"/assets/{deb,raw,0ad,ufo,sh3f}
fi

have() { [ -f "$index" ] && wc -l < "$index" || echo 0; }
libraries=$(printf '%s,' "$work"/assets/lib/*)
scratch=$(mktemp -d) && trap 'rm -rf "$scratch"' EXIT
while [ "$(have)" -lt "$wanted" ]; do
  # In pieces: Blender's memory grows from scene to scene. Scenes that are listed already are passed over.
  blender -b -t "${SCENE_THREADS:-1}" -P "$generator/generate.py" -- --libraries "${libraries%,}" --pools "$work/assets/pools" --photos "$data/photos" --cutouts "$data/cutouts" \
    --people "$work/assets/people" --out "$work/views" --scratch "$scratch" --seeds 10000:80000 "$@" --dof-bits 10 --budget-mb 2000 --minutes 30
done

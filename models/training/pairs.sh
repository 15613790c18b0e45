#!/usr/bin/env bash
# Makes pairs of pictures with the program's own renderer, or goes on with them.
#   pairs.sh deblur LENSES   in WORK/pairs: sharp and defocused training photos with estimated depth, LENSES each. Whatever the depth, a pair is what a lens would have made of a
#                            scene like that, and the radius of every pixel is known.
#   pairs.sh bokeh SCENES    in WORK/bokeh-pairs: what the program draws and what a lens draws, of the thin-lens sets that there are and of SCENES layered scenes.
set -euo pipefail
cd "$(dirname "$0")"
kind=${1:?deblur or bokeh} count=${2:?how many}
export GENREFOCUS_DATA=$(realpath "${GENREFOCUS_DATA:-../../../shared/data}")
export GENREFOCUS_WORK=${GENREFOCUS_WORK:-$HOME/genrefocus-work}
program=$GENREFOCUS_WORK/program
[ -x "$program/genrefocus" ] || dotnet publish ../../src/GenRefocus.Cli -c Release -o "$program" -v q
case $kind in
  deblur) set -- make_pairs --lenses "$count" ;;
  bokeh) set -- make_bokeh_pairs --scenes "$count" ;;
  *) echo "pairs.sh makes pairs for deblur or bokeh, not for $kind." >&2; exit 2 ;;
esac
exec "${PYTHON:-/usr/bin/python3}" -m "genrefocus_training.$1" --program "$program/genrefocus" "${@:2}"

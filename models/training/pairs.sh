#!/usr/bin/env bash
# Makes pairs of a sharp and a defocused picture with the program's own renderer, in WORK/pairs: of the training photos with estimated depth, several lenses each.
# Whatever the depth, a pair is what a lens would have made of a scene like that, and the radius of every pixel is known.
#   pairs.sh LENSES_PER_PHOTO
set -euo pipefail
cd "$(dirname "$0")"
lenses=${1:?how many lenses a photo}
export GENREFOCUS_DATA=$(realpath "${GENREFOCUS_DATA:-../../../shared/data}")
export GENREFOCUS_WORK=${GENREFOCUS_WORK:-$HOME/genrefocus-work}
program=$GENREFOCUS_WORK/program
[ -x "$program/genrefocus" ] || dotnet publish ../../src/GenRefocus.Cli -c Release -o "$program" -v q
exec "${PYTHON:-/usr/bin/python3}" -m genrefocus_training.make_pairs --program "$program/genrefocus" --lenses "$lenses"

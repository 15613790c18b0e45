#!/usr/bin/env bash
# Makes the pictures of the README with the product: docs/images/make.sh [PROGRAM], by default the program that dotnet run starts.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${1:-dotnet run -c Release --project src/GenRefocus.Cli --}
refocus() { $program refocus "samples/$1.jpg" -o "docs/images/$2.jpg" --depth "samples/$1.depth.png" --quiet "${@:3}"; }
refocus lantern lantern-hexagon --focus 62%,55% --k 60 --shape hexagon --highlights 4
refocus lantern lantern-heart --focus 62%,55% --k 90 --shape heart --highlights 6
refocus chess chess-near --focus 48%,85% --k 60
refocus chess chess-far --focus 42%,50% --k 60
refocus meadow meadow-near --focus 65%,65% --k 50

# A photo that is out of focus already: first drawn, then refocused on the lamp.
refocus chess chess-soft --focus 48%,85% --k 12 --deblur off
$program refocus docs/images/chess-soft.jpg -o docs/images/chess-lamp.jpg --depth samples/chess.depth.png --quiet --deblur on --focus 42%,30% --k 25

# For models/README.md.
for sample in lantern chess meadow; do
  $program refocus "samples/$sample.jpg" -o "docs/images/$sample-subject.jpg" --view mask --quiet
  $program refocus "samples/$sample.jpg" -o "docs/images/$sample-depth.jpg" --view depth --quiet
done

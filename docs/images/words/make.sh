#!/usr/bin/env bash
# Makes the pictures of docs/words.md with the product: docs/images/words/make.sh [PROGRAM], by default the program that dotnet run starts.
# ImageMagick's convert brings them to their small size.
set -euo pipefail
cd "$(dirname "$0")/../../.."
program=${1:-dotnet run -c Release --project src/GenRefocus.Cli --}
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

# picture SAMPLE NAME WORDS [FLAGS]
picture() {
  $program refocus "samples/$1.jpg" -o "$work/full.png" --depth "samples/$1.depth.png" --prompt "$3" --quiet "${@:4}"
  convert "$work/full.png" -resize 320x -strip -quality 80 "docs/images/words/$2.jpg"
}

lights=(--focus 62%,55% --k 70)
picture lantern soft 'creamy' "${lights[@]}"
picture lantern harsh 'unruhiges Bokeh' "${lights[@]}"
picture lantern bubble 'pompas de jabón' "${lights[@]}"
picture lantern ring 'bokeh en donut' "${lights[@]}" --highlights 3
picture lantern anamorphic '아나모픽 보케' "${lights[@]}" --highlights 3
picture lantern star '星形のボケ' "${lights[@]}" --highlights 3
picture lantern heart '心形散景' "${lights[@]}" --highlights 3
picture lantern triangle 'triangles' "${lights[@]}" --highlights 3
picture lantern square 'Quadrate' "${lights[@]}" --highlights 3
picture lantern pentagon 'pentágonos' "${lights[@]}" --highlights 3
picture lantern hexagon 'hexagones' "${lights[@]}" --highlights 3
picture lantern heptagon '칠각형 보케' "${lights[@]}" --highlights 3
picture lantern octagon '八角形のボケ' "${lights[@]}" --highlights 3
picture lantern nonagon '9 blades' "${lights[@]}" --highlights 3
picture lantern round '圆形散景' "${lights[@]}" --highlights 3
picture lantern glow 'glowing' "${lights[@]}"
picture lantern noGlow 'dezente Spitzlichter' "${lights[@]}"
picture lantern dreamy 'retrato de ensueño' "${lights[@]}"
picture meadow miniature 'effet miniature' --focus 50%,60%
picture meadow shallow '얕은 심도' --focus 65%,65%
picture meadow f28 'Blende 2.8' --focus 65%,65%
picture meadow portrait '像85mm f/1.2那样' --focus 65%,65%
picture meadow metres '3mにピント' --nearest-distance 1
picture meadow deep '深い被写界深度' --focus 65%,65%
picture meadow allSharp '全部清晰' --focus 65%,65%
picture meadow subtle 'a subtle blur' --focus 65%,65%
picture meadow strong 'starkes Bokeh' --focus 65%,65%
picture meadow extreme 'desenfoque extremo' --focus 65%,65%
picture chess near 'mise au point sur le premier plan' --k 60
picture chess far '배경에 초점' --k 60
picture chess center '中央にピント' --k 60
picture lantern subject 'mise au point sur le sujet' --k 60
picture chess topLeft 'enfoque arriba a la izquierda' --k 60
picture chess left '对焦左侧' --k 60
picture chess nearSharp 'only the background blurred' --k 60 --focus 42%,50%
picture chess farSharp 'nur der Vordergrund unscharf' --k 60 --focus 42%,50%

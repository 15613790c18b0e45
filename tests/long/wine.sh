#!/usr/bin/env bash
# The Windows build under Wine: the same pictures as here, within a thousandth of white, and a graphics driver that computes wrong numbers is not used.
#   tests/long/wine.sh [PICTURE]      a 16-bit copy of PICTURE is used, samples/chess.jpg when not given
# Needs Debian's wine wine64 xvfb gcc-mingw-w64-x86-64 mesa-vulkan-drivers python3-opencv, and Node for DirectML. A Windows program that is published already: GENREFOCUS_WINDOWS=FOLDER.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
screen=
trap '[ -z "$screen" ] || kill "$screen"; wineserver -k 2> /dev/null || true; rm -rf "$work"' EXIT
# Wine 8 does not bear memory that is mapped twice, once to write and once to run.
export WINEPREFIX=$work/prefix WINEARCH=win64 WINEDEBUG=-all DOTNET_EnableWriteXorExecute=0
windows=${GENREFOCUS_WINDOWS:-$work/windows}
[ -n "${GENREFOCUS_WINDOWS:-}" ] || dotnet publish src/GenRefocus.Cli -c Release -r win-x64 --self-contained -p:DirectMLSource=npm --artifacts-path "$work/artifacts" -o "$windows" -v q
dotnet build src/GenRefocus.Cli -c Release -v q
wineboot -i > /dev/null 2>&1
x86_64-w64-mingw32-gcc -O2 -shared -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" tests/long/wine/bcryptprimitives.c -ladvapi32

here() { src/GenRefocus.Cli/bin/Release/net10.0/genrefocus "$@"; }
there() { wine "$windows/genrefocus.exe" "$@" 2> "$work/errors" || { cat "$work/errors" >&2; return 1; }; }

/usr/bin/python3 - "${1:-samples/chess.jpg}" "$work" <<'PYTHON'
import sys, cv2, numpy as np
picture = cv2.imread(sys.argv[1])
scale = 640 / max(picture.shape)
soft = cv2.GaussianBlur(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), None, 1.5)
cv2.imwrite(f"{sys.argv[2]}/in.png", soft.astype(np.uint16) * 257)
PYTHON

# same NAME COMMAND...: runs the command here and there and compares.
same() {
  local name=$1; shift
  here "$@" -o "$work/$name-here.png" --quiet
  there "$@" -o "$work/$name-there.png" --quiet
  /usr/bin/python3 - "$name" "$work/in.png" "$work/$name-here.png" "$work/$name-there.png" <<'PYTHON'
import sys, cv2, numpy as np
given, here, there = (cv2.imread(path, cv2.IMREAD_UNCHANGED).astype(float) / 65535 for path in sys.argv[2:])
changed = abs(here - given).max() if here.shape == given.shape else here.std()  # depth is another kind of picture
difference = abs(here - there).max()
print(f"{sys.argv[1]}: differs by {difference:.2e} at most; what was done to it: {changed:.2f}")
sys.exit(not (difference <= 1e-3 and changed > .01))
PYTHON
}

# GENREFOCUS_PROVIDER is not set: without a screen DirectML cannot be opened, and the processor computes.
same deblur deblur "$work/in.png"
same deblur-4 deblur "$work/in.png" --deblur-steps 4
same depth depth "$work/in.png"
same refocus refocus "$work/in.png" --aperture f/1.4
same hybrid refocus "$work/in.png" --depth "$work/depth-here.png" --k 10 --focus-disparity 0.5 --deblur off --bokeh hybrid

# Direct3D on Mesa's software Vulkan opens a session, runs it and returns wrong numbers. That no screen was there a moment ago must not be remembered.
export DISPLAY=:77 XDG_RUNTIME_DIR=$work VK_DRIVER_FILES=/usr/share/vulkan/icd.d/lvp_icd.x86_64.json VK_ICD_FILENAMES=/usr/share/vulkan/icd.d/lvp_icd.x86_64.json
Xvfb "$DISPLAY" -screen 0 800x600x24 > /dev/null 2>&1 & screen=$!
sleep 3
there doctor | tee "$work/doctor" | grep ' networks '
grep -q "computes wrong numbers" "$work/doctor"
there deblur "$work/in.png" -o "$work/screen.png" --quiet
cmp "$work/screen.png" "$work/deblur-there.png"
echo "all is well"

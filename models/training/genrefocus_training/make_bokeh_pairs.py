"""Draws with the program what is known through a lens; pairs.sh calls this.

Writes NAME_sharp.png, NAME_drawn.png, NAME_true.png and NAME_radius.png (16 bit, signed, a 64th of a pixel a step, 32768 is none) into WORK/bokeh-pairs, and a line for each into
index.jsonl.  The scenes are the thin-lens sets of the scene generator, and layers that are known behind one another.
"""
import argparse
import json
import math
import random
import tempfile

import cv2
import numpy as np

from . import places, thin_lens_sets
from .bokeh_pairs import RADIUS_STEP, RADIUS_ZERO
from .bokeh_scenes import draw_lens, draw_scene
from .composites import Composer
from .layered_pairs import encoded
from .make_pairs import run
from .photos import load_cutouts, training_photos

SIZE = (384, 320)


class Maker:
    def __init__(self, program, folder):
        self._program, self._folder, self._index = program, folder, folder / "index.jsonl"
        folder.mkdir(exist_ok=True)
        self.done = {entry["name"] for entry in thin_lens_sets.read_index(self._index)}

    def make(self, name, kind, scene, sharp, true, disparity, k, focus, blades, turn):
        """``scene`` is the seed of a rendered one (``kind`` lens), the number of a layered one; pictures are RGB of 8 bits; the disparity is 0 to 1."""
        stem = self._folder / name
        cv2.imwrite(f"{stem}_sharp.png", sharp[..., ::-1])
        cv2.imwrite(f"{stem}_true.png", true[..., ::-1])
        with tempfile.TemporaryDirectory() as scratch:
            depth = f"{scratch}/depth.png"
            # 0 would be unknown to other readers, not to this program.
            cv2.imwrite(depth, (disparity * 65535).round().astype(np.uint16))
            lens = ("--shape", "disc") if blades == 0 else ("--shape", "polygon", "--blades", blades, "--rotation", f"{rotation(turn):.4f}")
            run(self._program, "refocus", f"{stem}_sharp.png", "-o", f"{stem}_drawn.png", "--depth", depth, "--k", f"{k:.4f}", "--focus-disparity", f"{focus:.6f}", *lens,
                "--highlights", "0", "--deblur", "off", "--overwrite")
        radius = k * (disparity - focus)
        cv2.imwrite(f"{stem}_radius.png", np.clip(radius / RADIUS_STEP + RADIUS_ZERO, 0, 65535).round().astype(np.uint16))
        with self._index.open("a") as file:
            file.write(json.dumps({"name": name, "kind": kind, "scene": scene, "blades": blades, "turn": turn}) + "\n")


def rotation(turn):
    """The program's degrees: a corner's direction from above, clockwise, in -180 to 180."""
    degrees = 90 - math.degrees(turn)
    return (degrees + 180) % 360 - 180


def lens_sets(maker, folders):
    for shot in thin_lens_sets.shots(folders):
        name = f"lens-{shot.name}"
        if name not in maker.done:
            maker.make(name, "lens", shot.seed, shot.sharp(), shot.through_lens(), shot.disparity(), shot.k / shot.zmin, shot.zmin / shot.focus, shot.blades, shot.turn)


def layered(maker, composer, count):
    for k in range(count):
        name = f"layered-{k}"
        if name in maker.done:
            continue
        rng = random.Random(name)
        scene = draw_scene(composer, rng, *SIZE)
        light, seen = scene.sharp()
        lens, top = draw_lens(rng, seen), float(seen.max())
        maker.make(name, "layered", k, encoded(light), encoded(scene.through(lens)), np.clip(seen / top, 0, 1), lens.k * top, lens.focus / top, lens.blades, lens.turn)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--scenes", type=int, required=True, help="how many layered scenes")
    options = parser.parse_args()
    root = places.data()
    maker = Maker(options.program, places.work() / "bokeh-pairs")
    lens_sets(maker, [root / "rgbd" / "synthetic" / "dof", places.work() / "views" / "dof"])
    photos = training_photos(root)
    layered(maker, Composer([p.rgb for p in photos], load_cutouts(root, photos)), options.scenes)


if __name__ == "__main__":
    main()

"""Draws defocused photos with the program; pairs.sh calls this.

Writes NAME_K_sharp.jpg, NAME_K_blurred.png and NAME_K_radius.png (8 bit, a sixteenth of a pixel a step) into WORK/pairs, and a line for each into index.jsonl.
"""
import argparse
import json
import random
import subprocess

import cv2
import numpy as np

from . import places
from .photos import fit, training_photos

SIDE = 640
RADIUS_STEP = 1 / 16
SHAPES = (("disc", None), ("disc", None), ("hexagon", None), ("pentagon", None), ("octagon", None))


def lens(rng):
    """K, focus disparity and shape.  Radii of up to about 9 pixels, some pictures sharp nearly everywhere."""
    return rng.uniform(2, 14), rng.choice((rng.uniform(0, 1), rng.uniform(.5, 1), rng.uniform(0, .3))), rng.choice(SHAPES)[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--lenses", type=int, required=True)
    options = parser.parse_args()
    root, folder = places.data(), places.work() / "pairs"
    folder.mkdir(exist_ok=True)
    index = folder / "index.jsonl"
    done = {json.loads(line)["name"] for line in index.read_text().splitlines()} if index.exists() else set()
    for photo in training_photos(root):
        group, stem = photo.name.split("__", 1)
        sharp = depth = None
        for k in range(options.lenses):
            name = f"{photo.name}_{k}"
            if name in done:
                continue
            if sharp is None:
                sharp, depth = folder / f"{photo.name}_sharp.png", folder / f"{photo.name}_depth.png"
                picture = fit(cv2.imread(str(root / "photos" / group / f"{stem}.jpg")), SIDE)
                cv2.imwrite(str(sharp), picture)
                run(options.program, "depth", sharp, "-o", depth, "--overwrite")
                disparity = cv2.imread(str(depth), cv2.IMREAD_UNCHANGED).astype(np.float32) / 65535
            strength, focus, shape = lens(random.Random(name))
            run(options.program, "refocus", sharp, "-o", folder / f"{name}_blurred.png", "--depth", depth, "--k", f"{strength:.3f}", "--focus-disparity", f"{focus:.4f}",
                "--shape", shape, "--highlights", "1", "--deblur", "off", "--overwrite")
            radius = np.clip(np.abs(strength * (disparity - focus)) / RADIUS_STEP, 0, 255)
            cv2.imwrite(str(folder / f"{name}_radius.png"), radius.round().astype(np.uint8))
            with index.open("a") as file:
                file.write(json.dumps({"name": name, "photo": photo.name, "k": round(strength, 3), "focus": round(focus, 4), "shape": shape}) + "\n")
        if depth is not None:
            depth.unlink()


def run(*command):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()

"""The thin-lens sets of the scene generator: one sharp picture, its depth, and what a lens makes of it, focused on one distance or on two."""
import json

import cv2
import numpy as np

from . import holdout
from .photos import read_rgb

HELD_BACK = 10


class Shot:
    """A picture through a lens.  ``focus`` is a distance in metres, ``blades`` is 0 where the lens is round, ``turn`` a corner's direction in radians, from the right counter-clockwise."""

    def __init__(self, folder, entry, kind, focus):
        self._stem, self._kind = folder / entry["name"], kind
        self.name = entry["name"] if kind == "dof" else f"{entry['name']}-{kind}"
        self.seed, self.focus, self.zmin, self.k, self.blades = entry["seed"], focus, entry["zmin"], entry["k_px_m"], entry["blades"]
        # The scenes' renderer counts to the middle of a blade.
        self.turn = entry["blade_rotation"] + np.pi / self.blades if self.blades else 0.

    def sharp(self):
        return read_rgb(f"{self._stem}_aif.jpg")

    def through_lens(self):
        return read_rgb(f"{self._stem}_{self._kind}.jpg")

    def disparity(self):
        """1 is the nearest, 0 infinitely far."""
        return cv2.imread(f"{self._stem}_disp.png", cv2.IMREAD_UNCHANGED).astype(np.float32) / 65535

    def radius(self, disparity):
        """Signed, in pixels: positive before the focus."""
        return self.k * (disparity / self.zmin - 1 / self.focus)


def shots(folders):
    """Every shot that may be trained on, in the order in which they were rendered."""
    return [Shot(folder, entry, kind, focus) for folder in folders for entry in read_index(folder / "index.jsonl") if not holdout.is_evaluation_seed(entry["seed"])
            for kind, focus in _focuses(entry["focus_m"])]


def is_held_back(scene):
    """Every tenth scene, by its seed or its number, is for the figures of the log."""
    return scene % HELD_BACK == HELD_BACK - 1


def read_index(path):
    """The lines of an index that are whole; none where it is not there."""
    return [json.loads(line) for line in path.read_text().splitlines() if line.endswith("}")] if path.exists() else []


def _focuses(focus):
    return focus.items() if isinstance(focus, dict) else [("dof", focus)]

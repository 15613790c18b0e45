"""What the program draws of a sharp picture beside what a lens draws, for the bridge between both."""
import json
import math

import cv2
import numpy as np

from . import holdout
from .photos import read_rgb

HELD_BACK = 10
RADIUS_ZERO, RADIUS_STEP = 32768, 1 / 64     # how a signed radius is stored in 16 bits
APERTURE_CHANNELS = 3

# The band in which the network works; EdgeBand.cs in the program has the same numbers.
LEAST_JUMP, BEYOND, FADE = 1.0, 2.0, 2.0
DIAMOND_OF_DISC = math.sqrt(2)


class BokehPair:
    """Drawn, true and sharp picture (RGB, 8 bit), signed radius of the blur in pixels (positive = nearer than the focus), the lens' blades (0 = round) and their turn in radians."""

    def __init__(self, drawn, true, sharp, radius, blades, turn):
        self.drawn, self.true, self.sharp, self.radius, self.blades, self.turn = drawn, true, sharp, radius, blades, turn


class StoredPairs:
    """What make_bokeh_pairs made.  Every tenth is held back for the figures of the log."""

    def __init__(self, folder, held_back=False):
        index = folder / "index.jsonl"
        entries = [json.loads(line) for line in index.read_text().splitlines() if line.endswith("}")] if index.exists() else []
        entries = [e for e in entries if not holdout.is_evaluation_seed(e.get("seed", 0))]
        self._folder = folder
        self._entries = [e for k, e in enumerate(entries) if (k % HELD_BACK == HELD_BACK - 1) == held_back]

    def __len__(self):
        return len(self._entries)

    def draw(self, rng):
        return self.at(rng.randrange(len(self._entries)))

    def at(self, index):
        entry = self._entries[index]
        stem = self._folder / entry["name"]
        radius = cv2.imread(f"{stem}_radius.png", cv2.IMREAD_UNCHANGED).astype(np.float32)
        return BokehPair(*(read_rgb(f"{stem}_{kind}.png") for kind in ("drawn", "true", "sharp")), (radius - RADIUS_ZERO) * RADIUS_STEP, entry["blades"], entry["turn"])


def edge_band(radius):
    """0 outside the band around edges of the depth, 1 inside."""
    around = [np.pad(radius, 1, mode="edge")[y:y + radius.shape[0], x:x + radius.shape[1]] for y, x in ((0, 1), (2, 1), (1, 0), (1, 2))]
    low, high = np.minimum.reduce(around), np.maximum.reduce(around)
    edge = (radius - low >= LEAST_JUMP) | (high - radius >= LEAST_JUMP)
    widest = np.maximum(np.abs(radius), np.maximum(np.abs(low), np.abs(high)))
    reach = np.where(edge, DIAMOND_OF_DISC * (widest + BEYOND), 0).astype(np.float32)
    for axis in (1, 0):
        at = np.arange(reach.shape[axis], dtype=np.float32)
        at = at[None] if axis else at[:, None]
        forward = np.maximum.accumulate(reach + at, axis) - at
        backward = np.flip(np.maximum.accumulate(np.flip(reach - at, axis), axis), axis) + at
        reach = np.maximum(forward, backward)
    return np.clip(reach / FADE, 0, 1)


def aperture(blades, turn):
    """The lens as numbers that do not jump: one over the blades, and the direction of a corner, which comes again after a blade's angle."""
    return (0., 0., 0.) if blades == 0 else (1 / blades, math.cos(blades * turn), math.sin(blades * turn))


def crop(pair, rng, side, tries=6):
    """A square part, of some tries the one with the most of the band in it."""
    h, w = pair.radius.shape
    band = edge_band(pair.radius)
    boxes = []
    for _ in range(tries):
        x, y = rng.randrange(max(1, w - side + 1)), rng.randrange(max(1, h - side + 1))
        boxes.append(np.s_[y:y + side, x:x + side])
    box = max(boxes, key=lambda b: float(band[b].mean()))
    return BokehPair(*(a[box] for a in (pair.drawn, pair.true, pair.sharp, pair.radius)), pair.blades, pair.turn)


def mirrored(pair, rng):
    """Mirrored at random; the lens is mirrored with the picture."""
    if rng.random() < .5:
        return pair
    return BokehPair(*(np.ascontiguousarray(a[:, ::-1]) for a in (pair.drawn, pair.true, pair.sharp, pair.radius)), pair.blades, math.pi - pair.turn)

"""What the program draws of a sharp picture beside what a lens draws, for the bridge between both."""
import math

import cv2
import numpy as np

from . import holdout
from .photos import read_rgb
from .thin_lens_sets import is_held_back, read_index

RADIUS_ZERO, RADIUS_STEP = 32768, 1 / 64     # how a signed radius is stored in 16 bits
APERTURE_CHANNELS = 3

# The band in which the network works; EdgeBand.cs in the program has the same numbers.
LEAST_JUMP, BEYOND, FADE = 1.0, 2.0, 2.0
DIAMOND_OF_DISC = math.sqrt(2)


class BokehPair:
    """Drawn, true and sharp picture (RGB, 8 bit), signed radius of the blur in pixels (positive = nearer than the focus), the lens' blades (0 = round) and their turn in radians, and the
    band in which the network works, found in the radius where it is not given."""

    def __init__(self, drawn, true, sharp, radius, blades, turn, band=None):
        self.drawn, self.true, self.sharp, self.radius, self.blades, self.turn = drawn, true, sharp, radius, blades, turn
        self.band = edge_band(radius) if band is None else band

    def changed(self, change, turn=None):
        """The same pair with every plane changed in the same way."""
        return BokehPair(*(change(a) for a in (self.drawn, self.true, self.sharp, self.radius)), self.blades, self.turn if turn is None else turn, change(self.band))


class StoredPairs:
    """What make_bokeh_pairs made, kept in memory (about 3 MB a pair).  Every tenth scene is held back for the figures of the log.  Those that were rendered through a lens are drawn as
    often as the layered ones, though there are fewer: theirs is what is wanted."""

    def __init__(self, folder, held_back=False):
        self._folder = folder
        entries = [e for e in read_index(folder / "index.jsonl") if e["kind"] != "lens" or not holdout.is_evaluation_seed(e["scene"])]
        self._entries = [e for e in entries if is_held_back(e["scene"]) == held_back]
        kinds = {kind: [i for i, e in enumerate(self._entries) if e["kind"] == kind] for kind in ("lens", "layered")}
        self.kinds = {kind: indices for kind, indices in kinds.items() if indices}
        self._kept = {}

    def __len__(self):
        return len(self._entries)

    def draw(self, rng):
        return self.at(rng.choice(self.kinds[rng.choice(list(self.kinds))]))

    def at(self, index):
        if index not in self._kept:
            self._kept[index] = self._read(self._entries[index])
        return self._kept[index]

    def _read(self, entry):
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
    boxes = []
    for _ in range(tries):
        x, y = rng.randrange(max(1, w - side + 1)), rng.randrange(max(1, h - side + 1))
        boxes.append(np.s_[y:y + side, x:x + side])
    box = max(boxes, key=lambda b: float(pair.band[b].mean()))
    return pair.changed(lambda a: a[box])


def varied(pair, rng):
    """Mirrored, turned by quarters and with its colours swapped at random: the lens turns with the picture, and does not know colours."""
    if rng.random() < .5:
        pair = pair.changed(lambda a: a[:, ::-1], math.pi - pair.turn)
    quarters, colours = rng.randrange(4), rng.sample(range(3), 3)
    return pair.changed(lambda a: np.ascontiguousarray(_swapped(np.rot90(a, quarters), colours)), pair.turn + quarters * math.pi / 2)


def _swapped(plane, colours):
    return plane[..., colours] if plane.ndim == 3 else plane

"""Pairs of a defocused and a sharp picture with the radius of the blur: rendered through a thin lens, or drawn by the program."""
import cv2
import numpy as np

from .make_pairs import RADIUS_STEP
from .photos import read_rgb
from .thin_lens_sets import is_held_back, read_index, shots


class Pair:
    """Blurred and sharp RGB (8 bit) and the blur's radius in pixels (float)."""

    def __init__(self, blurred, sharp, radius):
        self.blurred, self.sharp, self.radius = blurred, sharp, radius


class LensPairs:
    """The thin-lens sets of the scene generator.  Every tenth scene is held back for the figures of the log."""

    def __init__(self, folders, held_back=False):
        self._shots = [shot for shot in shots(folders) if is_held_back(shot.seed) == held_back]

    def __len__(self):
        return len(self._shots)

    def draw(self, rng):
        return self.at(rng.randrange(len(self._shots)))

    def at(self, index):
        shot = self._shots[index]
        return Pair(shot.through_lens(), shot.sharp(), np.abs(shot.radius(shot.disparity())))


class DrawnPairs:
    """What make_pairs drew."""

    def __init__(self, folder):
        self._folder, self._entries = folder, read_index(folder / "index.jsonl")

    def __len__(self):
        return len(self._entries)

    def draw(self, rng):
        entry = rng.choice(self._entries)
        stem = self._folder / entry["name"]
        radius = cv2.imread(f"{stem}_radius.png", cv2.IMREAD_GRAYSCALE).astype(np.float32) * RADIUS_STEP
        return Pair(read_rgb(f"{stem}_blurred.png"), read_rgb(self._folder / f"{entry['photo']}_sharp.png"), radius)


def crop(pair, rng, side):
    """A square part of a pair."""
    h, w = pair.radius.shape
    x, y = rng.randrange(max(1, w - side + 1)), rng.randrange(max(1, h - side + 1))
    return Pair(*(a[y:y + side, x:x + side] for a in (pair.blurred, pair.sharp, pair.radius)))


def turned(pair, rng):
    """Mirrored and turned by quarters at random."""
    turns, mirrored = rng.randrange(4), rng.random() < .5
    return Pair(*(np.ascontiguousarray(np.rot90(a[:, ::-1] if mirrored else a, turns)) for a in (pair.blurred, pair.sharp, pair.radius)))


def disturbed(blurred, rng):
    """Noise and JPEG as a camera adds them: after the blur.  8 bit in, float 0 to 1 out."""
    a = blurred.astype(np.float32)
    if rng.random() < .6:
        noise = np.frombuffer(rng.randbytes(a.size * 2), np.int8).astype(np.float32).reshape(2, *a.shape)
        a = a + noise.sum(0) / 104 * rng.uniform(0, 1) ** 3 * 6
    a = np.clip(a, 0, 255)
    if rng.random() < .5:
        ok, code = cv2.imencode(".jpg", a.round().astype(np.uint8)[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, rng.randint(82, 98)])
        a = cv2.imdecode(code, cv2.IMREAD_COLOR)[..., ::-1].astype(np.float32) if ok else a
    return np.ascontiguousarray(a) / 255

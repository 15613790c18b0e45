"""Pairs of a defocused and a sharp picture, drawn as they are needed: photos and rendered views, cut into layers that are blurred in linear light and laid over each other."""
import cv2
import numpy as np

from .aperture import kernel
from .defocus_pairs import Pair

MOST_RADIUS = 9.0
LAYERS = 7
BEYOND = 12          # pixels around the part that is wanted, so that blur has something to come from
HIGHLIGHT = .97      # from this share of the sensor's range on, a pixel may have been brighter than it says


class LayeredPairs:
    """``photos`` have ``rgb`` and ``mask``, ``views`` have ``rgb`` and ``disparity``."""

    def __init__(self, photos, views):
        self._photos, self._views = photos, views

    def draw(self, rng, side):
        whole = side + 2 * BEYOND
        if self._views and rng.random() < .45:
            sharp, radius = self._view(rng, whole)
        else:
            sharp, radius = self._photo(rng, whole)
        blurred = defocused(sharp, radius, rng)
        inside = np.s_[BEYOND:-BEYOND, BEYOND:-BEYOND]
        return Pair(blurred[inside], sharp[inside], np.abs(radius[inside]))

    def _view(self, rng, side):
        """The depth's own layers, and any focus."""
        view = rng.choice(self._views)
        rgb, (disparity,) = _part(view.rgb, [view.disparity], rng, side)
        d = disparity.astype(np.float32) / 65535
        spread = max(float(d.max() - d.min()), .02)
        focus = d.flat[rng.randrange(d.size)] if rng.random() < .7 else rng.uniform(float(d.min()), float(d.max()))
        return rgb, np.clip((d - focus) / spread * rng.uniform(0, 1.6 * MOST_RADIUS), -MOST_RADIUS, MOST_RADIUS)

    def _photo(self, rng, side):
        """The subject before the rest, each at a distance of its own, or a plane that leans."""
        photo = rng.choice(self._photos)
        kind = rng.random()
        rgb, masks = _part(photo.rgb, [] if photo.mask is None else [photo.mask], rng, side)
        here = rng.uniform(0, MOST_RADIUS * .8) * rng.choice((0, 1, 1))
        if kind < .4 and masks:
            behind, before = rng.choice(((-here, 0.), (0., here), (-here, rng.uniform(0, 6))))
            return rgb, np.where(masks[0] > 127, before, behind).astype(np.float32)
        if kind < .7:
            y, x = np.mgrid[0:side, 0:side].astype(np.float32) / side - .5
            angle = rng.uniform(0, 2 * np.pi)
            return rgb, np.clip(here + (x * np.cos(angle) + y * np.sin(angle)) * rng.uniform(0, 10), -MOST_RADIUS, MOST_RADIUS)
        return rgb, np.full((side, side), here, np.float32)


def _part(rgb, others, rng, side):
    """A square part, sometimes shrunk: sharper edges than a photo has at its own size."""
    h, w = rgb.shape[:2]
    size = min(h, w, int(side * rng.choice((1, 1, rng.uniform(1, 1.8)))))
    x, y = rng.randrange(w - size + 1), rng.randrange(h - size + 1)
    box = np.s_[y:y + size, x:x + size]
    if size == side:
        return rgb[box], [o[box] for o in others]
    how = cv2.INTER_AREA if size > side else cv2.INTER_CUBIC
    return cv2.resize(rgb[box], (side, side), interpolation=how), [cv2.resize(o[box], (side, side), interpolation=cv2.INTER_NEAREST) for o in others]


def defocused(sharp, radius, rng):
    """The radius is signed, negative behind the focus; lights and lens are drawn at random."""
    light = linear(sharp)
    if rng.random() < .4:
        bright = light.max(2) > HIGHLIGHT
        light[bright] *= rng.uniform(1, 4)
    lens = rng.choice(("disc", "disc", "polygon", "soft"))
    corners, turn = rng.randint(5, 9), rng.uniform(0, 2 * np.pi)
    return encoded(blurred(light, radius, lambda r: kernel(lens, abs(r), corners, turn)))


def blurred(light, radius, psf):
    """Far layers first, each blurred together with its own coverage.  ``psf`` makes a kernel of a signed radius, or None."""
    low, high = float(radius.min()), float(radius.max())
    count = 1 if high - low < .3 else min(LAYERS, max(2, round((high - low) / .8)))
    edges = np.linspace(low, high, count + 1)
    layer = np.clip(np.digitize(radius, edges[1:-1]), 0, count - 1)
    total, coverage = np.zeros_like(light), np.zeros(light.shape[:2], np.float32)
    for k in range(count):
        here = (layer == k).astype(np.float32)
        if not here.any():
            continue
        alpha, colour = spread(here, light * here[..., None], psf((edges[k] + edges[k + 1]) / 2))
        total, coverage = total * (1 - alpha[..., None]) + colour, coverage * (1 - alpha) + alpha
    return total / np.maximum(coverage, 1e-3)[..., None]


def spread(alpha, colour, psf):
    """A layer's coverage and its colours times coverage, both blurred."""
    return (alpha, colour) if psf is None else tuple(cv2.filter2D(a, -1, psf, borderType=cv2.BORDER_REFLECT) for a in (alpha, colour))


def linear(rgb):
    return _LINEAR[rgb]


def encoded(light):
    v = np.clip(light, 0, 1)
    return (np.where(v <= .0031308, 12.92 * v, 1.055 * np.power(v, 1 / 2.4, dtype=np.float32) - .055) * 255).round().astype(np.uint8)


def _table():
    v = np.arange(256, dtype=np.float64) / 255
    return np.where(v <= .04045, v / 12.92, ((v + .055) / 1.055) ** 2.4).astype(np.float32)


_LINEAR = _table()

"""Scenes of layers that are known behind one another, so that what a lens draws of them is known, too."""
import math

import cv2
import numpy as np

from .aperture import kernel
from .layered_pairs import blurred, encoded, linear

MOST_RADIUS = 12.0
BLADES = (0, 0, 0, 5, 6, 7, 8)
POINTS = 256         # of the opening, through which a scene is looked at
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


class LayeredScene:
    """A background, whose disparity is that of its rows, and flat cut-outs before it: (colour in linear light, coverage, disparity), far to near."""

    def __init__(self, background, disparity, layers):
        self.background, self.disparity, self.layers = background, disparity, layers

    def sharp(self):
        """Linear light, everything in focus, and the disparity of what is seen."""
        light, seen = self.background.copy(), self.disparity.copy()
        for colour, alpha, here in self.layers:
            light = light * (1 - alpha[..., None]) + colour * alpha[..., None]
            seen[alpha > .5] = here
        return light, seen

    def through(self, lens):
        """Linear light through a lens: the mean of what is seen through its points.  No approximation but their number."""
        layers = [(np.dstack((colour * alpha[..., None], alpha)).astype(np.float32), lens.radius(here)) for colour, alpha, here in self.layers]
        rows = lens.radius(self.disparity[:, 0])
        points = lens.points()
        total = np.zeros_like(self.background)
        for point in points:
            # Before the focus the opening's picture stands on its head, behind it does not.
            light = _rows_shifted(self.background, -rows * point[0], -rows * point[1])
            for layer, radius in layers:
                moved = _shifted(layer, -radius * point[0], -radius * point[1])
                light = light * (1 - moved[..., 3:]) + moved[..., :3]
            total += light
        return total / len(points)


class Lens:
    """``k`` pixels of radius a unit of disparity, disparity in focus, blades (0 = round) and the direction of a corner in radians, from the right counter-clockwise."""

    def __init__(self, k, focus, blades, turn):
        self.k, self.focus, self.blades, self.turn = k, focus, blades, turn

    def radius(self, disparity):
        return np.clip(self.k * (disparity - self.focus), -MOST_RADIUS, MOST_RADIUS)

    def points(self):
        """Points spread evenly over the opening, whose outermost radius is 1; x to the right, y down."""
        share = self.blades * math.sin(2 * math.pi / self.blades) / (2 * math.pi) if self.blades else 1
        count = math.ceil(POINTS / share)
        distance, angle = np.sqrt((np.arange(count) + .5) / count), np.arange(count) * GOLDEN_ANGLE
        x, y = distance * np.cos(angle), distance * np.sin(angle)
        if not self.blades:
            return np.stack((x, y), 1)
        middles = self.turn + (2 * np.arange(self.blades) + 1) * math.pi / self.blades
        inside = np.all(x[:, None] * np.cos(middles) - y[:, None] * np.sin(middles) <= math.cos(math.pi / self.blades), 1)
        return np.stack((x, y), 1)[inside]

    def psf(self, radius):
        """What a filter that adds up neighbours needs: behind the focus the picture of the opening, turned by half, before it the opening itself."""
        one = kernel("polygon" if self.blades else "disc", abs(float(radius)), self.blades or 6, -self.turn)
        return one if one is None or radius > 0 else np.ascontiguousarray(one[::-1, ::-1])


def _shifted(picture, right, down):
    h, w = picture.shape[:2]
    return cv2.warpAffine(picture, np.float32([[1, 0, right], [0, 1, down]]), (w, h), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)


def _rows_shifted(picture, right, down):
    """Every row moved by its own way."""
    h, w = picture.shape[:2]
    rows = np.arange(h, dtype=np.float32)
    # Beyond the picture a plane goes on.
    first, last = down[0], down[-1]
    source = np.interp(rows, np.r_[first - h, rows + down, last + 2 * h], np.r_[-h, rows, 2 * h]).astype(np.float32)
    across = np.interp(source, rows, right).astype(np.float32)
    x = np.arange(w, dtype=np.float32)[None] - across[:, None]
    return cv2.remap(picture, x, np.repeat(source[:, None], w, 1), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)


def draw_scene(composer, rng, width, height):
    background, disparity, layers, _ = composer.layers(rng, width, height)
    return LayeredScene(linear(background), disparity, [(linear(np.clip(colour, 0, 255).astype(np.uint8)), alpha, here) for colour, alpha, here in layers])


def draw_lens(rng, disparity):
    """A lens for a scene: focused on something in it, and as strong as its depth allows."""
    low, high = float(disparity.min()), float(disparity.max())
    focus = float(disparity.flat[rng.randrange(disparity.size)])
    strength = rng.uniform(4, MOST_RADIUS) / max(high - focus, focus - low, .05)
    blades = rng.choice(BLADES)
    return Lens(strength, focus, blades, round(rng.uniform(0, 2 * np.pi), 1) if blades else 0.)


def flat_blur(scene, lens):
    """What a renderer that knows nothing of what is hidden makes of the sharp picture: stands in for the program in the tests."""
    light, seen = scene.sharp()
    return encoded(blurred(light, lens.radius(seen), lens.psf))

"""Scenes of layers that are known behind one another, so that what a lens draws of them is known, too."""
import numpy as np

from .aperture import kernel
from .layered_pairs import blurred, encoded, linear, spread

MOST_RADIUS = 12.0
BLADES = (0, 0, 0, 5, 6, 7, 8)


class LayeredScene:
    """A background with disparity, and cut-outs before it: (colour in linear light, coverage, disparity), far to near."""

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
        """Linear light through a lens."""
        light = blurred(self.background, lens.radius(self.disparity), lens.psf)
        for colour, alpha, here in self.layers:
            covered, light_of = spread(alpha, colour * alpha[..., None], lens.psf(lens.radius(here)))
            light = light * (1 - covered[..., None]) + light_of
        return light


class Lens:
    """``k`` pixels of radius a unit of disparity, disparity in focus, blades (0 = round) and the direction of a corner in radians, from the right counter-clockwise."""

    def __init__(self, k, focus, blades, turn):
        self.k, self.focus, self.blades, self.turn = k, focus, blades, turn

    def radius(self, disparity):
        return np.clip(self.k * (disparity - self.focus), -MOST_RADIUS, MOST_RADIUS)

    def psf(self, radius):
        """What a filter that adds up neighbours needs: behind the focus the picture of the opening, turned by half, before it the opening itself."""
        one = kernel("polygon" if self.blades else "disc", abs(float(radius)), self.blades or 6, -self.turn)
        return one if one is None or radius > 0 else np.ascontiguousarray(one[::-1, ::-1])


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

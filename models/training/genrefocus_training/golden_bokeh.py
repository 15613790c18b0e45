"""Writes what the bridge of stage 2 is given for a tiny scene, so that the program's tests can compare with it.

    python3 -m genrefocus_training.golden_bokeh > ../../tests/GenRefocus.Diffusion.Tests/Bokeh/golden-bokeh.json

The file is the reference: change it only with a network that was trained on something else.
"""
import json
import math
import sys

import numpy as np

from .bokeh_pairs import APERTURE_CHANNELS, BokehPair, aperture
from .make_bokeh_pairs import rotation
from .train_bokeh import CONDITIONS, tensors

WIDTH, HEIGHT = 33, 13
BLADES, TURN = 6, .7
LENSES = ((0, 0.), (5, 0.), (5, .4), (6, math.pi / 2), (7, 3.), (8, 5.9))
DIGITS = 7


def scene():
    """Something near, something far and a slope, with edges at borders and corners too."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    radius = -.5 - .05 * x
    radius[(x > 29) & (y < 3)] = 1.5
    radius[(x - 8) ** 2 + (y - 6) ** 2 < 9] = .75
    radius[0, 0] = -4.75
    colours = [np.stack([(a * x + b * y) % 256 for a, b in pairs], -1).astype(np.uint8) for pairs in (((37, 11), (5, 90), (61, 7)), ((3, 20), (9, 14), (17, 2)))]
    return BokehPair(colours[0], colours[0], colours[1], radius.astype(np.float32), BLADES, TURN)


def rounded(values):
    return [round(float(v), DIGITS) for v in np.asarray(values).ravel()]


def main():
    pair = scene()
    given, _, conditions, band = (t.cpu().numpy()[0] for t in tensors([pair]))
    assert conditions.shape == (CONDITIONS, HEIGHT, WIDTH)
    json.dump({
        "width": WIDTH, "height": HEIGHT, "blades": BLADES, "rotation": rotation(TURN),
        "drawn": pair.drawn.ravel().tolist(), "sharp": pair.sharp.ravel().tolist(), "radius": rounded(pair.radius),
        "band": rounded(band), "given": rounded(given), "conditions": rounded(conditions[:-APERTURE_CHANNELS]), "lens": rounded(conditions[-APERTURE_CHANNELS:, 0, 0]),
        "lenses": [{"blades": blades, "rotation": rotation(turn), "numbers": rounded(aperture(blades, turn))} for blades, turn in LENSES],
    }, sys.stdout)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()

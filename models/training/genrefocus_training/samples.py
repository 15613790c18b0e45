"""The three pictures with exact depth that lie in the repository: enough to see that training works."""
import random

import cv2
import numpy as np

from . import places
from .composites import Composer
from .photos import Photo, read_rgb
from .rgbd import View

NAMES = ("lantern", "chess", "meadow")
SIDE = 320
BATCHES = 2         # so few that a network that learns has to know them after a few steps


class SampleViews:
    def __init__(self):
        self.views = [_read(name) for name in NAMES]

    def scan(self):
        """There are no more."""


def sample_views():
    return SampleViews()


def sample_photos():
    """The samples as photos without a mask."""
    return [Photo(view.name, view.rgb, None) for view in sample_views().views]


def sample_composer():
    """Composites of the samples' own pictures: the nearest quarter of one, cut out, before another."""
    views = sample_views().views
    cutouts = []
    for view in views:
        near = view.disparity > np.percentile(view.disparity, 75)
        alpha = cv2.GaussianBlur(near.astype(np.float32), (0, 0), 1) * 255
        cutouts.append(np.dstack([view.rgb, alpha.astype(np.uint8)]))
    return Composer([view.rgb for view in views], cutouts)


def same_batch(step):
    """The random numbers of a step: those of the first steps over and over."""
    return random.Random(step % BATCHES)


def _read(name):
    folder = places.REPOSITORY / "samples"
    rgb = read_rgb(folder / f"{name}.jpg", SIDE)
    disparity = cv2.imread(str(folder / f"{name}.depth.png"), cv2.IMREAD_UNCHANGED)
    disparity = cv2.resize(disparity, (rgb.shape[1], rgb.shape[0]), interpolation=cv2.INTER_NEAREST)
    return View(name, rgb, np.maximum(disparity, 66), None)

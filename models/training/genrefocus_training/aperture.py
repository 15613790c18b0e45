"""Small kernels of apertures, their borders averaged within each pixel."""
import functools
import math

import cv2
import numpy as np

FINE = 8             # samples a pixel and axis
STEP = 1 / 8         # radii are rounded to this
LEAST = .25          # below, a lens draws a pixel as a pixel


def kernel(shape, radius, corners=6, turn=0.):
    """Weights that sum to one, or None where there is nothing to blur.  ``shape``: disc, polygon, soft."""
    radius = round(radius / STEP) * STEP
    return None if radius < LEAST else _kernel(shape, radius, corners if shape == "polygon" else 0, round(turn, 1) if shape == "polygon" else 0.)


@functools.lru_cache(maxsize=4096)
def _kernel(shape, radius, corners, turn):
    half = math.ceil(radius + .5)
    side = (2 * half + 1) * FINE
    at = (np.arange(side, dtype=np.float32) + .5) / FINE - half - .5
    distance = np.hypot(at[:, None], at[None])
    if shape == "polygon":
        fine = np.zeros((side, side), np.float32)
        angles = turn + 2 * math.pi * np.arange(corners) / corners
        points = np.stack((np.cos(angles), np.sin(angles)), 1) * radius * FINE + side / 2 - .5
        cv2.fillPoly(fine, [(points * 16).round().astype(np.int32)], 1., shift=4)
    elif shape == "soft":
        fine = np.clip(1 - distance / (1.15 * radius), 0, 1) ** .5
    else:
        fine = (distance <= radius).astype(np.float32)
    small = fine.reshape(side // FINE, FINE, side // FINE, FINE).mean((1, 3))
    return small / small.sum()

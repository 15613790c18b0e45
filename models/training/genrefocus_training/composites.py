"""Layered pictures: cut-outs before a photo.  The masks are exact; the disparity follows from where things stand on the ground."""
import cv2
import numpy as np


class Composer:
    """Makes composites.  ``backgrounds`` are RGB pictures, ``cutouts`` RGBA ones."""

    def __init__(self, backgrounds, cutouts):
        self._backgrounds, self._cutouts = backgrounds, cutouts

    def draw(self, rng, width, height):
        """RGB (8 bit), disparity (float, 0 to about 1.2) and the mask of the nearest cut-out (0 to 1)."""
        background, disparity, layers, nearest = self.layers(rng, width, height)
        rgb, subject = background.astype(np.float32), np.zeros((height, width), np.float32)
        for k, (colour, alpha, here) in enumerate(layers):
            rgb = rgb * (1 - alpha[..., None]) + colour * alpha[..., None]
            disparity[alpha > .5] = here
            subject = np.maximum(subject * (1 - alpha), alpha) if k == nearest else subject * (1 - alpha)
        return rgb.astype(np.uint8), disparity, subject

    def layers(self, rng, width, height):
        """A background (RGB, 8 bit), its disparity, the cut-outs before it, far to near, each with colour, coverage and disparity, and which of them is the subject (None: it lies
        outside)."""
        background = crop(rng.choice(self._backgrounds), rng, width, height)
        disparity, horizon = ground(rng, width, height)
        foot = disparity[-1, 0]
        bottoms = sorted(rng.uniform(horizon + .08 * height, 1.15 * height) for _ in range(rng.randint(1, 4)))
        layers, nearest = [], None
        for bottom in bottoms:
            near = min(1.15, (bottom - horizon) / (height - horizon)) * foot
            layer = self._place(rng, width, height, bottom, rng.uniform(.35, 1) * height * min(1.1, .35 + near))
            if layer is None:
                continue
            nearest = len(layers) if bottom == bottoms[-1] else None
            layers.append((*layer, max(near, .05) * rng.uniform(1, 1.05)))
        return background, disparity, layers, nearest

    def _place(self, rng, width, height, bottom, size):
        cutout = rng.choice(self._cutouts)
        h = max(12, int(size))
        w = min(2 * width, max(8, int(cutout.shape[1] * h / cutout.shape[0])))
        cutout = cv2.resize(cutout, (w, h), interpolation=cv2.INTER_AREA)
        if rng.random() < .5:
            cutout = cutout[:, ::-1]
        left, top = int(rng.uniform(-.2, .9) * width), int(bottom - h)
        x0, x1, y0, y1 = max(left, 0), min(left + w, width), max(top, 0), min(top + h, height)
        if x1 - x0 < 6 or y1 - y0 < 6:
            return None
        part = cutout[y0 - top:y1 - top, x0 - left:x1 - left].astype(np.float32)
        colour, alpha = np.zeros((height, width, 3), np.float32), np.zeros((height, width), np.float32)
        gain = rng.uniform(.75, 1.25)
        colour[y0:y1, x0:x1], alpha[y0:y1, x0:x1] = np.clip(part[..., :3] * gain, 0, 255), part[..., 3] / 255
        return colour, alpha


def standing(photo, rng, width, height):
    """A photo and the weak guess of its disparity: ground below a horizon, the subject as near as the ground where it stands; None where that says nothing."""
    share = (photo.mask > 128).mean() if photo.mask is not None else 0
    if not .04 < share < .6:
        return None
    rgb = cv2.resize(photo.rgb, (width, height), interpolation=cv2.INTER_AREA)
    mask = cv2.resize(photo.mask, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    disparity, _ = ground(rng, width, height)
    bottom = np.where((mask > .5).any(1))[0]
    if not len(bottom):
        return None
    near = disparity[bottom.max(), 0] * rng.uniform(1, 1.15) + .08
    return rgb, disparity * (1 - mask) + mask * np.maximum(near, disparity)


def ground(rng, width, height):
    """Disparity of an endless floor below a random horizon, and the horizon's row."""
    horizon = rng.uniform(.1, .65) * height
    rows = np.arange(height, dtype=np.float32)[:, None]
    column = np.clip((rows - horizon) / (height - horizon), 0, 1) * rng.uniform(.6, 1) + rng.uniform(.005, .06)
    return np.repeat(column, width, 1), horizon


def crop(picture, rng, width, height):
    """A random part of a picture, resized."""
    h, w = picture.shape[:2]
    ratio = width / height
    cw = min(w, h * ratio) * rng.uniform(.6, 1)
    ch = cw / ratio
    x, y = int(rng.uniform(0, w - cw)), int(rng.uniform(0, h - ch))
    return cv2.resize(picture[y:y + max(1, int(ch)), x:x + max(1, int(cw))], (width, height), interpolation=cv2.INTER_AREA)

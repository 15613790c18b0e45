"""Pictures with disparity: rendered views and Middlebury pairs."""
import json

import cv2
import numpy as np

from . import holdout
from .photos import read_rgb

REAL_SIDE = 640
SKY = 1e-3           # disparity of the sky, which the renders store as 0: far, not unknown


class View:
    """RGB, 8 bit; disparity as 16 bit, 0 = unknown; the subject's mask as 8 bit or None."""

    def __init__(self, name, rgb, disparity, subject):
        self.name, self.rgb, self.disparity, self.subject = name, rgb, disparity, subject


class RenderedViews:
    """The views in some folders of the scene generator; ``scan`` adds those that have appeared since."""

    def __init__(self, folders, limit=None):
        self._folders, self._limit, self._seen, self.views = folders, limit, set(), []
        self.scan()

    def scan(self):
        for folder in self._folders:
            for line in _lines(folder / "index.jsonl"):
                if self._limit and len(self.views) >= self._limit:
                    return
                entry = json.loads(line)
                if entry["name"] in self._seen or holdout.is_evaluation_seed(entry["seed"]):
                    continue
                self._seen.add(entry["name"])
                view = _read(folder, entry["name"])
                if view is not None:
                    self.views.append(view)


def load_real(data):
    """The structured-light pairs that may be trained on."""
    rgbd, views = data / "rgbd", []
    held = holdout.validation_pictures(rgbd)
    for path in sorted(rgbd.glob("mb20*_rgb.jpg")):
        name = path.stem[:-len("_rgb")]
        if name in held:
            continue
        rgb = read_rgb(path, REAL_SIDE)
        disparity = cv2.imread(str(rgbd / f"{name}_disp.png"), cv2.IMREAD_UNCHANGED)
        views.append(View(name, rgb, cv2.resize(disparity, (rgb.shape[1], rgb.shape[0]), interpolation=cv2.INTER_NEAREST), None))
    return views


def _lines(path):
    # The last line may still be being written.
    return [line for line in path.read_text().splitlines() if line.endswith("}")] if path.exists() else []


def _read(folder, name):
    disparity = cv2.imread(str(folder / f"{name}_disp.png"), cv2.IMREAD_UNCHANGED)
    picture = cv2.imread(str(folder / f"{name}_rgb.jpg"))
    if disparity is None or picture is None or disparity.shape != picture.shape[:2]:
        return None
    mask = folder / f"{name}_subj.png"
    subject = cv2.imread(str(mask), cv2.IMREAD_GRAYSCALE) if mask.exists() else None
    sky = np.uint16(round(SKY * 65535))
    return View(name, np.ascontiguousarray(picture[..., ::-1]), np.maximum(disparity, sky), subject)

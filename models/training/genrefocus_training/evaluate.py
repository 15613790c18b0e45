"""Figures during training.  What is published is measured on the shipped file by ``genrefocus eval``."""
import json

import cv2
import numpy as np
import torch

from . import augment, holdout
from .photos import read_rgb

WIDTH, HEIGHT, PAIRS = 256, 192, 4000     # where the figures are computed
LONG_SIDE, MULTIPLE = 320, 32             # what the network sees


def network_size(width, height, side=LONG_SIDE):
    scale = side / max(width, height)
    return tuple(MULTIPLE * max(1, round(v * scale / MULTIPLE)) for v in (width, height))


def depth_cases(data):
    """Validation pictures as (name, tensor, truth)."""
    rgbd, cases = data / "rgbd", []
    for entry in json.loads((rgbd / "index.json").read_text()):
        if entry.get("validation"):
            picture = read_rgb(rgbd / f"{entry['name']}_rgb.jpg")
            truth = cv2.imread(str(rgbd / f"{entry['name']}_disp.png"), cv2.IMREAD_UNCHANGED).astype(np.float32) / 65535
            cases.append((entry["name"], tensor(picture), cv2.resize(truth, (WIDTH, HEIGHT), interpolation=cv2.INTER_NEAREST)))
    return cases


def tensor(picture, side=LONG_SIDE):
    width, height = network_size(picture.shape[1], picture.shape[0], side)
    shrinks = picture.shape[1] >= width and picture.shape[0] >= height
    small = cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
    return torch.from_numpy(augment.tensor(small.astype(np.float32) / 255)[None]).float()


@torch.no_grad()
def depth_figures(network, cases):
    """Means of rmse/std and ordinal error over the pictures."""
    figures = [depth_errors(cv2.resize(network(x.to(next(network.parameters()).device))[0, 0].cpu().numpy(), (WIDTH, HEIGHT)), truth) for _, x, truth in cases]
    rmse, order = np.mean(figures, 0)
    return {"rmse": round(float(rmse), 4), "ordinal": round(float(order), 4)}


def depth_errors(prediction, truth):
    valid = truth > 0
    x, y = prediction[valid].astype(np.float64), truth[valid].astype(np.float64)
    a = np.stack([x, np.ones_like(x)], 1)
    fitted = a @ np.linalg.lstsq(a, y, rcond=None)[0]
    i, j = np.random.RandomState(0).randint(0, len(x), PAIRS), np.random.RandomState(1).randint(0, len(x), PAIRS)
    ratio = y[i] / y[j]
    used = (ratio > 1.1) | (ratio < 1 / 1.1)
    return float(np.sqrt(((fitted - y) ** 2).mean()) / (y.std() + 1e-9)), float(((x[i] > x[j]) != (y[i] > y[j]))[used].mean())


def subject_cases(data, side):
    """Held-out photos as (name, class, tensor, the teacher's mask as truth values)."""
    cases = []
    for name, kind in sorted(holdout.subject_photos().items()):
        group, stem = name.split("__", 1)
        picture = read_rgb(data / "photos" / group / f"{stem}.jpg")
        mask = cv2.imread(str(data / "photos_masks" / f"{name}.png"), cv2.IMREAD_GRAYSCALE)
        cases.append((name, kind, tensor(picture, side), mask > 127))
    return cases


@torch.no_grad()
def subject_figures(network, cases):
    """Mean intersection over union, over all and by class."""
    overlaps = {}
    for _, kind, x, truth in cases:
        p = network(x.to(next(network.parameters()).device))[0, 0].cpu().numpy()
        p = cv2.resize(p, truth.shape[::-1]) > 0
        overlaps.setdefault(kind, []).append((p & truth).sum() / max(1, (p | truth).sum()))
    every = [v for values in overlaps.values() for v in values]
    return {"iou": round(float(np.mean(every)), 4), **{f"iou_{kind}": round(float(np.mean(v)), 4) for kind, v in sorted(overlaps.items())}}

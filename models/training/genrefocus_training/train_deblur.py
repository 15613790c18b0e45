"""Trains the estimator of the blur's radius and the bridge from a defocused to a sharp picture.

    python3 -m genrefocus_training.train_deblur [--steps N] [--folder DIR]

Goes on where the folder's last.pt stops.
"""
import json

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from . import bridge, options as arguments, places
from .bridge_networks import BlurNet, BridgeNet
from .defocus_pairs import DrawnPairs, LensPairs, crop, disturbed
from .loop import Job, device, train

SEED = 3
BATCH, SIDE = 8, 192
LENS_SHARE = .35
RADIUS_SCALE = 1 / 8         # what the bridge sees of the radius
BLUR_WEIGHT, GRADIENT_WEIGHT = .05, .5


class DeblurNet(nn.Module):
    """Both networks, trained together; the bridge is told the true radius at first and the estimated one in the end."""

    def __init__(self):
        super().__init__()
        self.encoder, self.bridge = BlurNet(), BridgeNet(1)

    def forward(self, x, given, radius, t):
        return self.bridge(x, given, radius * RADIUS_SCALE, t)


def batch(lenses, drawn, rng):
    pairs = []
    while len(pairs) < BATCH:
        source = lenses if len(lenses) and (rng.random() < LENS_SHARE or not len(drawn)) else drawn
        pair = crop(source.draw(rng), rng, SIDE)
        if pair.radius.shape == (SIDE, SIDE):
            pairs.append(pair)
    blurred = np.stack([disturbed(p.blurred, rng).transpose(2, 0, 1) for p in pairs])
    sharp = np.stack([p.sharp.transpose(2, 0, 1) for p in pairs]).astype(np.float32) / 255
    radius = np.stack([p.radius for p in pairs])[:, None]
    return [torch.from_numpy(np.ascontiguousarray(a)).float().to(device()) for a in (blurred, sharp, radius)] + [rng.getrandbits(31)]


def loss(network, drawn, step, steps):
    blurred, sharp, radius, seed = drawn
    estimated = network.encoder(blurred)
    wanted = F.avg_pool2d(radius, 4)
    total = BLUR_WEIGHT * (torch.log1p(estimated) - torch.log1p(wanted)).abs().mean()
    generator = torch.Generator().manual_seed(seed)
    t = bridge.times(generator, len(blurred)).to(blurred.device)
    noise = torch.randn(blurred.shape, generator=generator).to(blurred.device)
    told = wanted if step < steps // 3 else estimated.detach()
    told = F.interpolate(told, blurred.shape[2:], mode="bilinear", align_corners=False)
    guess = network(bridge.between(blurred, sharp, t, noise), blurred, told, t)
    error = guess - sharp
    total = total + torch.sqrt(error * error + 1e-6).mean()
    for axis in (2, 3):
        total = total + GRADIENT_WEIGHT * error.diff(dim=axis).abs().mean()
    return total


def main():
    parser = arguments.parser(__doc__, 12000)
    options = parser.parse_args()
    root = places.data()
    if root is None:
        parser.error("the training data is not there: set GENREFOCUS_DATA")
    folder = arguments.folder(options, "deblur")
    lenses = LensPairs([root / "rgbd" / "synthetic" / "dof", places.work() / "views" / "dof"])
    drawn = DrawnPairs(places.work() / "pairs")
    print(json.dumps({"lens": len(lenses), "drawn": len(drawn)}), flush=True)
    job = Job(DeblurNet(), lambda rng, step: batch(lenses, drawn, rng), lambda net, teacher, data, step: loss(net, data, step, options.steps), lambda net: {})
    train(job, folder, options.steps, 6e-4, 6e-4, options.steps, SEED, options.threads, options.log_every)


if __name__ == "__main__":
    main()

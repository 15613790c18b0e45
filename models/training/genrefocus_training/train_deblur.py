"""Trains the estimator of the blur's radius and the bridge from a defocused to a sharp picture.

    python3 -m genrefocus_training.train_deblur [--steps N] [--folder DIR] [--small]

Goes on where the folder's last.pt stops.  ``--small`` is the test's few steps on the repository's three samples.
"""
import json

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from . import bridge, evaluate_deblur, options as arguments, places
from .bridge_networks import BlurNet, BridgeNet
from .defocus_pairs import DrawnPairs, LensPairs, crop, disturbed, turned
from .layered_pairs import LayeredPairs
from .loop import Job, device, train
from .photos import training_photos
from .rgbd import RenderedViews
from .samples import same_batch, sample_photos, sample_views

SEED = 3
BATCH, SIDE = 6, 128
SMALL_BATCH, SMALL_SIDE = 3, 64
SHARES = (("lens", .15), ("drawn", .25), ("layered", .6))
RADIUS_SCALE = 1 / 8         # what the bridge sees of the radius
BLUR_WEIGHT, GRADIENT_WEIGHT = .05, .5
TOLD_TRULY = .25             # share of the steps in which the bridge is told the true radius


class DeblurNet(nn.Module):
    """Both networks, trained together; the bridge is told the true radius at first and the estimated one in the end."""

    def __init__(self):
        super().__init__()
        self.encoder, self.bridge = BlurNet(), BridgeNet(1)

    def forward(self, x, given, radius, t):
        radius = F.interpolate(radius, given.shape[2:], mode="bilinear", align_corners=False)
        return self.bridge(x, given, radius * RADIUS_SCALE, t)


class DeblurData:
    """Draws pairs from what there is."""

    def __init__(self, lens, drawn, layered):
        self._sources = {"lens": lens, "drawn": drawn, "layered": layered}
        self._shares = [(name, share) for name, share in SHARES if name == "layered" or len(self._sources[name])]

    def draw(self, rng, side):
        kind = rng.choices([k for k, _ in self._shares], [w for _, w in self._shares])[0]
        source = self._sources[kind]
        return turned(source.draw(rng, side) if kind == "layered" else crop(source.draw(rng), rng, side), rng)


def batch(data, rng, count=BATCH, side=SIDE):
    pairs = [data.draw(rng, side) for _ in range(count)]
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
    told = wanted if step < TOLD_TRULY * steps else estimated.detach()
    guess = network(bridge.between(blurred, sharp, t, noise), blurred, told, t)
    error = guess - sharp
    total = total + torch.sqrt(error * error + 1e-6).mean()
    for axis in (2, 3):
        total = total + GRADIENT_WEIGHT * error.diff(dim=axis).abs().mean()
    return total


def main():
    parser = arguments.parser(__doc__, 12000)
    parser.add_argument("--small", action="store_true")
    options = parser.parse_args()
    root = places.data()
    if root is None and not options.small:
        parser.error("the training data is not there: set GENREFOCUS_DATA, or use --small")
    folder = arguments.folder(options, "deblur")
    if options.small:
        data = DeblurData([], [], LayeredPairs(sample_photos(), sample_views().views))
        draw, checks, scan = lambda rng, step: batch(data, same_batch(step), SMALL_BATCH, SMALL_SIDE), lambda net: {}, lambda: None
    else:
        views = RenderedViews([root / "rgbd" / "synthetic", places.work() / "views"])
        folders = [root / "rgbd" / "synthetic" / "dof", places.work() / "views" / "dof"]
        lens = LensPairs(folders)
        drawn = DrawnPairs(places.work() / "pairs")
        data = DeblurData(lens, drawn, LayeredPairs(training_photos(root), views.views))
        cases = evaluate_deblur.cases(folders)
        print(json.dumps({"lens": len(lens), "drawn": len(drawn), "views": len(views.views)}), flush=True)
        draw, checks, scan = lambda rng, step: batch(data, rng), lambda net: evaluate_deblur.figures(net, cases), views.scan
    job = Job(DeblurNet(), draw, lambda net, teacher, drawn, step: loss(net, drawn, step, options.steps), checks, scan)
    train(job, folder, options.steps, 6e-4, 6e-4, 500, SEED, options.threads, options.log_every)


if __name__ == "__main__":
    main()

"""Trains the bridge from what the program draws to what a lens draws, in a band around edges of the depth.

    python3 -m genrefocus_training.train_bokeh [--steps N] [--folder DIR] [--small]

Needs what make_bokeh_pairs makes (pairs.sh bokeh).  Goes on where the folder's last.pt stops.  ``--small`` is the test's few steps on layers of the repository's three samples.
"""
import json

import numpy as np
import torch

from . import bridge, options as arguments, places
from .bokeh_pairs import APERTURE_CHANNELS, BokehPair, StoredPairs, aperture, crop, varied
from .bokeh_scenes import draw_lens, draw_scene, flat_blur
from .bridge_networks import MULTIPLE, BridgeNet
from .layered_pairs import encoded
from .loop import Job, device, train
from .samples import same_batch, sample_composer

SEED = 4
BATCH, SIDE = 6, 128
SMALL_BATCH, SMALL_SIZE = 2, (128, 96)
RADIUS_SCALE = 1 / 8         # what the bridge sees of the radius
GRADIENT_WEIGHT = .5
SQUARE_UP_TO = .1           # errors below count squared: most pixels are nearly right, and edges that are not are what is to be repaired
WIDTHS = (32, 48, 96, 128)
CONDITIONS = 4 + APERTURE_CHANNELS
MOST_FIGURES = 24


class BokehNet(torch.nn.Module):
    """Conditions: the sharp picture, the signed radius in pixels, the lens' numbers."""

    def __init__(self):
        super().__init__()
        self.bridge = BridgeNet(CONDITIONS, WIDTHS)

    def forward(self, x, given, conditions, t):
        return self.bridge(x, given, torch.cat((conditions[:, :3], conditions[:, 3:4] * RADIUS_SCALE, conditions[:, 4:]), 1), t)


def tensors(pairs):
    """Drawn, true, conditions, band."""
    drawn, true = (np.stack([getattr(p, kind).transpose(2, 0, 1) for p in pairs]).astype(np.float32) / 255 for kind in ("drawn", "true"))
    conditions, bands = [], []
    for pair in pairs:
        h, w = pair.radius.shape
        planes = [pair.sharp.transpose(2, 0, 1).astype(np.float32) / 255, pair.radius[None], np.tile(np.float32(aperture(pair.blades, pair.turn))[:, None, None], (1, h, w))]
        conditions.append(np.concatenate(planes))
        bands.append(pair.band[None])
    return [torch.from_numpy(np.ascontiguousarray(a)).float().to(device()) for a in (drawn, true, np.stack(conditions), np.stack(bands))]


def batch(pairs, rng):
    return tensors([varied(crop(pairs.draw(rng), rng, SIDE), rng) for _ in range(BATCH)]) + [rng.getrandbits(31)]


def small_batch(composer, rng):
    """The tests': the flat blur of layered scenes stands in for the program."""
    pairs = []
    for _ in range(SMALL_BATCH):
        scene = draw_scene(composer, rng, *SMALL_SIZE)
        light, seen = scene.sharp()
        lens = draw_lens(rng, seen)
        pairs.append(BokehPair(flat_blur(scene, lens), encoded(scene.through(lens)), encoded(light), lens.radius(seen), lens.blades, lens.turn))
    return tensors(pairs) + [rng.getrandbits(31)]


def loss(network, drawn):
    """Only the band counts: outside it the program's picture is kept."""
    given, true, conditions, band, seed = drawn
    generator = torch.Generator().manual_seed(seed)
    t = bridge.times(generator, len(given)).to(given.device)
    noise = torch.randn(given.shape, generator=generator).to(given.device)
    error = (network(bridge.between(given, true, t, noise), given, conditions, t) - true) * band
    share = band.mean().clamp_min(.01)
    return (cost(error) + GRADIENT_WEIGHT * (cost(error.diff(dim=2)) + cost(error.diff(dim=3)))) / share


def cost(error):
    """Mean of squares near 0 and of absolute values far from it (Charbonnier), 1 a unit of absolute error."""
    return (torch.sqrt(error * error + SQUARE_UP_TO ** 2) - SQUARE_UP_TO).mean()


@torch.no_grad()
def figures(network, held):
    """Mean gain in dB over what the program draws, in the band, for each kind of scene."""
    network.eval()
    found = {f"gain_{kind}": round(float(np.mean([gain(network, held.at(k)) for k in indices[:MOST_FIGURES]])), 3) for kind, indices in held.kinds.items()}
    network.train()
    return found


def gain(network, pair):
    h, w = (v // MULTIPLE * MULTIPLE for v in pair.radius.shape)
    given, true, conditions, band = tensors([pair.changed(lambda a: a[:h, :w])])
    guess = network(given, given, conditions, torch.ones(1, device=given.device)).clamp(0, 1)
    before, after = (float(((x - true) ** 2 * band).sum()) for x in (given, given + band * (guess - given)))
    return 10 * np.log10(max(before, 1e-9) / max(after, 1e-9))


def main():
    parser = arguments.parser(__doc__, 8000)
    parser.add_argument("--small", action="store_true")
    options = parser.parse_args()
    folder = arguments.folder(options, "bokeh")
    if options.small:
        composer = sample_composer()
        draw, checks = lambda rng, step: small_batch(composer, same_batch(step)), lambda net: {}
    else:
        pairs, held = StoredPairs(places.work() / "bokeh-pairs"), StoredPairs(places.work() / "bokeh-pairs", held_back=True)
        if not len(pairs):
            parser.error(f"{places.work() / 'bokeh-pairs'} holds no pairs: run pairs.sh bokeh first, or use --small")
        print(json.dumps({"pairs": len(pairs), "held_back": len(held)}), flush=True)
        draw, checks = lambda rng, step: batch(pairs, rng), lambda net: figures(net, held)
    job = Job(BokehNet(), draw, lambda net, teacher, drawn, step: loss(net, drawn), checks)
    train(job, folder, options.steps, 6e-4, 6e-4, 500, SEED, options.threads, options.log_every)


if __name__ == "__main__":
    main()

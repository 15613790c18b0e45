"""Figures during the training of the deblurring, on thin-lens sets that are held back.  What is published is measured on the shipped files by ``genrefocus eval deblur``."""
import numpy as np
import torch

from .bridge_networks import MULTIPLE
from .defocus_pairs import LensPairs

MOST = 12            # sets
RADII = (1, 6)       # pixels of radius where the gain is measured


def cases(folders):
    """(blurred, sharp, radius) of the held-back sets, cut to what the network takes."""
    lens, found = LensPairs(folders, held_back=True), []
    for k in range(min(MOST, len(lens))):
        pair = lens.at(k)
        h, w = (v // MULTIPLE * MULTIPLE for v in pair.radius.shape)
        found.append((pair.blurred[:h, :w], pair.sharp[:h, :w], pair.radius[:h, :w]))
    return found


@torch.no_grad()
def figures(network, held):
    """Mean gain in dB over the blurred picture where it is blurred, and over the whole picture; mean error of the radius in pixels."""
    gains, wholes, radii = [], [], []
    network.eval()
    for blurred, sharp, radius in held:
        x = torch.from_numpy(np.ascontiguousarray(blurred.transpose(2, 0, 1))[None]).float() / 255
        r = network.encoder(x)
        result = network(x, x, r, torch.ones(1))[0].numpy().transpose(1, 2, 0) * 255
        where = (radius >= RADII[0]) & (radius <= RADII[1])
        gains.append(_psnr(result, sharp, where) - _psnr(blurred, sharp, where))
        wholes.append(_psnr(result, sharp) - _psnr(blurred, sharp))
        radii.append(np.abs(r[0, 0].numpy() - radius[::4, ::4]).mean())
    network.train()
    return {"gain": _mean(gains), "gain_whole": _mean(wholes), "radius_error": _mean(radii)}


def _psnr(a, b, where=np.s_[:]):
    error = ((np.clip(a, 0, 255).astype(np.float64) - b) ** 2)[where].mean()
    return 10 * np.log10(255 ** 2 / max(error, 1e-9))


def _mean(values):
    return round(float(np.mean(values)), 4) if values else None

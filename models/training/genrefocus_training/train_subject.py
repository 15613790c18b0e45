"""Trains the subject network: a teacher's masks of photos, exact masks of composites and renders.

    python3 -m genrefocus_training.train_subject [--steps N] [--folder DIR] [--small]

Goes on where the folder's last.pt stops.  ``--small`` is the test's few steps on composites of the repository's three samples.
"""
import json

import cv2
import numpy as np
import torch

from . import augment, evaluate, losses, options as arguments, places
from .composites import Composer
from .loop import Job, device, train
from .networks import SubjectNet
from .photos import load_cutouts, training_photos
from .rgbd import RenderedViews
from .samples import same_batch, sample_composer

SEED = 2
BATCH = 6
SIDE = 384                   # long side that ships
SIZES = ((320, 224), (224, 320), (288, 288), (320, 256), (256, 320))
LARGE_SIZES = ((384, 256), (256, 384), (384, 288), (320, 320))
SMALL_SIZE = (160, 128)
LARGE_FROM = .7
SHARES = (("photo", .55), ("composite", .3), ("rendered", .15))
MIN_RENDERED, MAX_RENDERED = .04, .5     # share of a rendered picture that a subject covers


class SubjectData:
    """Draws training pictures with masks."""

    def __init__(self, photos, composer, views, shares):
        self._photos, self._composer, self._views, self._shares = photos, composer, views, shares

    def draw(self, rng, width, height):
        """RGB (8 bit) and mask (float, 0 to 1)."""
        kind = rng.choices([k for k, _ in self._shares], [w for _, w in self._shares])[0]
        if kind == "composite":
            rgb, _, mask = self._composer.draw(rng, width, height)
        else:
            source = rng.choice(self._photos if kind == "photo" else self._views)
            picture, whole = (source.rgb, source.mask) if kind == "photo" else (source.rgb, source.subject)
            box = augment.window(rng, picture.shape[1], picture.shape[0], width, height, smallest=.7)
            rgb = augment.part(picture, box, width, height, cv2.INTER_AREA)
            mask = augment.part(whole, box, width, height, cv2.INTER_LINEAR).astype(np.float32) / 255
        return (rgb[:, ::-1], mask[:, ::-1]) if rng.random() < .5 else (rgb, mask)


def batch(data, rng, width, height):
    pairs = [data.draw(rng, width, height) for _ in range(BATCH)]
    x = np.stack([augment.tensor(augment.colour(np.ascontiguousarray(rgb), rng, .8)) for rgb, _ in pairs])
    y = np.stack([np.ascontiguousarray(mask) for _, mask in pairs])[:, None]
    return torch.from_numpy(x).float().to(device()), torch.from_numpy(y).float().to(device())


def main():
    parser = arguments.parser(__doc__, 5000)
    parser.add_argument("--figures-every", type=int, default=500)
    parser.add_argument("--small", action="store_true")
    options = parser.parse_args()
    folder = arguments.folder(options, "subject")
    network, root = SubjectNet(), places.data()
    if options.small:
        data, checks = SubjectData([], sample_composer(), [], (("composite", 1),)), lambda net: {}
    elif root is None:
        parser.error("the training data is not there: set GENREFOCUS_DATA, or use --small")
    else:
        if not (folder / "last.pt").exists():
            network.encoder.load_tracer(root / "teachers" / "tracer_te0_fp16.pt")
        photos = training_photos(root)
        views = [v for v in RenderedViews([root / "rgbd" / "synthetic", places.work() / "views"]).views
                 if v.subject is not None and MIN_RENDERED < (v.subject > 127).mean() < MAX_RENDERED]
        composer = Composer([p.rgb for p in photos], load_cutouts(root, photos))
        data = SubjectData([p for p in photos if p.mask is not None], composer, views, SHARES)
        cases = evaluate.subject_cases(root, SIDE)
        checks = lambda net: evaluate.subject_figures(net, cases)
        print(json.dumps({"photos": len(photos), "views": len(views)}), flush=True)

    def draw(rng, step):
        if options.small:
            return batch(data, same_batch(step), *SMALL_SIZE)
        return batch(data, rng, *rng.choice(SIZES if step < LARGE_FROM * options.steps else LARGE_SIZES))

    job = Job(network, draw, lambda net, teacher, drawn, step: losses.mask_loss(net(drawn[0]), drawn[1]), checks)
    train(job, folder, options.steps, 1e-3, 2e-4, options.figures_every, SEED, options.threads, options.log_every)


if __name__ == "__main__":
    main()

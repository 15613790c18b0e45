"""Trains the depth network.

    python3 -m genrefocus_training.train_depth [--steps N] [--folder DIR] [--small]

Goes on where the folder's last.pt stops.  ``--small`` is the test's few steps on the three samples of the repository.
"""
import json

import cv2
import numpy as np
import torch

from . import augment, evaluate, losses, options as arguments, places
from .composites import Composer, standing
from .loop import Job, device, train
from .networks import DepthNet
from .photos import load_cutouts, training_photos
from .rgbd import RenderedViews, load_real
from .samples import same_batch, sample_composer, sample_views

SEED = 1
BATCH, UNLABELLED = 8, 2
SMALLER_SIZES = ((192, 128), (128, 192), (160, 160), (192, 160))
SIZES = ((256, 192), (192, 256), (224, 224), (288, 160))
LARGE_SIZES = ((320, 256), (256, 320), (320, 224))
SMALL_SIZE = (160, 128)
MIDDLE_FROM, LARGE_FROM = .5, .8     # shares of the steps from which on the pictures are larger, in the end of the size that ships
SHARES = (("rendered", .66), ("real", .14), ("standing", .08), ("composite", .12))
TEACHER_FROM, TEACHER_WEIGHT = .5, .35


class DepthData:
    """Draws training pictures."""

    def __init__(self, rendered, real, photos, composer, shares):
        self.rendered, self._real, self._photos, self._composer, self._shares = rendered, real, photos, composer, shares

    def labelled(self, rng, width, height):
        """RGB (8 bit) and disparity (float, 0 = unknown)."""
        kind = rng.choices([k for k, _ in self._shares], [w for _, w in self._shares])[0]
        if kind == "standing":
            found = standing(rng.choice(self._photos), rng, width, height)
            kind = "composite" if found is None else kind
        if kind == "standing":
            rgb, disparity = found
        elif kind == "composite":
            rgb, disparity, _ = self._composer.draw(rng, width, height)
        else:
            view = rng.choice(self.rendered.views if kind == "rendered" else self._real)
            box = augment.window(rng, view.rgb.shape[1], view.rgb.shape[0], width, height)
            rgb = augment.part(view.rgb, box, width, height, cv2.INTER_AREA)
            disparity = augment.part(view.disparity, box, width, height, cv2.INTER_NEAREST).astype(np.float32) / 65535
        return (rgb[:, ::-1], disparity[:, ::-1]) if rng.random() < .5 else (rgb, disparity)

    def unlabelled(self, rng, width, height):
        picture = rng.choice(self._photos).rgb
        box = augment.window(rng, picture.shape[1], picture.shape[0], width, height, smallest=.7)
        return augment.part(picture, box, width, height, cv2.INTER_AREA)


def batch(data, rng, width, height, unlabelled):
    pairs = [data.labelled(rng, width, height) for _ in range(BATCH)]
    x = np.stack([augment.tensor(augment.colour(np.ascontiguousarray(rgb), rng)) for rgb, _ in pairs])
    y = np.stack([np.ascontiguousarray(d) for _, d in pairs])[:, None]
    plain = [data.unlabelled(rng, width, height) for _ in range(unlabelled)]
    clean = [augment.tensor(p.astype(np.float32) / 255) for p in plain]
    disturbed = [augment.tensor(augment.colour(p, rng, 1.6)) for p in plain]
    return [torch.from_numpy(np.ascontiguousarray(a)).float().to(device()) if len(a) else None for a in (x, y, np.array(clean), np.array(disturbed))]


def half(truth):
    """Truth at the network's output size: the nearest pixel, since a mean of two surfaces is none."""
    return truth[..., ::2, ::2]


def loss(network, teacher, drawn, step, steps):
    x, y, clean, disturbed = drawn
    pictures = x if disturbed is None else torch.cat((x, disturbed))
    prediction = network(pictures)
    truth = half(y)
    total = losses.disparity_loss(prediction[:len(x)], truth, truth > 0)
    if disturbed is not None:
        # The averaged network, which sees the picture undisturbed and mirrored, teaches the one in training on photos without depth.
        with torch.no_grad():
            guess = (teacher(clean) + teacher(clean.flip(3)).flip(3)) / 2
        total = total + TEACHER_WEIGHT * losses.disparity_loss(prediction[len(x):], guess, torch.ones_like(guess, dtype=torch.bool))
    return total


def sizes(rng, step, steps):
    return rng.choice(SMALLER_SIZES if step < MIDDLE_FROM * steps else SIZES if step < LARGE_FROM * steps else LARGE_SIZES)


def main():
    parser = arguments.parser(__doc__, 7000)
    parser.add_argument("--figures-every", type=int, default=500)
    parser.add_argument("--small", action="store_true")
    options = parser.parse_args()
    folder = arguments.folder(options, "depth")
    network, root = DepthNet(), places.data()
    if options.small:
        data = DepthData(sample_views(), sample_views().views, [], sample_composer(), (("rendered", .7), ("composite", .3)))
        checks = lambda net: {}
    elif root is None:
        parser.error("the training data is not there: set GENREFOCUS_DATA, or use --small")
    else:
        if not (folder / "last.pt").exists():
            network.encoder.load_tracer(root / "teachers" / "tracer_te0_fp16.pt")
        photos = training_photos(root)
        rendered = RenderedViews([root / "rgbd" / "synthetic", places.work() / "views"])
        composer = Composer([p.rgb for p in photos], load_cutouts(root, photos))
        data = DepthData(rendered, load_real(root), photos, composer, SHARES)
        cases = evaluate.depth_cases(root)
        checks = lambda net: dict(evaluate.depth_figures(net, cases), views=len(rendered.views))
        print(json.dumps({"views": len(rendered.views), "photos": len(photos)}), flush=True)

    def draw(rng, step):
        if options.small:
            return batch(data, same_batch(step), *SMALL_SIZE, 0)
        width, height = sizes(rng, step, options.steps)
        with_teacher = data._photos and step >= TEACHER_FROM * options.steps
        return batch(data, rng, width, height, UNLABELLED if with_teacher else 0)

    job = Job(network, draw, lambda n, t, b, s: loss(n, t, b, s, options.steps), checks, data.rendered.scan)
    train(job, folder, options.steps, 1e-3, 2e-4, options.figures_every, SEED, options.threads, options.log_every)


if __name__ == "__main__":
    main()

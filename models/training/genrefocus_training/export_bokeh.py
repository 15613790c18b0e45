"""Writes the bridge from the program's picture to a lens' as ONNX with half-precision weights, and its card.

    python3 -m genrefocus_training.export_bokeh [--folder DIR] [--output DIR]

Beside it, check_*.npy hold what PyTorch makes of a noise picture.
"""
import argparse

import numpy as np
import torch

from . import bridge, checkpoint, places
from .export import round_to_half, save_checks, write, write_card
from .export_deblur import CHECK_SIDES, card
from .train_bokeh import CONDITIONS, BokehNet

TEXT = "Bridge from the renderer's picture to that of a thin lens, beside edges of the depth, trained by the GenRefocus developers; see models/README.md."


def export(network, output):
    network = network.eval()
    round_to_half(network)
    h, w = CHECK_SIDES
    noise = np.random.RandomState(0)
    picture, state = (torch.from_numpy(noise.random_sample((1, 3, h, w)).astype(np.float32)) for _ in range(2))
    condition, time = torch.from_numpy(noise.random_sample((1, CONDITIONS, h, w)).astype(np.float32)), torch.tensor([.5])
    inputs, sides = {"state": state, "rgb": picture, "condition": condition, "time": time}, {2: "height", 3: "width"}
    digest, y = write(network, "bokehnet", inputs, "refined", output, {name: sides for name in ("state", "rgb", "condition", "refined")})
    save_checks(output, "bokehnet", dict(inputs, refined=y))
    write_card(output, card("bokehnet", "GenRefocus compact BokehNet", TEXT, digest, "rgb", "refined", "picture",
                            {"bridge": {"state": "state", "condition": "condition", "time": "time", "noise": bridge.NOISE}}))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", default=None, help="where last.pt lies")
    parser.add_argument("--output", default=None, help="where the files go; default: the folder")
    options = parser.parse_args()
    folder = places.Path(options.folder) if options.folder else places.work() / "bokeh"
    state = checkpoint.load(folder / "last.pt")
    if state is None:
        parser.error(f"{folder} holds no last.pt: train first")
    network = BokehNet()
    network.load_state_dict(state["average"])
    export(network, places.Path(options.output) if options.output else folder)


if __name__ == "__main__":
    main()

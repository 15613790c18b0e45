"""Writes the two networks of the deblurring as ONNX with half-precision weights, and their cards.

    python3 -m genrefocus_training.export_deblur [--folder DIR] [--output DIR]

``blur-compact`` estimates the radius of the blur, ``deblurnet-compact`` is the bridge.  Beside each, check_*.npy hold what PyTorch makes of a noise picture.
"""
import argparse
import json

import numpy as np
import torch

from . import bridge, checkpoint, places
from .bridge_networks import MULTIPLE
from .export import fold, round_to_half, save_checks, write, write_card
from .train_deblur import DeblurNet, RADIUS_SCALE

CHECK_SIDES = (96, 128)


def card(name, title, text, digest, input_name, output_name, meaning, extra=None):
    """The card of a network that takes pictures of any size."""
    return {
        "version": 1, "id": f"{name}-compact", "name": title, "licence": "MIT", "description": text, "sha256": digest,
        "input": {"name": input_name, "size": {"rule": "own", "multipleOf": MULTIPLE}, "resampling": "area", "roundTo8Bit": False, "channels": "rgb", "divisor": 255},
        "output": {"name": output_name, "meaning": meaning}, **(extra or {}),
    }


class Published(torch.nn.Module):
    """The bridge as it ships: it takes the radius in pixels, at the picture's size."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, state, given, radius, time):
        return self.network(state, given, radius * RADIUS_SCALE, time)


def export(network, output):
    network = network.eval()
    fold(network)
    round_to_half(network)
    h, w = CHECK_SIDES
    noise = np.random.RandomState(0)
    picture, state = (torch.from_numpy(noise.random_sample((1, 3, h, w)).astype(np.float32)) for _ in range(2))
    radius, time = torch.full((1, 1, h, w), 3.), torch.tensor([.5])
    sides = {2: "height", 3: "width"}
    digest, y = write(network.encoder, "blur", {"rgb": picture}, "radius", output, {"rgb": sides, "radius": {2: "rows", 3: "columns"}})
    save_checks(output, "blur", {"rgb": picture, "radius": y})
    write_card(output, card("blur", "GenRefocus compact blur", "Radius of the blur in pixels, trained by the GenRefocus developers; see models/README.md.", digest, "rgb", "radius", "blurRadius"))
    inputs = {"state": state, "rgb": picture, "radius": radius, "time": time}
    digest, y = write(Published(network.bridge).eval(), "deblurnet", inputs, "sharp", output, {name: sides for name in ("state", "rgb", "radius", "sharp")})
    save_checks(output, "deblurnet", dict(inputs, sharp=y))
    write_card(output, card("deblurnet", "GenRefocus compact DeblurNet", "Bridge from a defocused to a sharp picture, trained by the GenRefocus developers; see models/README.md.", digest, "rgb", "sharp",
                            "picture", {"bridge": {"state": "state", "condition": "radius", "time": "time", "noise": bridge.NOISE}}))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", default=None, help="where last.pt lies")
    parser.add_argument("--output", default=None, help="where the files go; default: the folder")
    options = parser.parse_args()
    folder = places.Path(options.folder) if options.folder else places.work() / "deblur"
    state = checkpoint.load(folder / "last.pt")
    if state is None:
        parser.error(f"{folder} holds no last.pt: train first")
    network = DeblurNet()
    network.load_state_dict(state["average"])
    export(network, places.Path(options.output) if options.output else folder)


if __name__ == "__main__":
    main()

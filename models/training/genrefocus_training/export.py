"""Writes a trained network as ONNX with half-precision weights, and its card.

    python3 -m genrefocus_training.export depth|subject [--folder DIR] [--output DIR]

Batch normalisation is folded into the convolutions.  The weights are stored in 16 bits and widened when the file is opened: half the bytes, and the same 32-bit arithmetic.
Beside the network, check_input.npy and check_output.npy hold what PyTorch makes of a noise picture.
"""
import argparse
import hashlib
import json

import numpy as np
import onnx
import onnx.numpy_helper
import torch
import torch.nn as nn
import torch.nn.functional as F

from . import checkpoint, places
from .networks import MEAN, MULTIPLE, STD, DepthNet, SubjectNet

OPSET = 13
NETWORKS = {"depth": (DepthNet, "disparity"), "subject": (SubjectNet, "mask")}
LONG_SIDE = {"depth": 320, "subject": 384}
TEXTS = {
    "depth": ("GenRefocus compact depth", "Disparity up to scale and shift, trained by the GenRefocus developers; see models/README.md."),
    "subject": ("GenRefocus compact subject", "The subject of a photo, trained by the GenRefocus developers; see models/README.md."),
}


class Published(nn.Module):
    """The network as it ships: a mask is a probability, a depth the mean over the picture and its mirror image."""

    def __init__(self, network, name):
        super().__init__()
        self.network, self.name = network, name

    def forward(self, rgb):
        if self.name == "subject":
            return torch.sigmoid(self.network(rgb))
        both = self.network(torch.cat((rgb, rgb.flip(3))))
        return (both[:1] + both[1:].flip(3)) / 2


def fold(module):
    """Puts each batch normalisation into the convolution before it."""
    previous = None
    for name, child in list(module.named_children()):
        if isinstance(child, nn.BatchNorm2d) and isinstance(previous, nn.Conv2d):
            scale = child.weight / torch.sqrt(child.running_var + child.eps)
            bias = previous.bias if previous.bias is not None else torch.zeros_like(child.bias)
            previous.weight.data = previous.weight.data * scale[:, None, None, None]
            previous.bias = nn.Parameter((bias - child.running_mean) * scale + child.bias)
            setattr(module, name, nn.Identity())
        else:
            fold(child)
        previous = child if isinstance(child, nn.Conv2d) else None


def round_to_half(network):
    for parameter in network.parameters():
        parameter.data = parameter.data.half().float()


def halve(path):
    """Stores the weights in 16 bits, each widened by a Cast of its own."""
    model = onnx.load(str(path))
    casts = []
    for weight in model.graph.initializer:
        if weight.data_type != onnx.TensorProto.FLOAT or onnx.numpy_helper.to_array(weight).size < 2:
            continue
        values, name = onnx.numpy_helper.to_array(weight), weight.name
        weight.CopyFrom(onnx.numpy_helper.from_array(values.astype(np.float16), name + ".half"))
        casts.append(onnx.helper.make_node("Cast", [name + ".half"], [name], name=name + ".widen", to=onnx.TensorProto.FLOAT))
    for cast in reversed(casts):
        model.graph.node.insert(0, cast)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def card(name, digest, side):
    title, text = TEXTS[name]
    return {
        "version": 1, "id": f"{name}-compact", "name": title, "licence": "MIT", "description": text, "sha256": digest,
        "input": {
            "name": "rgb", "size": {"rule": "longSide", "side": side, "multipleOf": MULTIPLE}, "resampling": "area", "roundTo8Bit": True,
            "channels": "rgb", "divisor": 255, "mean": list(MEAN), "std": list(STD)},
        "output": {"name": NETWORKS[name][1], "meaning": "disparity" if name == "depth" else "mask"},
    }


def export(name, network, output):
    network = network.eval()
    fold(network)
    round_to_half(network)
    published, result = Published(network, name).eval(), NETWORKS[name][1]
    x = torch.from_numpy(np.random.RandomState(0).standard_normal((1, 3, 224, LONG_SIDE[name])).astype(np.float32))
    axes = {"rgb": {2: "height", 3: "width"}, result: {2: "rows", 3: "columns"}}
    digest, y = write(published, name, {"rgb": x}, result, output, axes)
    save_checks(output, name, {"input": x, "output": y})
    write_card(output, card(name, digest, LONG_SIDE[name]))


def write(network, name, inputs, result, output, axes):
    """Writes NAME-compact.onnx; returns the file's SHA-256 and what PyTorch makes of ``inputs``, which are the network's, by name and in order."""
    path = output / f"{name}-compact.onnx"
    output.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(network, tuple(inputs.values()), str(path), opset_version=OPSET, input_names=list(inputs), output_names=[result], dynamic_axes=axes)
    halve(path)
    with torch.no_grad():
        y = network(*inputs.values())
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    print(json.dumps({"onnx": str(path), "bytes": path.stat().st_size, "sha256": digest}))
    return digest, y


def save_checks(output, name, values):
    for label, tensor in values.items():
        np.save(output / f"{name}-check_{label}.npy", tensor.numpy())


def write_card(output, content):
    (output / f"{content['id']}.card.json").write_text(json.dumps(content, indent=2) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("network", choices=sorted(NETWORKS))
    parser.add_argument("--folder", default=None, help="where last.pt lies")
    parser.add_argument("--output", default=None, help="where the files go; default: the folder")
    options = parser.parse_args()
    folder = places.Path(options.folder) if options.folder else places.work() / options.network
    state = checkpoint.load(folder / "last.pt")
    if state is None:
        parser.error(f"{folder} holds no last.pt: train first")
    network = NETWORKS[options.network][0]()
    network.load_state_dict(state["average"])
    export(options.network, network, places.Path(options.output) if options.output else folder)


if __name__ == "__main__":
    main()

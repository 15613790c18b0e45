"""EfficientNet-B0 (Tan and Le, 2019) as an encoder: five feature maps at strides 2 to 32."""
import torch
import torch.nn as nn
import torch.nn.functional as F

# Expansion, channels, blocks, stride, kernel of the seven stages.
STAGES = ((1, 16, 1, 1, 3), (6, 24, 2, 2, 3), (6, 40, 2, 2, 5), (6, 80, 3, 2, 3), (6, 112, 3, 1, 5), (6, 192, 4, 2, 5), (6, 320, 1, 1, 3))
BN_EPS, BN_MOMENTUM = 1e-3, 0.01

# Last block of each stride, and the channels there; blocks behind the last one are left out (320 channels for 700 thousand weights bought nothing).
TAPS = {0: 16, 2: 24, 4: 40, 10: 112, 14: 192}


class SqueezeExcite(nn.Module):
    def __init__(self, channels, squeezed):
        super().__init__()
        self.reduce, self.expand = nn.Conv2d(channels, squeezed, 1), nn.Conv2d(squeezed, channels, 1)

    def forward(self, x):
        return x * torch.sigmoid(self.expand(F.silu(self.reduce(x.mean((2, 3), keepdim=True)))))


class Block(nn.Module):
    """Inverted residual with squeeze and excitation."""

    def __init__(self, inputs, outputs, expansion, stride, kernel):
        super().__init__()
        hidden = inputs * expansion
        self.residual = stride == 1 and inputs == outputs
        self.expand = conv_bn(inputs, hidden, 1) if expansion != 1 else None
        self.depthwise = conv_bn(hidden, hidden, kernel, stride, groups=hidden)
        self.attention = SqueezeExcite(hidden, max(1, inputs // 4))
        self.project = conv_bn(hidden, outputs, 1)

    def forward(self, x):
        y = x if self.expand is None else F.silu(self.expand(x))
        y = self.project(self.attention(F.silu(self.depthwise(y))))
        return x + y if self.residual else y


class Conv(nn.Conv2d):
    """A convolution that pads as TensorFlow does, because the weights come from there: with stride 2 and even sides, one column and row less before
    than behind."""

    def __init__(self, inputs, outputs, kernel, stride, groups):
        super().__init__(inputs, outputs, kernel, stride, kernel // 2 if stride == 1 else 0, groups=groups, bias=False)
        before, behind = (kernel - 2) // 2, (kernel - 1) // 2
        self.border = (before, behind, before, behind) if stride == 2 else None

    def forward(self, x):
        return super().forward(x if self.border is None else F.pad(x, self.border))


def conv_bn(inputs, outputs, kernel, stride=1, groups=1):
    return nn.Sequential(Conv(inputs, outputs, kernel, stride, groups), nn.BatchNorm2d(outputs, eps=BN_EPS, momentum=BN_MOMENTUM))


class Encoder(nn.Module):
    """Input N x 3 x H x W, 0 to 1 less ImageNet's mean over its deviation; output the maps of the taps up to ``last``, strides 2, 4, 8, 16, 32."""

    def __init__(self, last=14):
        super().__init__()
        self.stem = conv_bn(3, 32, 3, 2)
        blocks, inputs = [], 32
        for expansion, outputs, count, stride, kernel in STAGES:
            for k in range(count):
                blocks.append(Block(inputs, outputs, expansion, stride if k == 0 else 1, kernel))
                inputs = outputs
        self.blocks = nn.ModuleList(blocks[:last + 1])
        self.taps = tuple(k for k in TAPS if k <= last) if last in TAPS else tuple(k for k in TAPS if k < last) + (last,)
        self.channels = tuple(TAPS.get(k, 192) for k in self.taps)

    def forward(self, x):
        maps, x = [], F.silu(self.stem(x))
        for k, block in enumerate(self.blocks):
            x = block(x)
            if k in self.taps:
                maps.append(x)
        return maps

    def load_tracer(self, path):
        """Takes the encoder out of a TRACER-TE0 checkpoint (Lee and others, 2022; Apache-2.0), whose names are those of lukemelas' EfficientNet."""
        source = {k[len("model."):]: v.float() for k, v in torch.load(path, map_location="cpu").items() if k.startswith("model._")}
        _copy(self.stem, source, "_conv_stem", "_bn0")
        for k, block in enumerate(self.blocks):
            name = f"_blocks.{k}."
            if block.expand is not None:
                _copy(block.expand, source, name + "_expand_conv", name + "_bn0")
            _copy(block.depthwise, source, name + "_depthwise_conv", name + "_bn1")
            _copy(block.project, source, name + "_project_conv", name + "_bn2")
            for ours, theirs in ((block.attention.reduce, "_se_reduce"), (block.attention.expand, "_se_expand")):
                ours.load_state_dict({part: source[f"{name}{theirs}.{part}"] for part in ("weight", "bias")})


def _copy(pair, source, conv, norm):
    pair[0].load_state_dict({"weight": source[conv + ".weight"]})
    pair[1].load_state_dict({part: source[f"{norm}.{part}"] for part in ("weight", "bias", "running_mean", "running_var", "num_batches_tracked")})

"""A light feature pyramid: from the coarsest map to the finest, each joined by a sum."""
import torch.nn as nn
import torch.nn.functional as F


def separable(inputs, outputs):
    return nn.Sequential(
        nn.Conv2d(inputs, inputs, 3, 1, 1, groups=inputs, bias=False), nn.BatchNorm2d(inputs), nn.ReLU(True),
        nn.Conv2d(inputs, outputs, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(True))


def enlarge(x, like):
    return F.interpolate(x, like.shape[2:], mode="bilinear", align_corners=False)


class PyramidDecoder(nn.Module):
    """Maps of strides 2 to 32 to ``fine`` channels at stride 2.  The three coarse levels have ``width`` channels, the two fine ones ``fine``."""

    def __init__(self, channels, width=96, fine=32):
        super().__init__()
        widths = (fine, fine, width, width, width)
        self.lateral = nn.ModuleList(nn.Conv2d(c, w, 1) for c, w in zip(channels, widths))
        self.context = nn.Sequential(separable(width, width), separable(width, width))
        self.join = nn.ModuleList(separable(w, n) for w, n in ((fine, fine), (fine, fine), (width, fine), (width, width)))

    def forward(self, maps):
        x = self.lateral[4](maps[4])
        x = x + self.context(x)
        for k in (3, 2, 1, 0):
            side = self.lateral[k](maps[k])
            x = self.join[k](enlarge(x, maps[k]) + side)
        return x

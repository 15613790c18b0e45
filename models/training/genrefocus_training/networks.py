"""The two networks of this folder.  Both take RGB / 255 less ImageNet's mean over its deviation, any sides that are multiples of 32."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from .decoder import PyramidDecoder, enlarge, separable
from .efficientnet import Encoder

MEAN, STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
MULTIPLE = 32


class DepthNet(nn.Module):
    """Disparity up to scale and shift, larger is nearer, at half the input's size."""

    def __init__(self):
        super().__init__()
        self.encoder = Encoder(14)
        self.decoder = PyramidDecoder(self.encoder.channels)
        self.head = nn.Sequential(separable(32, 32), nn.Conv2d(32, 1, 3, 1, 1))

    def forward(self, x):
        return F.softplus(self.head(self.decoder(self.encoder(x))))


class SubjectNet(nn.Module):
    """Logit that a pixel belongs to the subject, at the input's size."""

    def __init__(self):
        super().__init__()
        self.encoder = Encoder(13)
        self.decoder = PyramidDecoder(self.encoder.channels, width=64, fine=24)
        self.detail = nn.Sequential(nn.Conv2d(3, 8, 3, 1, 1, bias=False), nn.BatchNorm2d(8), nn.ReLU(True))
        self.reduce = nn.Conv2d(24, 8, 1)
        self.head = nn.Sequential(nn.Conv2d(16, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU(True), nn.Conv2d(16, 1, 3, 1, 1))

    def forward(self, x):
        coarse = self.reduce(self.decoder(self.encoder(x)))
        return self.head(torch.cat((enlarge(coarse, x), self.detail(x)), 1))

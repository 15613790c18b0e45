"""Networks of the two bridges: a small U-Net that is told the time, and the estimator of the blur's radius."""
import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTHS, BEFORE, AFTER = (32, 64, 128, 192), (2, 2, 2, 2), (2, 2, 2)
TIME_FEATURES = 32
MULTIPLE = 16        # sides must be multiples of this


class Block(nn.Module):
    """Two convolutions whose result is added; the time scales and shifts what lies between them.  Plain convolutions: on processors they are ten times as fast as separable ones with gates."""

    def __init__(self, width):
        super().__init__()
        self.time = nn.Linear(TIME_FEATURES, 2 * width)
        self.first, self.second = nn.Conv2d(width, width, 3, 1, 1), nn.Conv2d(width, width, 3, 1, 1)
        nn.init.zeros_(self.second.weight)

    def forward(self, x, time):
        scale, shift = self.time(time)[..., None, None].chunk(2, 1)
        return x + self.second(F.relu(self.first(x)) * (1 + scale) + shift)


class BridgeNet(nn.Module):
    """Guess of the wanted picture.  Inputs: the picture at time t and the given one (3 channels each, 0 to 1), conditions (``conditions`` channels), t (N)."""

    def __init__(self, conditions=1, widths=WIDTHS):
        super().__init__()
        self.enter = nn.Conv2d((6 + conditions) * 4, widths[0], 3, 1, 1)
        self.down = nn.ModuleList(nn.Conv2d(a, b, 2, 2) for a, b in zip(widths, widths[1:]))
        self.up = nn.ModuleList(nn.Conv2d(b, 4 * a, 1) for a, b in zip(widths, widths[1:]))
        self.encode = nn.ModuleList(nn.ModuleList(Block(w) for _ in range(n)) for w, n in zip(widths, BEFORE))
        self.decode = nn.ModuleList(nn.ModuleList(Block(w) for _ in range(n)) for w, n in zip(widths, AFTER))
        self.embed = nn.Sequential(nn.Linear(TIME_FEATURES, TIME_FEATURES), nn.ReLU(True))
        self.leave = nn.Conv2d(widths[0], 12, 3, 1, 1)
        # The first guess is the given picture.
        nn.init.zeros_(self.leave.weight)
        nn.init.zeros_(self.leave.bias)

    def forward(self, x, given, conditions, t):
        rates = torch.arange(TIME_FEATURES // 2, device=x.device) * .3
        phases = t[:, None] * torch.exp(rates)[None]
        time = self.embed(torch.cat((torch.sin(phases), torch.cos(phases)), 1))
        y, kept = self.enter(F.pixel_unshuffle(torch.cat((x, given, conditions), 1), 2)), []
        for k, blocks in enumerate(self.encode):
            for block in blocks:
                y = block(y, time)
            if k < len(self.down):
                kept.append(y)
                y = self.down[k](y)
        for k in reversed(range(len(self.up))):
            y = F.pixel_shuffle(self.up[k](y), 2) + kept[k]
            for block in self.decode[k]:
                y = block(y, time)
        return given + F.pixel_shuffle(self.leave(y), 2)


class BlurNet(nn.Module):
    """Radius of the blur in pixels at a quarter of the picture's size, from the picture alone."""

    def __init__(self):
        super().__init__()
        def step(i, o, stride):
            return nn.Sequential(nn.Conv2d(i, o, 3, stride, 1, bias=False), nn.BatchNorm2d(o), nn.ReLU(True))
        self.fine = nn.Sequential(step(3, 16, 1), step(16, 24, 2), step(24, 40, 2), step(40, 40, 1))
        self.coarse = nn.Sequential(step(40, 64, 2), step(64, 96, 2), step(96, 96, 1), step(96, 96, 1))
        self.side, self.head = nn.Conv2d(96, 40, 1), nn.Sequential(step(40, 32, 1), nn.Conv2d(32, 1, 3, 1, 1))

    def forward(self, x):
        fine = self.fine(x)
        wide = F.interpolate(self.side(self.coarse(fine)), fine.shape[2:], mode="bilinear", align_corners=False)
        return F.softplus(self.head(fine + wide))

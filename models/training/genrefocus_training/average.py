"""Moving average of the weights, which is what ships."""
import copy

import torch


class Average:
    def __init__(self, network, decay=.998):
        self.network, self._decay = copy.deepcopy(network).eval(), decay
        for parameter in self.network.parameters():
            parameter.requires_grad_(False)

    @torch.no_grad()
    def update(self, network, step):
        decay = min(self._decay, (step + 1) / (step + 10))
        ours = self.network.state_dict()
        for name, value in network.state_dict().items():
            if value.dtype.is_floating_point:
                ours[name].mul_(decay).add_(value, alpha=1 - decay)
            else:
                ours[name].copy_(value)

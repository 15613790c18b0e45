"""What the networks are told."""
import torch
import torch.nn.functional as F

TRIMMED = .9         # share of the pixels that count: the worst tenth is mostly wrong labels
GRADIENT = .5


def normalised(disparity, valid):
    """Each picture less its median, over its mean absolute deviation (Ranftl and others, 2020): scale and shift no longer count."""
    result = []
    for one, where in zip(disparity, valid):
        inside = one[where]
        if inside.numel() == 0:
            result.append(one * 0)
            continue
        middle = inside.median()
        result.append((one - middle) / ((inside - middle).abs().mean() + 1e-6))
    return torch.stack(result)


def disparity_loss(prediction, truth, valid, weight=None):
    """Absolute error without scale and shift, trimmed, and that of the gradients at four scales; the mean over the pictures, each with its weight."""
    error = normalised(prediction, valid) - normalised(truth, valid)
    losses = []
    for one, where in zip(error, valid):
        inside = one[where].abs()
        kept = inside.sort()[0][:max(1, int(TRIMMED * inside.numel()))] if inside.numel() else inside.new_zeros(1)
        loss = kept.mean()
        for step in (1, 2, 4, 8):
            e, v = one[..., ::step, ::step], where[..., ::step, ::step]
            loss = loss + GRADIENT * (((e[..., 1:] - e[..., :-1]).abs() * (v[..., 1:] & v[..., :-1])).mean()
                                      + ((e[..., 1:, :] - e[..., :-1, :]).abs() * (v[..., 1:, :] & v[..., :-1, :])).mean())
        losses.append(loss)
    losses = torch.stack(losses)
    return losses.mean() if weight is None else (losses * weight).mean()


def mask_loss(logits, truth):
    """Cross entropy, more of it beside the outline, and one less the soft overlap."""
    outline = (F.max_pool2d(truth, 9, 1, 4) + F.max_pool2d(-truth, 9, 1, 4)).clamp(0, 1)
    entropy = (F.binary_cross_entropy_with_logits(logits, truth, reduction="none") * (1 + 3 * outline)).mean()
    p = torch.sigmoid(logits)
    both, either = (p * truth).sum((1, 2, 3)), (p + truth - p * truth).sum((1, 2, 3))
    return entropy + (1 - (both + 1) / (either + 1)).mean()

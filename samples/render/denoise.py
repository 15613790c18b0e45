"""Non-local means for a Blender without OpenImageDenoise, on two independent half renders.

After F. Rousselle, M. Manzi, M. Zwicker, "Robust denoising using feature and color information", Pacific Graphics 2013: each half is
filtered with weights found in the other, patches are compared relative to their own noise, and noise-free guides (normal, depth, surface
colour) keep the filter on one surface. What is filtered is light before it is multiplied by the surface's colour, so no texture is lost.
"""
import numpy as np

LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)


def _shifted(padded, dy, dx, margin):
    height, width = padded.shape[0] - 2 * margin, padded.shape[1] - 2 * margin
    return padded[margin + dy:margin + dy + height, margin + dx:margin + dx + width]


def _pad(image, margin):
    return np.pad(image, [(margin, margin), (margin, margin)] + [(0, 0)] * (image.ndim - 2), mode="edge")


def _box(image, radius):
    """Mean over (2 radius + 1) squared pixels of one channel, edges repeated."""
    height, width = image.shape
    padded = _pad(image, radius)
    rows = sum(padded[k:k + height] for k in range(2 * radius + 1))
    return sum(rows[:, k:k + width] for k in range(2 * radius + 1)) / (2 * radius + 1) ** 2


def _despike(image):
    """Brings pixels brighter than the second brightest of their 8 neighbours (and twice it) down to it."""
    padded = _pad(image, 1)
    neighbours = np.stack([_shifted(padded, dy, dx, 1) @ LUMINANCE for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx])
    limit = np.partition(neighbours, 6, axis=0)[6]
    own = image @ LUMINANCE
    return np.where((own > 2 * limit + 0.02)[..., None], image * (limit / np.maximum(own, 1e-6))[..., None], image)


def non_local_means(first, second, guides, radius=6, strength=1.0):
    """first, second: H x W x 3 halves. guides: list of (H x W x C array, tolerance). Returns their denoised mean."""
    halves = [_despike(first), _despike(second)]
    # Compared in a compressed range, in which the noise of bright and dark pixels is of one size.
    grey = [np.log1p(4.0 * np.maximum(h, 0) @ LUMINANCE) for h in halves]
    variance = _box((grey[0] - grey[1]) ** 2 / 2, 2) + 1e-7
    features = np.concatenate([guide / tolerance for guide, tolerance in guides], axis=2).astype(np.float32)
    padded_halves, padded_grey = [_pad(h, radius) for h in halves], [_pad(g, radius) for g in grey]
    padded_variance, padded_features = _pad(variance, radius), _pad(features, radius)
    sums, weights = [np.zeros_like(h) for h in halves], [np.zeros_like(variance) for _ in halves]
    for dy in range(-radius, radius + 1):
        for dx in range(-radius, radius + 1):
            shift = (dy, dx, radius)
            gap = features - _shifted(padded_features, *shift)
            apart = np.einsum("ijk,ijk->ij", gap, gap)
            other = _shifted(padded_variance, *shift)
            bias, norm = variance + np.minimum(variance, other), strength ** 2 * (variance + other)
            for k in (0, 1):
                distance = _box(((grey[k] - _shifted(padded_grey[k], *shift)) ** 2 - bias) / norm, 1)
                weight = np.exp(-np.maximum(distance, 0) - apart)
                sums[1 - k] += weight[..., None] * _shifted(padded_halves[1 - k], *shift)
                weights[1 - k] += weight
    return 0.5 * (sums[0] / weights[0][..., None] + sums[1] / weights[1][..., None])


def denoise(first, second):
    """first, second: the passes of two half renders by name. Returns the beauty picture, H x W x 3."""
    mean = {name: 0.5 * (first[name] + second[name]) for name in first}
    depth = np.log(np.clip(mean["Depth"][..., :1], 0.05, 1e3))
    picture = mean["Emit"] + mean["Env"]
    for lobe in ("Diff", "Gloss", "Trans"):
        colour = mean[lobe + "Col"]
        if colour.max() < 1e-4:
            continue
        guides = [(mean["Normal"], 0.18), (depth, 0.04), (colour, 0.12)]
        halves = [half[lobe + "Dir"] + half[lobe + "Ind"] for half in (first, second)]
        picture = picture + colour * non_local_means(*halves, guides)
    return picture

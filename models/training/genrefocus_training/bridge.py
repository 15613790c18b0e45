"""A diffusion bridge between two pictures: t = 1 is the given one, t = 0 the wanted one (Liu and others, 2023, I2SB, with a constant noise scale)."""
import torch

NOISE = .05          # deviation at t = 1/2 is half of it
AT_START = .6        # share of the pictures that are trained at t = 1, the only step of the fast mode


def times(generator, count):
    t = torch.rand(count, generator=generator)
    return torch.where(torch.rand(count, generator=generator) < AT_START, torch.ones(count), t)


def between(start, end, t, noise):
    """The picture at time t."""
    t = t[:, None, None, None]
    return (1 - t) * end + t * start + NOISE * torch.sqrt(t * (1 - t)) * noise


@torch.no_grad()
def sample(predict, start, steps, noise):
    """From t = 1 to 0 in steps; ``predict(x, t)`` guesses the end, ``noise(k)`` is the noise of a step."""
    x = start
    for k in range(steps):
        now, then = 1 - k / steps, 1 - (k + 1) / steps
        guess = predict(x, torch.full((len(x),), now))
        if then == 0:
            return guess
        x = (then / now) * x + (1 - then / now) * guess + NOISE * (then * (now - then) / now) ** .5 * noise(k)
    return x

"""The loop that all networks are trained in: resumes, saves every few minutes, logs a line a hundred steps."""
import json
import math
import random
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch

from . import checkpoint
from .average import Average

SAVE_SECONDS = 300
LOG_STEPS = 100
WARM_UP = 200            # steps, in a short training a quarter of them


class Job:
    """What differs between the networks.  ``draw(rng, step)`` makes a batch, ``loss(network, teacher, batch, step)`` its loss, ``figures(network)`` a dict for the log, ``refresh()``
    looks for new data.  A network's ``encoder``, where it has one, learns at a rate of its own."""

    def __init__(self, network, draw, loss, figures, refresh=lambda: None):
        self.network, self.draw, self.loss, self.figures, self.refresh = network, draw, loss, figures, refresh


class Batches:
    """Draws the next batch while the network works on this one."""

    def __init__(self, draw, seed, steps):
        self._draw, self._seed, self._steps = draw, seed, steps
        self._thread, self._next = ThreadPoolExecutor(1), None

    def take(self, step):
        current = self._next or self._start(step)
        self._next = self._start(step + 1) if step + 1 < self._steps else None
        return current.result()

    def _start(self, step):
        return self._thread.submit(self._draw, random.Random(f"{self._seed}-{step}"), step)


def device():
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def seed_all(seed):
    random.seed(seed)
    np.random.seed(seed % 2 ** 32)
    torch.manual_seed(seed)


def train(job, folder, steps, rate, encoder_rate, figures_every, seed=1, threads=2, log_every=LOG_STEPS):
    """Trains to ``steps`` in all, or goes on to them; returns the averaged network.  Each step's data follows from the seed and the step alone."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(threads)
    seed_all(seed)
    # Pictures' channels side by side: twice as fast on processors.
    network = job.network.to(device(), memory_format=torch.channels_last).train()
    encoder = list(network.encoder.parameters()) if hasattr(network, "encoder") else []
    inside = {id(p) for p in encoder}
    groups = [{"params": encoder, "base": encoder_rate}, {"params": [p for p in network.parameters() if id(p) not in inside], "base": rate}]
    optimiser = torch.optim.AdamW(groups, lr=rate, weight_decay=1e-4)
    average, start = Average(network), 0
    state = checkpoint.load(folder / "last.pt")
    if state is not None:
        network.load_state_dict(state["network"])
        average.network.load_state_dict(state["average"])
        optimiser.load_state_dict(state["optimiser"])
        start = state["step"]
    saved, recent, clock = time.monotonic(), [], time.monotonic()
    batches = Batches(job.draw, seed, steps)
    for step in range(start, steps):
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * min(1, (step + 1) / min(WARM_UP, steps / 4)) * (.02 + .49 * (1 + math.cos(math.pi * step / steps)))
        loss = job.loss(network, average.network, batches.take(step), step)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.)
        optimiser.step()
        average.update(network, step)
        recent.append(float(loss))
        last = step + 1 == steps
        if (step + 1) % log_every == 0 or last:
            line = {"step": step + 1, "loss": round(float(np.mean(recent)), 4), "seconds": round(time.monotonic() - clock, 1)}
            if (step + 1) % figures_every == 0 or last:
                job.refresh()
                line.update(job.figures(average.network))
            _log(folder / "log.jsonl", line)
            recent, clock = [], time.monotonic()
        if time.monotonic() - saved > SAVE_SECONDS or last:
            checkpoint.save(folder / "last.pt", {
                "network": network.state_dict(), "average": average.network.state_dict(), "optimiser": optimiser.state_dict(), "step": step + 1})
            saved = time.monotonic()
    return average.network


def _log(path, line):
    print(json.dumps(line), flush=True)
    with path.open("a") as file:
        file.write(json.dumps(line) + "\n")

"""Saved states.  A file is written beside its place and renamed, so that a killed run leaves the last whole one."""
import os

import torch


def save(path, state):
    temporary = path.with_suffix(".tmp")
    torch.save(state, temporary)
    os.replace(temporary, path)


def load(path):
    """The state, or None where there is none."""
    return torch.load(path, map_location="cpu") if path.exists() else None

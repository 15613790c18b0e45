"""What every training command takes."""
import argparse

from . import places


def parser(description, steps):
    result = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    result.add_argument("--steps", type=int, default=steps)
    result.add_argument("--folder", default=None)
    result.add_argument("--threads", type=int, default=2)
    result.add_argument("--log-every", type=int, default=100)
    return result


def folder(options, name):
    """Where the job's files lie: the folder asked for, else WORK/NAME."""
    return places.Path(options.folder) if options.folder else places.work() / name

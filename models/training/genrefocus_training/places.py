"""Where data lies and where work goes."""
import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]


def data():
    """The folder with ``photos``, ``rgbd`` and so on: $GENREFOCUS_DATA, else ``shared/data`` beside the repository; None where neither is there."""
    folder = Path(os.environ.get("GENREFOCUS_DATA", REPOSITORY.parent / "shared" / "data"))
    return folder if folder.is_dir() else None


def work():
    """The folder for renders, checkpoints and logs: $GENREFOCUS_WORK, else ``~/genrefocus-work``."""
    folder = Path(os.environ.get("GENREFOCUS_WORK", Path.home() / "genrefocus-work"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder

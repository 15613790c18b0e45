"""What must never be trained on.  Every loader asks here."""
import csv
import json
from pathlib import Path

LIST = Path(__file__).resolve().parents[1] / "subject-holdout.csv"

# Seeds of the scene generator that are for evaluation only.
EVALUATION_SEEDS = (range(9000, 10000), range(80000, 10 ** 9))

# Photos on which the deblurring and the renderer are measured.
PICTURE_GROUPS = ("kodak", "skimage", "tylorallison")


def validation_pictures(rgbd):
    """Names of the RGB-D pictures that are marked ``validation``, and of those without a licence to train on."""
    entries = json.loads((rgbd / "index.json").read_text())
    return {e["name"] for e in entries if e.get("validation")} | {"bokehme_3"}


def subject_photos():
    """Names (GROUP__NAME) of the held-out photos, with their class."""
    with LIST.open(newline="") as file:
        return {row["photo"]: row["class"] for row in csv.DictReader(file)}


def is_evaluation_seed(seed):
    return any(seed in seeds for seeds in EVALUATION_SEEDS)

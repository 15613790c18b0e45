"""Photos with subject masks, and cut-outs, at the size that training needs."""
import cv2
import numpy as np

from . import holdout

SIDE = 448           # long side in memory, pixels
CUTOUT_SIDE = 320
SURE = 128           # mask value from which a pixel counts as subject


class Photo:
    """RGB, 8 bit; the mask has the same size, or is None."""

    def __init__(self, name, rgb, mask):
        self.name, self.rgb, self.mask = name, rgb, mask


def read_rgb(path, side=None):
    picture = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if picture is None:
        raise OSError(f"{path} cannot be read as a picture")
    picture = np.ascontiguousarray(picture[..., ::-1])
    return fit(picture, side) if side else picture


def fit(picture, side):
    """Shrinks to a long side."""
    scale = side / max(picture.shape[:2])
    return picture if scale >= 1 else cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def load_photos(data, without=()):
    """All photos whose name is not in ``without``, in the order of their names."""
    photos = []
    for path in sorted((data / "photos").glob("*/*.jpg")):
        name = f"{path.parent.name}__{path.stem}"
        if name in without:
            continue
        rgb = read_rgb(path, SIDE)
        mask = cv2.imread(str(data / "photos_masks" / f"{name}.png"), cv2.IMREAD_GRAYSCALE)
        if mask is not None:
            mask = cv2.resize(mask, (rgb.shape[1], rgb.shape[0]), interpolation=cv2.INTER_LINEAR)
        photos.append(Photo(name, rgb, mask))
    return photos


def load_cutouts(data, photos):
    """RGBA cut-outs: the ready-made ones, and the subjects of the photos given where the mask is decided."""
    cutouts = []
    for path in sorted((data / "cutouts").glob("*.png")):
        picture = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
        if picture is not None and picture.ndim == 3 and picture.shape[2] == 4:
            cutouts.append(fit(cv2.cvtColor(picture, cv2.COLOR_BGRA2RGBA), CUTOUT_SIDE))
    for photo in photos:
        if photo.mask is None or not .03 < (photo.mask > SURE).mean() < .5 or ((photo.mask > 40) & (photo.mask < 215)).mean() > .06:
            continue
        rows, columns = np.where(photo.mask > SURE)
        box = np.s_[rows.min():rows.max() + 1, columns.min():columns.max() + 1]
        cutouts.append(fit(np.dstack([photo.rgb[box], photo.mask[box]]), CUTOUT_SIDE))
    return cutouts


def training_photos(data):
    """Photos that both networks may learn from."""
    held = holdout.subject_photos()
    return [photo for photo in load_photos(data, held) if not photo.name.startswith(tuple(g + "__" for g in holdout.PICTURE_GROUPS))]

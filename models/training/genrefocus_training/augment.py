"""What cameras, software and the network's own small size do to a picture."""
import cv2
import numpy as np

from .networks import MEAN, STD


def window(rng, w, h, width, height, smallest=.55):
    """A random part (x, y, width, height) of a picture, its ratio within a fifth of the wanted one."""
    ratio = width / height * np.exp(rng.uniform(-.2, .2))
    cw = min(w, h * ratio) * rng.uniform(smallest, 1)
    ch = min(h, cw / ratio)
    return int(rng.uniform(0, w - cw)), int(rng.uniform(0, h - ch)), max(8, int(cw)), max(8, int(ch))


def part(picture, box, width, height, interpolation):
    x, y, w, h = box
    piece = picture[y:y + h, x:x + w]
    if interpolation == cv2.INTER_AREA and w < width:
        interpolation = cv2.INTER_LINEAR
    return cv2.resize(piece, (width, height), interpolation=interpolation)


def colour(rgb, rng, strength=1.0):
    """Exposure, contrast, white balance, saturation, blur, noise and JPEG; 8 bit in, float 0 to 1 out."""
    if rng.random() < .3 * strength:
        ok, code = cv2.imencode(".jpg", rgb, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(35, 92)])
        rgb = cv2.imdecode(code, cv2.IMREAD_COLOR) if ok else rgb
    a = rgb.astype(np.float32) / 255
    a = a ** np.exp(rng.uniform(-.4, .4) * strength)
    gains = np.array([rng.uniform(-.14, .14) for _ in range(3)], np.float32) * strength
    a = a * (1 + gains) * (1 + rng.uniform(-.25, .2) * strength)
    grey = a.mean(2, keepdims=True)
    a = grey + (a - grey) * (0 if rng.random() < .1 * strength else 1 + rng.uniform(-.5, .4) * strength)
    if rng.random() < .5 * strength:
        mean = a.mean()
        a = mean + (a - mean) * (1 + rng.uniform(-.35, .3) * strength)
    if rng.random() < .3 * strength:
        a = cv2.GaussianBlur(a, (0, 0), rng.uniform(.3, 1.4))
    if rng.random() < .4 * strength:
        noise = np.frombuffer(rng.randbytes(a.size), np.uint8).reshape(a.shape)
        a = a + (noise.astype(np.float32) / 255 - .5) * rng.uniform(0, .12)
    return np.clip(a, 0, 1)


def tensor(rgb):
    """Planes as the networks want them; float 0 to 1 in."""
    return np.ascontiguousarray(((rgb - np.float32(MEAN)) / np.float32(STD)).transpose(2, 0, 1))

"""Any picture mode to 8-bit RGB: print colours, transparency, palettes, 16-bit and floating-point grey."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

import numpy as np
from PIL import Image, ImageCms

_PHOTOMETRIC, _WHITE_IS_ZERO = 262, 0  # TIFF 6.0
_PAPER = (255, 255, 255)  # what shows through transparent parts


def to_rgb(image: Image.Image) -> Image.Image:
    """The picture in mode RGB; the same object where it is RGB already."""
    if image.mode in ("CMYK", "LAB"):
        return _by_profile(image)
    if image.mode.startswith(("I", "F")):
        image = _deep_grey(image)
    if image.has_transparency_data:
        return _flattened(image)
    return image if image.mode == "RGB" else image.convert("RGB")


def _flattened(image: Image.Image) -> Image.Image:
    layer = image.convert("RGBA")
    paper = Image.new("RGBA", layer.size, (*_PAPER, 255))
    return Image.alpha_composite(paper, layer).convert("RGB")


def _deep_grey(image: Image.Image) -> Image.Image:
    """More than 8 bits: scaled, where Image.convert would clip at 255."""
    values = np.nan_to_num(np.asarray(image, np.float32))
    low, high = min(float(values.min(initial=0)), 0.0), _white(image.mode, float(values.max(initial=0)))
    scaled = np.clip((values - low) * (255 / (high - low)), 0, 255)
    if getattr(image, "tag_v2", {}).get(_PHOTOMETRIC) == _WHITE_IS_ZERO:  # Pillow turns it round up to 8 bits only
        scaled = 255 - scaled
    return Image.fromarray(scaled.round().astype(np.uint8))


def _white(mode: str, brightest: float) -> float:
    """The value that is shown as white."""
    if mode.startswith("I;16"):
        return 65535.0
    if mode == "F" and brightest <= 1.0:
        return 1.0
    return next((limit for limit in (255.0, 65535.0) if brightest <= limit), brightest)


def _by_profile(image: Image.Image) -> Image.Image:
    """Print or Lab colours by the embedded profile, by Lab's own, or by the plain formula."""
    try:
        profile: object
        if image.mode == "LAB":
            profile = ImageCms.createProfile("LAB")
        else:
            profile = ImageCms.ImageCmsProfile(BytesIO(image.info["icc_profile"]))
        shown = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (KeyError, OSError, ImageCms.PyCMSError):
        shown = None
    return shown if shown is not None else image.convert("RGB")


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """An RGB picture in the colours that screens expect; as it is where its profile says nothing usable."""
    if not profile or b"sRGB" in profile[:1024]:
        return image
    to_screen = _to_screen(profile)
    try:
        shown = ImageCms.applyTransform(image, to_screen) if to_screen else None
    except (OSError, ImageCms.PyCMSError):
        shown = None
    return shown if shown is not None else image


@lru_cache(maxsize=8)
def _to_screen(profile: bytes) -> ImageCms.ImageCmsTransform | None:
    """Kept, for it costs as much as applying it to a thumbnail, and a camera writes the same profile into every photo.

    Threads may share it: lcms2 changes nothing in a transform that it applies.
    """
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if source.profile.xcolor_space.strip() != "RGB":
            return None
        return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    except (OSError, ImageCms.PyCMSError):
        return None

"""A page of small pictures with their names, to be printed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

COLUMNS, ROWS = 5, 7
PER_PAGE = COLUMNS * ROWS
_WIDTH, _HEIGHT = 1654, 2339
"""A4 at 200 dots per inch."""

_MARGIN, _HEAD, _CAPTION = 60, 60, 34


def make_sheet(title: str, pictures: Sequence[bytes | None], captions: Sequence[str]) -> bytes:
    """JPEG of one page. pictures: our own small JPEGs, None for a photo without one."""
    sheet = Image.new("RGB", (_WIDTH, _HEIGHT), "white")
    draw = ImageDraw.Draw(sheet)
    draw.text((_MARGIN, _MARGIN), _fitting(draw, title, _WIDTH - 2 * _MARGIN, _font(32)), "black", font=_font(32))
    across, down = (_WIDTH - 2 * _MARGIN) // COLUMNS, (_HEIGHT - 2 * _MARGIN - _HEAD) // ROWS
    for at, (picture, caption) in enumerate(zip(pictures, captions, strict=True)):
        row, column = divmod(at, COLUMNS)
        corner = _MARGIN + column * across, _MARGIN + _HEAD + row * down
        if picture is not None:
            _paste(sheet, picture, corner, (across - 12, down - _CAPTION - 12))
        text = _fitting(draw, caption, across - 12, _font(18))
        draw.text((corner[0], corner[1] + down - _CAPTION), text, "black", font=_font(18))
    file = BytesIO()
    sheet.save(file, "JPEG", quality=88, dpi=(200, 200))
    return file.getvalue()


def _paste(sheet: Image.Image, picture: bytes, corner: tuple[int, int], room: tuple[int, int]) -> None:
    with suppress(OSError), Image.open(BytesIO(picture), formats=("JPEG",)) as small:  # a spoilt one leaves its place
        small.thumbnail(room)
        sheet.paste(small.convert("RGB"), corner)


def _fitting(draw: ImageDraw.ImageDraw, text: str, room: int, font: ImageFont.FreeTypeFont) -> str:
    shown = "".join(letter if letter.isprintable() else "_" for letter in text)[:120]
    while shown and draw.textlength(shown, font=font) > room:
        shown = f"{shown[:-2]}…" if len(shown) > 2 else ""
    return shown


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    """DejaVu, which matplotlib brings: Latin, Greek, Cyrillic, Arabic letters and more."""
    import matplotlib as mpl

    return ImageFont.truetype(str(Path(mpl.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")), size)

"""Albums as lists: a table for spreadsheets, and one page for any browser, with nothing to run and nothing to fetch."""

from __future__ import annotations

import base64
import csv
import html
import io
from collections.abc import Mapping, Sequence

from photoface.domain.people import Photo

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What begins so, spreadsheets compute: https://owasp.org/www-community/attacks/CSV_Injection"""

_STYLE = (
    "body{font:16px system-ui,sans-serif;margin:2rem;background:#fff;color:#222}"
    "ul{display:flex;flex-wrap:wrap;gap:1rem;padding:0;list-style:none}li{width:16rem}"
    "img{max-width:100%;max-height:16rem}p{margin:.3rem 0;overflow-wrap:anywhere}small{color:#666}"
    "@media(prefers-color-scheme:dark){body{background:#1c1c1c;color:#ddd}small{color:#999}}"
)
_SAFETY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def as_csv(photos: Sequence[Photo]) -> bytes:
    """A row for each photo; UTF-8 with a mark, by which spreadsheets know it."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(["photo", "taken", "people", "faces", "width", "height"])
    for photo in photos:
        people = ", ".join(photo.people)
        row = [_path(photo.path), photo.taken or "", people, photo.faces, photo.width, photo.height]
        table.writerow([_harmless(each) for each in row])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def as_html(title: str, photos: Sequence[Photo], pictures: Mapping[int, bytes]) -> bytes:
    """One page that holds all: small pictures (JPEG by photo id) with dates, people and where the photo is."""
    items = "\n".join(_item(photo, pictures.get(photo.photo_id)) for photo in photos)
    number = "1 photo" if len(photos) == 1 else f"{len(photos):,} photos"
    page = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_SAFETY}">\n'
        f"<title>{html.escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{html.escape(title)}</h1>\n<p>{number}</p>\n<ul>\n{items}\n</ul>\n</body>\n</html>\n"
    )
    return page.encode("utf-8", "replace")


def _item(photo: Photo, picture: bytes | None) -> str:
    people, path = html.escape(", ".join(photo.people)), html.escape(_path(photo.path))
    shown = f'<img alt="{people}" src="data:image/jpeg;base64,{base64.b64encode(picture).decode()}">' if picture else ""
    taken = html.escape((photo.taken or "").replace("T", " "))
    return f"<li>{shown}<p>{people}</p><p><small>{taken}</small></p><p><small>{path}</small></p></li>"


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _path(path: bytes) -> str:
    return path.decode("utf-8", "replace")

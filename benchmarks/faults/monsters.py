"""Files made to harm: name -> bytes. Each claims or unfolds more than it holds, or leads its reader in a circle."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import numpy as np
from PIL import Image

HUGE = 65535
WIDE = 10_000
"""Sides of the largest square picture that is let in (100 million pixels)."""


def monsters(*, heavy: bool = True) -> dict[str, bytes]:
    """All of them. heavy: also those that really unfold to a hundred million pixels and cost seconds each."""
    made = {**_nothing(), **_jpegs(), **_pngs(), **_gifs(), **_tiffs(), **_others(), **_polyglots()}
    return {**made, **_bombs()} if heavy else made


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """A picture as a file's content."""
    if kind == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener()
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def portrait(width: int = 320, height: int = 240) -> Image.Image:
    """A smooth picture with some detail."""
    y, x = np.mgrid[:height, :width]
    planes = [np.sin(x / (9 + k) + k) * np.cos(y / (11 - k)) * 90 + 128 for k in range(3)]
    return Image.fromarray(np.stack(planes, 2).astype(np.uint8))


def _nothing() -> dict[str, bytes]:
    magics = {"jpg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n", "gif": b"GIF89a", "tif": b"II*\0", "bmp": b"BM"}
    heads = {f"only-magic.{ending}": magic for ending, magic in magics.items()}
    brands = {f"only-{brand}.{brand}": struct.pack(">I4s4s", 12, b"ftyp", brand.encode()) for brand in ("heic", "avif")}
    return {"empty.jpg": b"", "one-byte.jpg": b"\xff", "zeros.png": bytes(100_000), **heads, **brands}


def _jpegs() -> dict[str, bytes]:
    plain, slow = (encoded(portrait(), "JPEG", progressive=on) for on in (False, True))
    claims = {
        f"claims-{HUGE}{'-progressive' * on}.jpg": _claim(data, HUGE, HUGE) for on, data in enumerate((plain, slow))
    }
    return {
        **claims,
        "claims-much-progressive.jpg": _claim(slow, WIDE, WIDE - 1),
        "claims-no-pixels.jpg": _claim(plain, 0, 0),
        "scan-bomb.jpg": scan_bomb(4000, 4000, 3000),
        "scan-bomb-largest.jpg": scan_bomb(WIDE, WIDE - 10, 20_000),
        "million-comments.jpg": plain[:2] + b"\xff\xfe\0\2" * 1_000_000 + plain[2:],
        "fill-bytes.jpg": plain[:2] + b"\xff" * 5_000_000 + plain[2:],
        "icc-in-255-parts.jpg": plain[:2] + _app(2, b"ICC_PROFILE\0\1\xff" + bytes(60_000)) * 255 + plain[2:],
        "exif-in-a-circle.jpg": plain[:2] + _app(1, b"Exif\0\0" + _circle(0x8769)) + plain[2:],
        "exif-endless-list.jpg": plain[:2] + _app(1, b"Exif\0\0" + _circle(None)) + plain[2:],
        "mpf-with-a-billion-frames.jpg": plain[:2] + _app(2, b"MPF\0" + _mpf(1_000_000_000)) + plain[2:],
        "xmp-billion-laughs.jpg": plain[:2] + _app(1, b"http://ns.adobe.com/xap/1.0/\0" + _laughs()) + plain[2:],
    }


def scan_bomb(width: int, height: int, scans: int) -> bytes:
    """A progressive JPEG of a few bytes whose every empty scan is a walk over all its coefficients.

    D. Temmen et al. call it a progressive-scan bomb; libjpeg-turbo's djpeg has -maxscans against it.
    """
    grey = portrait(16, 16).convert("L")
    data = _claim(encoded(grey, "JPEG", progressive=True), width, height)
    plain = encoded(grey, "JPEG")  # its tables are the standard's, for every code there is
    tables = plain[plain.index(b"\xff\xc4") : plain.index(b"\xff\xda")]
    scan = b"\xff\xda" + struct.pack(">HBBBBBB", 8, 1, 1, 0, 1, 63, 0x10)
    return data[: data.index(b"\xff\xda")] + tables + (scan + b"\0") * scans + b"\xff\xd9"


def _claim(jpeg: bytes, width: int, height: int) -> bytes:
    data = bytearray(jpeg)
    at = max(data.find(b"\xff\xc0"), data.find(b"\xff\xc2"))
    struct.pack_into(">HH", data, at + 5, height, width)
    return bytes(data)


def _app(number: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, 0xE0 + number, len(payload) + 2) + payload


def _circle(pointer: int | None) -> bytes:
    """A TIFF block whose directory leads to itself: by a pointer tag, else as its own successor."""
    entry = struct.pack("<HHII", pointer or 0x0112, 4, 1, 8)
    return b"II*\0" + struct.pack("<IH", 8, 1) + entry + struct.pack("<I", 8)


def _mpf(frames: int) -> bytes:
    entries = struct.pack("<HHII", 0xB000, 7, 4, 0x30303130) + struct.pack("<HHII", 0xB001, 4, 1, frames)
    entries += struct.pack("<HHII", 0xB002, 7, 0xFFFFFFF0, 50)
    return b"II*\0" + struct.pack("<IH", 8, 3) + entries + bytes(4)


def _laughs() -> bytes:
    lines = [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12)]
    return f'<!DOCTYPE x [<!ENTITY l0 "ha">{"".join(lines)}]><x:xmpmeta xmlns:x="a">&l11;</x:xmpmeta>'.encode()


def _pngs() -> dict[str, bytes]:
    pixels = zlib.compress(bytes(1000))
    text = zlib.compress(bytes(60_000_000), 9)
    return {
        f"claims-{HUGE}.png": png(HUGE, HUGE, pixels),
        "claims-most.png": png(0x7FFFFFFF, 0x7FFFFFFF, pixels),
        "claims-a-line.png": png(100_000_000, 1, pixels),
        "text-bomb.png": png(64, 64, pixels, [(b"zTXt", b"a\0\0" + text)] * 20),
        "profile-bomb.png": png(64, 64, pixels, [(b"iCCP", b"a\0\0" + text)]),
        "million-chunks.png": png(64, 64, pixels, [(b"abCd", b"")] * 500_000),
        "absurd-animation.png": png(64, 64, pixels, [(b"acTL", struct.pack(">II", 0x7FFFFFFF, 0))]),
    }


def png(
    width: int, height: int, pixels: bytes, chunks: list[tuple[bytes, bytes]] | None = None, depth: int = 8
) -> bytes:
    """A PNG of 3 channels with any chunks before its pixels."""
    header = struct.pack(">IIBBBBB", width, height, depth, 2, 0, 0, 0)
    parts = [(b"IHDR", header), *(chunks or []), (b"IDAT", pixels), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )


def _gifs() -> dict[str, bytes]:
    plain = encoded(portrait().convert("P"), "GIF")
    frame = plain[plain.index(b",", 13 + 768) : -1]
    return {
        f"claims-{HUGE}.gif": plain[:6] + struct.pack("<HH", HUGE, HUGE) + plain[10:],
        "frame-outside.gif": plain.replace(frame[:9], b"," + struct.pack("<HHHH", HUGE, HUGE, 320, 240), 1),
        "many-frames.gif": plain[:-1] + frame * 300 + b";",
        "million-extensions.gif": plain[: 13 + 768] + b"!\xfe\0" * 1_000_000 + plain[13 + 768 :],
    }


def _tiffs() -> dict[str, bytes]:
    plain = encoded(portrait(), "TIFF")
    tile = [(322, 2**31 - 16), (323, 2**31 - 16), (324, 8), (325, 100)]
    return {
        "own-successor.tif": _tiff([(256, 64), (257, 64), (258, 8), (262, 1), (273, 8), (279, 4096)], follow=8),
        "long-chain.tif": _chain(60_000),
        f"claims-{HUGE}.tif": _tiff([(256, HUGE), (257, HUGE), (258, 8), (262, 1), (273, 8), (279, 10)]),
        "one-huge-tile.tif": _tiff([(256, 9000), (257, 9000), (258, 8), (259, 8), (262, 1), *tile]),
        "four-billion-strips.tif": _tiff([(256, 9000), (257, 9000), (258, 8), (262, 1), (278, 1)], count=0xFFFFFFFF),
        "many-channels.tif": _tiff([(256, 9000), (257, 9000), (258, 8), (262, 2), (277, 65535), (273, 8), (279, 99)]),
        "big.tif": b"II+\0" + struct.pack("<HHQ", 8, 0, 16) + struct.pack("<Q", 2**63),
        "every-tag-the-whole-file.tif": _tag_bomb(20_000),
        "cut.tif": plain[: len(plain) // 2],
    }  # fmt: skip


def _tiff(tags: list[tuple[int, int]], follow: int = 0, count: int = 1) -> bytes:
    entries = b"".join(struct.pack("<HHII", tag, 4, count if tag == 278 else 1, value) for tag, value in tags)
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + struct.pack("<I", follow) + bytes(4096)


def _tag_bomb(tags: int) -> bytes:
    """A directory whose every entry is the whole file: tens of gigabytes for who reads them all."""
    entries = b"".join(struct.pack("<HHII", tag, 7, 12 * tags, 8) for tag in range(256, 256 + tags))
    return b"II*\0" + struct.pack("<IH", 8, tags) + entries + bytes(200_000)


def _chain(length: int) -> bytes:
    entry = struct.pack("<HHHII", 1, 256, 4, 1, 64)
    return b"II*\0\x08\0\0\0" + b"".join(entry + struct.pack("<I", 8 + 18 * (n + 1)) for n in range(length))


def _others() -> dict[str, bytes]:
    bmp, heic, avif = (encoded(portrait(), kind) for kind in ("BMP", "HEIF", "AVIF"))
    frames = [portrait(64, 64).rotate(angle) for angle in range(1, 300)]
    return {
        "claims-most.bmp": bmp[:18] + struct.pack("<ii", 0x7FFFFFFF, -0x7FFFFFFF) + bmp[26:],
        "claims-most.ppm": b"P6 99999999 99999999 255\n",
        "endless-number.ppm": b"P6 " + b"1" * 3_000_000,
        "endless-comment.ppm": b"P6 #" + b"x" * 3_000_000,
        "many-frames.webp": encoded(portrait(64, 64), "WEBP", save_all=True, append_images=frames),
        **{
            f"claims-{side}.{ending}": data[: at + 8] + struct.pack(">II", side, side) + data[at + 16 :]
            for ending, data in (("heic", heic), ("avif", avif))
            for side in (9999, HUGE, 0xFFFFFFFF)
            for at in [data.index(b"ispe")]
        },
        "box-of-nothing.heic": heic[:24] + struct.pack(">I4s", 0, b"free") + heic[24:],
        "boxes-in-boxes.heic": heic[:24] + b"".join(struct.pack(">I4s", 80_000 - 8 * n, b"meta") for n in range(9999)),
    }


def _polyglots() -> dict[str, bytes]:
    jpeg, image = encoded(portrait(), "JPEG"), encoded(portrait(), "PNG")
    return {
        "and-a-zip.jpg": jpeg + b"PK\x03\x04" + bytes(1000) + b"PK\x05\x06" + bytes(18),
        "and-a-film.jpg": jpeg + struct.pack(">I4s4s", 24, b"ftyp", b"mp42") + bytes(200_000),
        "a-page-too.gif": b"GIF89a=1;<script>alert(1)</script>" + jpeg,
        "a-document-too.jpg": b"%PDF-1.4\n" + jpeg,
        "png-and-jpeg.png": image + jpeg,
        "heic-that-is-a-jpeg.heic": struct.pack(">I4s4s", 16, b"ftyp", b"heic") + bytes(4) + jpeg,
        "postscript.jpg": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(%pipe%touch owned)(w)file\n",
        "drawing.jpg": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1:9/x"/></svg>',
    }


def _bombs() -> dict[str, bytes]:
    flat = Image.new("RGB", (WIDE, WIDE), (90, 60, 30))
    deep = zlib.compressobj(9)
    rows = b"".join([*(deep.compress(bytes(6 * WIDE + 1)) for _ in range(WIDE)), deep.flush()])
    bilevel = Image.new("1", (WIDE, WIDE))
    return {
        "bomb.png": encoded(flat, "PNG"),
        "bomb-16-bit.png": png(WIDE, WIDE, rows, depth=16),
        "bomb.gif": encoded(flat.convert("P"), "GIF"),
        "bomb.webp": encoded(flat, "WEBP", lossless=True, method=0),
        "bomb-lossy.webp": encoded(flat, "WEBP", method=0),
        "bomb.avif": encoded(flat, "AVIF", speed=10),
        "bomb.heic": encoded(flat, "HEIF"),
        "bomb-deflate.tif": encoded(flat, "TIFF", compression="tiff_deflate"),
        "bomb-lzw.tif": encoded(flat, "TIFF", compression="tiff_lzw"),
        "bomb-fax.tif": encoded(bilevel, "TIFF", compression="group4"),
        "bomb-cmyk.tif": encoded(flat.convert("CMYK"), "TIFF", compression="tiff_deflate"),
        "bomb.jpg": encoded(flat, "JPEG", quality=10),
        "bomb-progressive.jpg": encoded(flat, "JPEG", quality=10, progressive=True),
        "bomb-runs.bmp": _runs(WIDE, WIDE, 255),
        "bomb-short-runs.bmp": _runs(4000, 4000, 1),
        "bomb-in-words.ppm": b"P3 4000 4000 255\n" + b"0 " * 48_000_000,
    }


def _runs(width: int, height: int, run: int) -> bytes:
    """A run-length encoded BMP, which Pillow unfolds in Python."""
    whole, rest = divmod(width, run)
    line = bytes([run, 0]) * whole + (bytes([rest, 0]) if rest else b"") + b"\0\0"
    size = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 8, 1, len(line) * height, 0, 0, 256, 0)
    return struct.pack("<2sIHHI", b"BM", 54 + 1024, 0, 0, 54 + 1024) + size + bytes(1024) + line * height + b"\0\1"

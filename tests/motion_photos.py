"""Motion photos as phones write them: a JPEG, and behind it a film that other programs must not lose.

Sources: Motion Photo format 1.0 and its forerunner (GCamera:MicroVideo), Android developers; Samsung's trailer of
blocks (SEF) as exiftool documents it (Image::ExifTool::Samsung).
"""

from __future__ import annotations

import struct
from collections.abc import Callable

from PIL import Image

from tests.builders import encoded

_RDF = (
    "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
    "<rdf:Description rdf:about='' xmlns:GCamera='http://ns.google.com/photos/1.0/camera/' {0}>{1}</rdf:Description>"
    "</rdf:RDF></x:xmpmeta>"
)
_CONTAINER = (
    "<Container:Directory xmlns:Container='http://ns.google.com/photos/1.0/container/'"
    " xmlns:Item='http://ns.google.com/photos/1.0/container/item/'><rdf:Seq>"
    "<rdf:li rdf:parseType='Resource'><Container:Item Item:Mime='image/jpeg' Item:Semantic='Primary'/></rdf:li>"
    "<rdf:li rdf:parseType='Resource'><Container:Item Item:Mime='video/mp4' Item:Semantic='MotionPhoto'"
    " Item:Length='{0}' Item:Padding='0'/></rdf:li></rdf:Seq></Container:Directory>"
)


def film(length: int = 5000) -> bytes:
    """What begins like an MP4 and is none that plays; bytes like a JPEG's marks are in it."""
    head = struct.pack(">I", 24) + b"ftypmp42" + bytes(4) + b"mp42isom"
    frames = b"\xff\xd8\xff\xda\xff\xd9"
    return head + struct.pack(">I", 8 + length) + b"mdat" + (frames * length)[:length]


def google(image: Image.Image) -> bytes:
    """Of a Pixel phone since 2020."""
    told = "GCamera:MotionPhoto='1' GCamera:MotionPhotoVersion='1' GCamera:MotionPhotoPresentationTimestampUs='500000'"
    return encoded(image, xmp=_RDF.format(told, _CONTAINER.format(len(film()))).encode()) + film()


def micro_video(image: Image.Image) -> bytes:
    """Of a Pixel phone before: the film begins so many bytes before the end."""
    told = f"GCamera:MicroVideo='1' GCamera:MicroVideoVersion='1' GCamera:MicroVideoOffset='{len(film())}'"
    return encoded(image, xmp=_RDF.format(told, "").encode()) + film()


def samsung(image: Image.Image) -> bytes:
    """Of a Galaxy phone: blocks behind the picture, a directory of them at the end."""
    blocks = [(0x0A01, b"Image_UTC_Data", b"1564834394000"), (0x0A30, b"MotionPhoto_Data", film())]
    data, directory = b"", b""
    packed = [struct.pack("<HHI", 0, kind, len(name)) + name + told for kind, name, told in blocks]
    for at, ((kind, _, _), block) in enumerate(zip(blocks, packed, strict=True)):
        directory += struct.pack("<HHII", 0, kind, sum(map(len, packed[at:])), len(block))
        data += block
    head = b"SEFH" + struct.pack("<II", 106, len(blocks)) + directory
    return encoded(image) + data + head + struct.pack("<I", len(head)) + b"SEFT"


Phone = Callable[[Image.Image], bytes]
PHONES: tuple[Phone, ...] = (google, micro_video, samsung)

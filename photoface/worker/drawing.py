"""JPEG that draw the same picture over and over: small files that keep a decoder busy for minutes or hours."""

from __future__ import annotations

from photoface.domain.errors import PhotoUnreadable
from photoface.metadata.pixel_stream import scans
from photoface.vision.headers import StoredPhoto

MOST_DRAWN = 10_000_000_000
"""Pixels times scans. Each scan is a walk over all pixels (6 ns for a hundred) and costs who sends it ten bytes;
photos have one scan or some ten."""


def refuse_endless_drawing(photo: StoredPhoto) -> None:
    """Raises PhotoUnreadable."""
    if photo.shrinks and scans(photo.data) * photo.pixels > MOST_DRAWN:
        reason = f"it draws {photo.pixels:,} pixels {scans(photo.data):,} times over, which no photo does"
        raise PhotoUnreadable(photo.path, reason, "too_large")

"""The design in numbers: spacing, type, radii and two sets of colours. Everything else refers to these names."""

from __future__ import annotations

from dataclasses import dataclass

SPACE = 4
"""Everything is a multiple: 1 hair, 2 tight, 3 normal, 4 loose, 6 page margin."""

RADIUS = 10
SMALL_RADIUS = 6

SMALL, BODY, LEAD, TITLE, DISPLAY = 12, 13, 15, 20, 28
"""Type scale in pixels at scale 1."""


@dataclass(frozen=True, slots=True)
class Colors:
    """One theme.

    ground: behind everything; surface: cards, fields, sidebar; raised: hovered surfaces; line: hair lines;
    text, quiet: texts; accent: what can be done and what is chosen; on_accent: text on it; tint: behind what is
    selected; good, doubt, bad: confirmed, suggested, refused.
    """

    ground: str
    surface: str
    raised: str
    line: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    tint: str
    good: str
    doubt: str
    bad: str


# Contrast of text and quiet on ground and surface: at least 4.5 (WCAG 2.1, 1.4.3); a test computes it.
LIGHT = Colors(
    ground="#fbfaf8",
    surface="#f1efeb",
    raised="#e7e4de",
    line="#ddd9d2",
    text="#23211e",
    quiet="#66615a",
    accent="#2f6f5e",
    on_accent="#ffffff",
    tint="#dbeae4",
    good="#2f7d4f",
    doubt="#96650b",
    bad="#b3402f",
)
DARK = Colors(
    ground="#191a1b",
    surface="#222425",
    raised="#2d3031",
    line="#393d3e",
    text="#eceae6",
    quiet="#a5a19a",
    accent="#7cc4ae",
    on_accent="#10211b",
    tint="#24413a",
    good="#7cc48f",
    doubt="#dfb15b",
    bad="#ec8f7f",
)

PHOTO_GROUND, PHOTO_SHADE, ON_PHOTO = "#101010", "#aa000000", "#ffffff"
"""Around and upon photos, the same in both themes: a photo is judged before a dark and quiet ground."""

"""Words can be read and edges can be seen in every theme."""

import re
from pathlib import Path

import pytest

from mentoring.ui.styles import FOLDER

TOKEN = re.compile(r"--(?P<name>[\w-]+): (?P<value>[^;]+);")
BLOCK = re.compile(r"(?P<selector>:root[^{}]*)\{(?P<body>[^{}]*)\}")

WASHES = ("now", "good-wash", "late-wash", "accent-wash")
GROUNDS = ("paper", "surface", "sunk")
TEXT = {
    "ink": (*GROUNDS, *WASHES),
    "ink-soft": (*GROUNDS, *WASHES),
    "accent": (*GROUNDS, *WASHES),
    "accent-hover": (*GROUNDS, "accent-wash"),
    "accent-ink": ("accent", "accent-hover"),
    "now-ink": (*GROUNDS, "now"),
    "good": (*GROUNDS, "good-wash"),
    "late": (*GROUNDS, "late-wash", "now"),
}
EDGES = {"line-strong": GROUNDS, "focus": (*GROUNDS, *WASHES), "good": GROUNDS, "late": GROUNDS, "accent": GROUNDS}
THEMES = {
    "light": ("tokens/light.css", ":root"),
    "dark": ("tokens/dark.css", ':root[data-theme="dark"]'),
    "dark by the machine": ("tokens/dark.css", ":root:not([data-theme]):not([data-vision])"),
    "contrast": ("tokens/contrast.css", ':root[data-theme="contrast"]'),
    "contrast by the machine": ("tokens/contrast.css", ":root:not([data-theme]):not([data-vision])"),
    "black on white": ("tokens/vision.css", ':root[data-vision="low"][data-colors="white"]'),
    "white on black": ("tokens/vision.css", ':root[data-vision="low"][data-colors="black"]'),
    "blue on blue": ("tokens/vision.css", ':root[data-vision="low"][data-colors="blue"]'),
}
STRONG = ("contrast", "contrast by the machine", "black on white", "white on black")


def tokens_of(theme: str) -> dict[str, str]:
    """Values of the tokens of one theme."""
    file, selector = THEMES[theme]
    blocks = BLOCK.findall(Path(FOLDER / file).read_text("utf-8"))
    return dict(TOKEN.findall(next(body for found, body in blocks if found.strip() == selector)))


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Ratio of contrast between two colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def weak_pairs(theme: str, pairs: dict[str, tuple[str, ...]], least: float) -> list[str]:
    """Pairs of tokens that differ too little."""
    tokens = tokens_of(theme)
    return [
        f"{front} on {back}: {ratio:.2f}"
        for front, backs in pairs.items()
        for back in backs
        if (ratio := contrast(tokens[front], tokens[back])) < least
    ]


def test_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
def test_words_can_be_read(theme: str) -> None:
    assert weak_pairs(theme, TEXT, 4.5) == []


@pytest.mark.parametrize("theme", THEMES)
def test_edges_can_be_seen(theme: str) -> None:
    assert weak_pairs(theme, EDGES, 3) == []


@pytest.mark.parametrize("theme", STRONG)
def test_strong_themes_are_stronger(theme: str) -> None:
    assert weak_pairs(theme, {"ink": TEXT["ink"], "accent": GROUNDS, "line": GROUNDS}, 7) == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_names_every_color(theme: str) -> None:
    assert set(tokens_of(theme)) >= set(tokens_of("light"))


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_choice_and_machine_give_the_same_theme(theme: str) -> None:
    assert tokens_of(theme) == tokens_of(f"{theme} by the machine")

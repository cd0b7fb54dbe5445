"""How a person wants to see pages: theme and the version for the visually impaired, kept in one cookie."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

COOKIE = "display"
YEAR_SECONDS = 365 * 24 * 60 * 60

CHOICES: dict[str, tuple[str, ...]] = {
    "theme": ("auto", "light", "dark", "contrast"),
    "vision": ("normal", "low"),
    "size": ("1", "2", "3"),
    "spacing": ("1", "2", "3"),
    "colors": ("white", "black", "blue"),
}

TITLES: dict[str, tuple[str, tuple[str, ...]]] = {
    "theme": ("Тема", ("Как в системе", "Светлая", "Тёмная", "Контрастная")),
    "size": ("Размер букв", ("Большой", "Больше", "Самый большой")),
    "spacing": ("Расстояния", ("Обычные", "Широкие", "Самые широкие")),
    "colors": ("Цвета", ("Чёрным по белому", "Белым по чёрному", "Синим по голубому")),
}


@dataclass(frozen=True)
class Choice:
    """One position of a switch."""

    value: str
    title: str
    is_on: bool


@dataclass(frozen=True)
class Switch:
    """A setting with all its positions, as the shell shows it."""

    name: str
    title: str
    choices: Sequence[Choice]


@dataclass(frozen=True)
class Display:
    """A person's settings; each field has one of the values of `CHOICES`."""

    theme: str = "auto"
    vision: str = "normal"
    size: str = "1"
    spacing: str = "1"
    colors: str = "white"

    @classmethod
    def read(cls, request: HttpRequest) -> "Display":
        """Take the settings from the cookie; what is unknown there is ignored."""
        values = request.COOKIES.get(COOKIE, "").split(".")
        return cls().changed_by(dict(zip(CHOICES, values, strict=False)))

    def changed_by(self, values: Mapping[str, str]) -> "Display":
        """The same settings with the known values among `values` put in."""
        known = {name: values[name] for name, allowed in CHOICES.items() if values.get(name) in allowed}
        return replace(self, **known)

    def write(self, response: HttpResponse) -> None:
        """Remember the settings in the browser for a year."""
        response.set_cookie(
            COOKIE,
            self.code,
            max_age=YEAR_SECONDS,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )

    @property
    def code(self) -> str:
        """The settings as the cookie keeps them."""
        return ".".join(getattr(self, name) for name in CHOICES)

    @property
    def is_low_vision(self) -> bool:
        """True in the version for the visually impaired."""
        return self.vision == "low"

    @property
    def attributes(self) -> SafeString:
        """Attributes of the `html` element; the settings by default leave none."""
        shown = [] if self.theme == "auto" or self.is_low_vision else [("theme", self.theme)]
        if self.is_low_vision:
            shown += [(name, getattr(self, name)) for name in ("vision", "size", "spacing", "colors")]
        return format_html_join("", ' data-{}="{}"', shown)

    @property
    def theme_switch(self) -> Switch:
        """The switch of themes."""
        return self._switch("theme")

    @property
    def vision_switches(self) -> list[Switch]:
        """The switches of the version for the visually impaired."""
        return [self._switch(name) for name in ("size", "spacing", "colors")]

    def _switch(self, name: str) -> Switch:
        title, words = TITLES[name]
        now = getattr(self, name)
        pairs = zip(CHOICES[name], words, strict=True)
        return Switch(name=name, title=title, choices=[Choice(value, word, value == now) for value, word in pairs])

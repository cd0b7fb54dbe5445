"""The address under which people find the site: reading it as typed, and whether it leads to this computer only."""

import re
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

SAMPLE: Final = "http://192.168.1.10:8000"
HOST: Final = re.compile(r"[a-z0-9а-яё](?:[a-z0-9а-яё.-]*[a-z0-9а-яё])?|\[[0-9a-f:.]+\]")


class BadAddressError(ValueError):
    """A text that is no address of a site; the message is for people."""


def read_address(text: str) -> str:
    """Give «http://host:port» as typed by a person, without the path; raises BadAddressError."""
    typed = text.strip().lower()
    wrong = BadAddressError(f"«{text.strip()[:80]}» — не адрес сайта: введите его целиком, например {SAMPLE}.")
    try:
        parts = urlsplit(typed if "://" in typed else f"http://{typed}")
        port = parts.port
    except ValueError:
        raise wrong from None
    host = parts.netloc.rpartition("@")[2].removesuffix(f":{port}")
    if parts.scheme not in {"http", "https"} or parts.username or not HOST.fullmatch(host):
        raise wrong
    return f"{parts.scheme}://{host}" + (f":{port}" if port else "")


def host_of(address: str) -> str:
    """The name or the number of the computer in an address, as browsers send it."""
    host = urlsplit(address).hostname or ""
    try:
        return host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return host


def is_local(address: str) -> bool:
    """Tell whether the address leads to the very computer on which it is opened: others cannot follow it."""
    host = host_of(address)
    try:
        number = ip_address(host)
    except ValueError:
        return host in {"", "localhost"} or host.endswith(".localhost")
    return number.is_loopback or number.is_unspecified

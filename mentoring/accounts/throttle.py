"""Limits of guessing, checked before any hashing: by account, by network, for the whole site.

A limit of N in a window is N slots; taking one is an atomic insert into the shared cache, so that several processes
cannot take more. Every slot frees itself when its window has passed.
"""

import hashlib
import ipaddress
from dataclasses import dataclass
from typing import Final

from django.core.cache import cache
from django.http import HttpRequest

from mentoring.accounts.addresses import client_address

MINUTE: Final = 60


@dataclass(frozen=True, slots=True)
class Limit:
    """So many attempts in so many seconds."""

    name: str
    attempts: int
    seconds: int


ACCOUNT: Final = Limit("account", 5, 15 * MINUTE)
NETWORK: Final = Limit("network", 30, MINUTE)
SITE: Final = Limit("site", 8, 1)
# Codes have 59 bits: a school behind one network must not wait for who mistypes or plays there.
CODE_ADDRESS: Final = Limit("code-address", 20, 5 * MINUTE)
CODE_NETWORK: Final = Limit("code-network", 30, MINUTE)
CODE_SITE: Final = Limit("code-site", 8, 1)
RESET_NETWORK: Final = Limit("reset-network", 10, 60 * MINUTE)
RESET_ACCOUNT: Final = Limit("reset-account", 3, 60 * MINUTE)


def take(limit: Limit, who: str = "") -> bool:
    """Take one attempt; False when none is left in the window."""
    return take_slot(limit, who) is not None


def take_slot(limit: Limit, who: str = "") -> str | None:
    """Take one attempt and give its key, so that a rightful one can be given back; None when none is left."""
    prefix = f"throttle:{limit.name}:{hashlib.sha256(who.encode()).hexdigest()[:32]}"
    slots = [f"{prefix}:{number}" for number in range(limit.attempts)]
    taken = cache.get_many(slots)
    free = (slot for slot in slots if slot not in taken)
    return next((slot for slot in free if cache.add(slot, 1, limit.seconds)), None)


def take_all(*wanted: tuple[Limit, str]) -> list[str] | None:
    """Take one attempt of each limit and give their keys; None, and nothing taken, when one of them has none left."""
    slots: list[str] = []
    for limit, who in wanted:
        slot = take_slot(limit, who)
        if slot is None:
            cache.delete_many(slots)
            return None
        slots.append(slot)
    return slots


def give_back(slot: str | None) -> None:
    """Return an attempt that was no guessing."""
    if slot is not None:
        cache.delete(slot)


def network_of(request: HttpRequest) -> str:
    """The network of the visitor: /24 of IPv4, /48 of IPv6."""
    try:
        address = ipaddress.ip_address(client_address(request))
    except ValueError:
        return "unknown"
    return str(ipaddress.ip_network((address, 24 if address.version == 4 else 48), strict=False))

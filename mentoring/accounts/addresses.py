"""Where a request comes from; the proxy's header is believed only from a proxy that the installation names."""

import ipaddress
import os

from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The visitor's address: the last one that a trusted proxy did not add itself."""
    direct = str(request.META.get("REMOTE_ADDR", ""))
    trusted = trusted_proxies()
    if not trusted or not _is_among(direct, trusted):
        return direct
    for hop in reversed(request.headers.get("X-Forwarded-For", "").split(",")):
        if hop.strip() and not _is_among(hop.strip(), trusted):
            return hop.strip()
    return direct


def trusted_proxies() -> tuple[str, ...]:
    """Addresses or networks of the proxies in front, from TRUSTED_PROXIES."""
    return tuple(part.strip() for part in os.environ.get("TRUSTED_PROXIES", "").split(",") if part.strip())


def _is_among(address: str, networks: tuple[str, ...]) -> bool:
    try:
        found = ipaddress.ip_address(address)
        return any(found in ipaddress.ip_network(network, strict=False) for network in networks)
    except ValueError:
        return False

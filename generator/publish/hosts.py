"""Which hosts are this very machine, so that what is said to them goes over no wire."""

import ipaddress


def is_loopback(host: str) -> bool:
    """Whether the name or number of a host means this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

"""Asks OSV whether anything locked has a weakness published since the last review.

`python -m supply.asking`, in a workflow of every week, for it needs a network: only names and
versions of packages leave the machine. CONGTAC_OSV names another server with the same interface.
Source: OSV's interface, `POST /v1/querybatch`.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final

import httpx
from packageurl import PackageURL

from supply.advisories import FILE, Advisory, packages, read
from supply.locks import Locked, locks

SERVER: Final = "https://api.osv.dev"
AT_ONCE: Final = 500
"""Packages in one question; OSV takes up to 1,000."""
PATIENCE: Final = 30.0


def main() -> str:
    """Return what was found, or why nothing could be; empty if nothing is wrong."""
    known = read(FILE.read_text(encoding="utf-8"))
    asked = sorted({_url(each): each for each in packages(locks())}.items())
    server = os.environ.get("CONGTAC_OSV") or SERVER
    try:
        with httpx.Client(base_url=server, timeout=PATIENCE) as client:
            found = list(_found(client, asked, known.advisories))
    except (httpx.HTTPError, ValueError, KeyError) as error:
        return f"{server} could not be asked: {error!r}"
    if found:
        return "\n".join((*found, f"Mend it, or note it in {FILE.name} with the reason."))
    print(f"{len(asked)} packages asked for, nothing found that is not accepted.")
    return ""


def _found(
    client: httpx.Client, asked: Sequence[tuple[str, Locked]], advisories: Sequence[Advisory]
) -> Iterator[str]:
    """Yield a line for each weakness that concerns what is locked and was not accepted."""
    accepted = {(each.package, each.id) for each in advisories if each.accepted}
    rest = iter(asked)
    while part := list(islice(rest, AT_ONCE)):
        queries = [{"package": {"purl": url}} for url, _ in part]
        reply = client.post("/v1/querybatch", json={"queries": queries}).raise_for_status()
        answers: list[dict[str, Any]] = reply.json()["results"]
        for (_, package), answer in zip(part, answers, strict=True):
            for each in answer.get("vulns", ()):
                if (package.name, each["id"]) not in accepted:
                    yield f"{package}: https://osv.dev/vulnerability/{each['id']}"


def _url(package: Locked) -> str:
    namespace, _, name = package.name.rpartition("/")
    return PackageURL(package.ecosystem, namespace or None, name, package.version).to_string()


if __name__ == "__main__":
    sys.exit(main() or 0)

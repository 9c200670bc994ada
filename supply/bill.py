"""A bill of materials for each lock, in CycloneDX' JSON: `python -m supply.bill build/sbom`.

The same locks give the same bytes. Source: CycloneDX 1.6, JSON.
"""

import json
import sys
import tomllib
import uuid
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from supply.locks import ROOT, Lock, Locked, locks

MARKER: Final = "congtac:marker"
"""A property: on which systems the package is installed, as pip's markers say it."""


def main(out: Path) -> None:
    """Write the bill of every lock."""
    out.mkdir(parents=True, exist_ok=True)
    for lock in locks():
        file = out / f"{lock.name}.cdx.json"
        file.write_text(bill(lock), encoding="utf-8")
        print(f"{file}: {len(lock.packages)} packages of {lock.path}")


def bill(lock: Lock) -> str:
    """Return the bill of one lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    this = Component(
        name=project["name"],
        version=project["version"],
        type=ComponentType.APPLICATION,
        bom_ref="congtac",
        licenses=[LicenseFactory().make_from_string(project["license"])],
    )
    parts = [_component(each) for each in lock.packages]
    bom = Bom(components=parts)
    bom.metadata.component = this
    bom.register_dependency(this, parts)
    return _without_the_hour(json.loads(JsonV1Dot6(bom).output_as_string()))


def _component(package: Locked) -> Component:
    namespace, _, name = package.name.rpartition("/")
    url = PackageURL(package.ecosystem, namespace or None, name, package.version)
    hashes = [HashType(alg=HashAlgorithm.SHA_256, content=each) for each in package.sha256]
    if package.sha512:
        hashes.append(HashType(alg=HashAlgorithm.SHA_512, content=package.sha512))
    return Component(
        name=name,
        group=namespace or None,
        version=package.version,
        type=ComponentType.LIBRARY,
        purl=url,
        bom_ref=url.to_string(),
        scope=ComponentScope.EXCLUDED if package.developing else ComponentScope.REQUIRED,
        hashes=hashes,
        licenses=[LicenseFactory().make_from_string(package.licence)] if package.licence else [],
        properties=[Property(name=MARKER, value=package.marker)] if package.marker else [],
    )


def _without_the_hour(told: dict[str, Any]) -> str:
    """Return the bill without the hour of its making, and numbered after what it holds."""
    del told["metadata"]["timestamp"], told["serialNumber"]
    held = sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
    told["serialNumber"] = uuid.uuid5(uuid.NAMESPACE_OID, held).urn
    return json.dumps(told, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))

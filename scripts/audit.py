"""Audit the site's dependencies: known vulnerabilities, licences, a software bill of materials.

Run ``scripts/setup audit`` first; then ``.venv/bin/python scripts/audit.py vulnerabilities``,
``licences``, or ``bom FILE`` (CycloneDX 1.6, JSON). It audits the lock file requirements/site.txt.
Exit codes: 0 nothing found, 1 something to review, 2 the audit could not run.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

LOCK = Path(__file__).parent.parent / "requirements" / "site.txt"
_PIN = re.compile(r"^([a-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)", re.IGNORECASE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_FREE = re.compile(
    r"\b(MIT|BSD|Apache|ISC|MPL|PSF|Python Software Foundation|Unlicense|CC0|Zlib|HPND)",
    re.IGNORECASE,
)
"""Licences that allow us to build and publish a site."""


@dataclass(frozen=True, slots=True)
class Package:
    """A pinned package of the lock file."""

    name: str
    version: str
    hashes: tuple[str, ...]
    """SHA-256 of its files, from the lock file."""

    @property
    def licence(self) -> str:
        """The licence in its metadata; empty if there is none."""
        try:
            told = metadata(self.name)
        except PackageNotFoundError:
            return ""
        classifiers = [
            line.rpartition(" :: ")[2]
            for line in told.get_all("Classifier") or ()
            if line.startswith("License ::")
        ]
        expression = told.get("License-Expression") or ""
        first = (told.get("License") or "").strip().split("\n")[0]
        return expression or " / ".join(classifiers) or first


def packages() -> Iterator[Package]:
    """Yield the packages of the lock file."""
    text = LOCK.read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        if pin := _PIN.match(line):
            yield Package(pin[1], pin[2].rstrip("\\").strip(), tuple(_HASH.findall(line)))


def licences() -> int:
    """Print each package's licence; return 1 if one is unknown or not free."""
    wrong = 0
    for package in packages():
        is_known = bool(_FREE.search(package.licence))
        wrong += not is_known
        mark = "" if is_known else "  <- look at this"
        print(f"{package.name} {package.version}: {package.licence or 'not stated'}{mark}")
    return int(bool(wrong))


def vulnerabilities() -> int:
    """Print the known vulnerabilities of every package."""
    command = [sys.executable, "-m", "pip_audit", "-r", LOCK, "--disable-pip", "--require-hashes",
               "--format", "json", "--progress-spinner", "off"]  # fmt: skip
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        found = json.loads(result.stdout)["dependencies"]
    except ValueError:
        print(f"The audit could not run: {result.stderr.strip()}", file=sys.stderr)
        return 2
    skipped = [one["name"] for one in found if "skip_reason" in one]
    weak = [(one, weakness) for one in found for weakness in one.get("vulns", ())]
    for package, weakness in weak:
        fixed = ", ".join(weakness["fix_versions"]) or "no version yet"
        print(f"{package['name']} {package['version']}: {weakness['id']}, fixed in {fixed}")
    print(f"{len(found) - len(skipped)} packages audited, {len(weak)} vulnerabilities.")
    if skipped:
        print(f"Not audited: {', '.join(skipped)}", file=sys.stderr)
        return 2
    return int(bool(weak))


def bom(file: Path) -> int:
    """Write the bill of materials."""
    made = Bom()
    root = Component(name="mingbai", type=ComponentType.APPLICATION, bom_ref="mingbai")
    made.metadata.component = root
    for package in packages():
        url = PackageURL("pypi", name=package.name, version=package.version)
        hashes = [HashType(alg=HashAlgorithm.SHA_256, content=one) for one in package.hashes]
        made.components.add(
            Component(
                name=package.name,
                version=package.version,
                type=ComponentType.LIBRARY,
                bom_ref=url.to_string(),
                purl=url,
                hashes=hashes,
            )
        )
    made.register_dependency(root, made.components)
    file.write_text(JsonV1Dot6(made).output_as_string(indent=1) + "\n", encoding="utf-8")
    print(f"{file}: {len(made.components)} components.")
    return 0


def main() -> int:
    """Run the audit that the arguments name."""
    match sys.argv[1:]:
        case ["vulnerabilities"]:
            return vulnerabilities()
        case ["licences"]:
            return licences()
        case ["bom", file]:
            return bom(Path(file))
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())

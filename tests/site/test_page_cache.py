"""Pages taken from the cache are, byte for byte, those that a clean build makes."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of this project, built once, so that its cache is warm."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("content", "data", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="module")
def built_twice(project, build_site):
    """Build the copy with its cache, and once more without; return both trees."""

    def build():
        build_site(project / "site", cwd=project)
        warm = _tree(project / "site")
        kept = project / ".cache"
        kept.rename(project / ".kept")
        build_site(project / "site", cwd=project)
        clean = _tree(project / "site")
        shutil.rmtree(kept)
        (project / ".kept").rename(kept)
        return warm, clean

    build()
    return build


def _tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


CHANGES = {
    "nothing": ("mkdocs.yml", "", ""),
    "a sentence": ("content/en/review-2023/economy.md", "We carried out", "We have carried out"),
    "a title": ("content/en/review-2023/economy.md", "title: ", "title: New "),
    "a figure's label": ("data/figures.yml", "zh: 地区生产总值,", "zh: 生产总值,"),
    "a template": ("overrides/partials/footer.html", 'class="mb-foot"', 'class="mb-foot x"'),
    "a macro": ("overrides/macros/cards.html", 'class="mb-cards', 'class="x mb-cards'),
    "a style": ("overrides/assets/css/10-type.css", "font-size: 125%", "font-size: 126%"),
    "a term": ("data/glossary.yml", "en: Double-Eight Strategy", "en: Eight-Eight Strategy"),
    "a setting": ("mkdocs.yml", "https://example.org/", "https://example.org/sub/"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_cached_build_equals_a_clean_one(project, built_twice, what):
    """Whatever changes, what depends on it is made anew, and nothing stale is left."""
    name, old, new = CHANGES[what]
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    warm, clean = built_twice()
    assert warm.keys() == clean.keys()
    assert [path for path in clean if warm[path] != clean[path]] == []


def test_a_spoilt_cache_is_thrown_away(project, build_site):
    """A cache that cannot be read costs time, and nothing else."""
    (project / ".cache/mingbai/pages.sqlite").write_bytes(b"spoilt" * 1000)
    build_site(project / "site", cwd=project)
    assert (project / "site/index.html").exists()

"""Pages taken from the cache are, byte for byte, those that a clean build makes."""

import re
import shutil
from pathlib import Path

import pytest

from clean_project import copy_clean_project

ROOT = Path(__file__).parent.parent.parent
MACROS = """
{{ cards("gdp-2023") }}

{{ figure("gdp-2023") }}

{{ targets() }}

{{ chart("targets") }}

{{ pages("topics") }}

{{ paragraphs("p6-2") }}

{{ glossary() }}

{{ translation_status() }}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory, build_site):
    """A small project with every kind of thing that pages depend on; each test leaves it built."""
    folder = copy_clean_project(tmp_path_factory.mktemp("small") / "project")
    for language in ("zh", "en"):
        (folder / f"content/{language}/all.md").write_text(
            f"---\ntitle: All\n---\n\n# All\n{MACROS}", encoding="utf-8"
        )
        (folder / f"content/{language}/numbers.md").write_text(
            "---\ntitle: Numbers\n---\n\n# Numbers\n\n{{ numbers() }}\n", encoding="utf-8"
        )
    for name in ("site.yml", "synonyms.yml"):
        shutil.copy(ROOT / "data" / name, folder / "data")
    build_site(folder / "site", cwd=folder)
    return folder


@pytest.fixture
def whole(tmp_path):
    """A copy of the project of this repository."""
    folder = tmp_path / "project"
    for name in ("content", "data", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="module")
def built_twice(project, build_site):
    """Build the project with its cache, and once more without; return both trees."""

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
    "a macro": ("overrides/macros/figures/cards.html", 'class="mb-cards', 'class="x mb-cards'),
    "a style": ("overrides/assets/css/10-type.css", "font-size: 125%", "font-size: 126%"),
    "a term": ("data/glossary.yml", "en: “551” Plan", "en: Plan “551”"),
    "a synonym": ("data/synonyms.yml", "预算], en", "预算, 花钱计划], en"),
    "a topic": ("data/topics.yml", "zh: 就业\n", "zh: 工作\n"),
    "a page's title": ("content/en/topics/jobs.md", "title: ", "title: Now "),
    "who runs it": ("data/site.yml", "{}\n", "operator: {zh: 某某, en: Somebody}\n"),
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
    before = _tree(project / "site")
    warm, clean = built_twice()
    assert (clean != before) == (what != "nothing")
    assert warm.keys() == clean.keys()
    assert [path for path in clean if warm[path] != clean[path]] == []


def test_a_spoilt_cache_is_thrown_away(project, build_site):
    """A cache that cannot be read costs time, and nothing else."""
    for name in ("memo.sqlite", "html.sqlite", "written.json"):
        (project / ".cache/mingbai" / name).write_bytes(b"spoilt" * 1000)
    build_site(project / "site", cwd=project)
    assert (project / "site/index.html").exists()


def _times(site):
    """Return when each file was written, by its path without the hash of its folder."""
    return {
        re.sub("/[0-9a-f]{8}/", "/…/", path.relative_to(site).as_posix()): path.stat().st_mtime_ns
        for path in site.rglob("*")
        if path.is_file()
    }


def test_an_edit_writes_what_it_changes(whole, build_site):
    """The page, a topic that quotes it, how far the English has come, and search: no more.

    And the whole project, built so, is what a build without its cache makes of it.
    """
    site = whole / "site"
    build_site(site, cwd=whole)
    before = _times(site)
    page = whole / "content/en/review-2023/environment-town-and-country.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("We kept to", "We held to", 1), encoding="utf-8")
    build_site(site, cwd=whole)
    after = _times(site)
    assert {path for path, time in after.items() if time != before.get(path)} == {
        "about-translation/index.html",
        "en/about-translation/index.html",
        "en/review-2023/environment-town-and-country/index.html",
        "en/topics/environment/index.html",
        "search/…/en/t0.json",
        "search/index.json",
    }
    warm = _tree(site)
    shutil.rmtree(whole / ".cache")
    build_site(site, cwd=whole)
    assert _tree(site) == warm


@pytest.mark.parametrize("name", ["memo.sqlite", "html.sqlite", "written.json"])
def test_a_lost_cache_costs_time_alone(project, build_site, name):
    """Each of the files may go at any time."""
    build_site(project / "site", cwd=project)
    first = _tree(project / "site")
    (project / ".cache/mingbai" / name).unlink()
    build_site(project / "site", cwd=project)
    assert _tree(project / "site") == first

"""A project with several editions: addresses, navigation, search, commands, mistakes."""

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from click.testing import CliRunner
from editions_project import WORDS, add_edition, write, write_project

from mingbai.cli import main
from mingbai.content.library import Front
from mingbai.errors import MingbaiError
from mingbai.project import Project, find_project
from mingbai.site.compose.sites import read_sites
from mingbai.site.outputs.terms import term_files

YEARS = tuple(WORDS)
UNTRANSLATED = 2016
BASE = "https://example.org/"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Ten editions, one of them without English."""
    return write_project(tmp_path_factory.mktemp("ten") / "p", YEARS, (UNTRANSLATED,))


@pytest.fixture(scope="module")
def site(project, build_site):
    """Their site, built in strict mode."""
    return build_site(project / "site", project)


class _Links(HTMLParser):
    """Collects a page's links and ids."""

    def __init__(self, text):
        super().__init__()
        self.links, self.ids = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        del tag
        found = dict(attrs)
        self.links += [found[name] for name in ("href", "src", "data-other") if found.get(name)]
        if "id" in found:
            self.ids.add(found["id"])


def _pages(site):
    """Return the built pages by their address."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        found[BASE + address] = _Links(path.read_text(encoding="utf-8"))
    return found


def test_every_link_leads_somewhere(site):
    """Pages, anchors, feeds, style sheets and scripts, from each page of each edition."""
    pages = _pages(site)
    files = {BASE + p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    for address, page in pages.items():
        for link in page.links:
            target, _, anchor = urljoin(address, link).partition("#")
            target = target.partition("?")[0]
            if not target.startswith(BASE):
                continue
            assert target in pages or target in files, (address, link)
            if anchor and target in pages:
                assert unquote(anchor) in pages[target].ids, (address, link)


def test_addresses_mirror_the_folders(site):
    """Each edition has its pages, feeds and search below its name, in both languages."""
    for name in ("2024", "2015"):
        for path in ("index.html", "part-1/index.html", "glossary/index.html", "feed.xml"):
            assert (site / name / path).exists()
            assert (site / "en" / name / path).exists()
        assert (site / name / "search/index.json").exists()
    assert not (site / "search").exists()
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{BASE}2015/part-1/</loc>" in sitemap
    assert f"<loc>{BASE}en/2024/part-2/</loc>" in sitemap
    feed = (site / "2024/feed.xml").read_text(encoding="utf-8")
    assert f'href="{BASE}2024/part-1/"' in feed
    assert "/2023/" not in feed


def test_the_navigation_holds_its_own_edition_only(site):
    """Navigation, previous and next never lead to another edition; the switch alone does."""
    for year in YEARS:
        html = (site / str(year) / "part-1/index.html").read_text(encoding="utf-8")
        for name in ("md-nav", "mb-pages"):
            block = re.search(rf'<nav class="{name}".*?</nav>', html, re.DOTALL)[0]
            targets = [urljoin(f"{BASE}{year}/part-1/", link) for link in _Links(block).links]
            assert targets
            assert all(target.startswith(f"{BASE}{year}/") for target in targets)


def _steps(site, path):
    html = (site / path / "index.html").read_text(encoding="utf-8")
    block = re.search(r'<nav class="mb-editions".*?</nav>', html, re.DOTALL)
    address = f"{BASE}{path}/"
    return [urljoin(address, link) for link in _Links(block[0]).links]


def test_the_switch_leads_to_the_same_page_of_the_editions_near(site):
    """Five years around one's own, then the list of all."""
    near = [f"{BASE}{year}/part-1/" for year in range(2018, 2023)]
    assert _steps(site, "2020/part-1") == [*near, BASE]
    last = [f"{BASE}en/{year}/part-2/" for year in range(2020, 2025)]
    assert _steps(site, "en/2024/part-2") == [*last, f"{BASE}en/"]
    assert _steps(site, "about")[:5] == [f"{BASE}{year}/" for year in range(2020, 2025)]
    english = _steps(site, "en/2017/glossary")
    assert english[1] == f"{BASE}2016/", "without English, the Chinese home page"


def test_the_home_page_lists_all_editions(site):
    """Newest first, the latest marked, missing English told."""
    for root, missing in (("", "尚无英文"), ("en/", "No English yet")):
        html = (site / root / "index.html").read_text(encoding="utf-8")
        shelf = re.search(r'<ol class="mb-shelf">.*?</ol>', html, re.DOTALL)[0]
        assert re.findall(r"<b>(\d{4})</b>", shelf) == [str(year) for year in reversed(YEARS)]
        assert shelf.count("<strong>") == 1
        assert shelf.count(missing) == 1
    assert 'href="../2016/" hreflang="zh-Hans"' in shelf


def test_machines_are_told_where_a_page_stands(site):
    """Canonical address, the other language, breadcrumbs through the edition, the work."""
    html = (site / "en/2024/part-1/index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{BASE}en/2024/part-1/">' in html
    assert f'hreflang="zh-Hans" href="{BASE}2024/part-1/"' in html
    objects = [json.loads(text) for text in re.findall(r'ld\+json">(.*?)</script>', html)]
    assert objects[0]["isPartOf"] == {"@id": f"{BASE}en/2024/#report"}
    assert objects[0]["translationOfWork"] == {"@id": f"{BASE}2024/part-1/"}
    crumbs = [item["item"] for item in objects[1]["itemListElement"]]
    assert crumbs == [f"{BASE}en/", f"{BASE}en/2024/", f"{BASE}en/2024/part-1/"]


def test_a_search_holds_the_words_of_its_edition_only(site):
    """The pieces of one year say nothing of another's."""
    for year, (chinese, english) in WORDS.items():
        files = (site / str(year) / "search").rglob("*.json")
        text = "".join(path.read_text(encoding="utf-8") for path in files)
        others = [word for other, word in WORDS.items() if other != year]
        assert chinese in text
        assert (english in text) == (year != UNTRANSLATED)
        assert not any(zh in text or en in text for zh, en in others)


def test_pages_do_not_grow_with_the_editions(site, build_site, tmp_path):
    """The same page is as large among five editions as among ten."""
    few = build_site(tmp_path / "site", write_project(tmp_path / "p", YEARS[-5:]))
    for path in ("2024/part-1/index.html", "en/2024/index.html", "2024/glossary/index.html"):
        sizes = {len((folder / path).read_bytes()) for folder in (site, few)}
        assert len(sizes) == 1, path


def test_addresses_of_pages_are_unique(project):
    """No two documents of all editions have one address."""
    documents = [
        document for one in read_sites(Project(project)).every for document in one.documents
    ]
    assert len({document.url for document in documents}) == len(documents)


def test_one_edition_alone_reads_as_one_report(tmp_path):
    """A project whose only edition has a folder needs no name for it."""
    root = write_project(tmp_path / "p", (2024,))
    result = _run(root, "status", "--json")
    assert list(json.loads(result.stdout)["editions"]) == ["2024"]
    assert _run(root, "translate", "--dry-run").exit_code == 0


def _built(folder, names):
    """Return what a copy of the project goes without."""
    return {"site", ".cache"} & set(names) if (Path(folder) / "mkdocs.yml").exists() else ()


def _run(folder, *arguments):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(main, list(arguments))


def test_check_goes_over_all_editions(project):
    """Findings of every edition, with paths from the root; --edition takes one alone."""
    every = _run(project, "check")
    assert every.exit_code == 0, every.output
    assert f"content/zh/{UNTRANSLATED}/opening.md:1: warning" in every.stdout
    assert _run(project, "--edition", "2024", "check").stdout == ""
    inside = _run(project / "content/zh" / str(UNTRANSLATED), "check")
    assert inside.stdout == _run(project, "--edition", str(UNTRANSLATED), "check").stdout


def test_status_goes_over_all_editions(project):
    """A table an edition; one alone where it is named or stood in."""
    every = _run(project, "status", "--json")
    assert every.exit_code == 1
    assert list(json.loads(every.stdout)["editions"]) == [str(year) for year in YEARS]
    one = json.loads(_run(project, "--edition", "2024", "status", "--json").stdout)
    assert one["total"]["blocks"] == 5
    assert _run(project, "--edition", "2024", "status").exit_code == 0
    assert "2015:\n" in _run(project, "status").stdout


def test_a_command_of_one_report_names_the_editions(project):
    """One line, exit code 2; the folder one stands in says which."""
    for arguments in (("translate",), ("exchange", "export", "po", "x.po")):
        result = _run(project, *arguments)
        assert result.exit_code == 2
        assert "The project has several editions: 2015, 2016" in result.output
        assert result.output.count("\n") == 1
    assert _run(project / "data" / "2024", "translate", "--dry-run").exit_code == 0
    unknown = _run(project, "--edition", "1999", "status")
    assert unknown.exit_code == 2
    assert "There is no edition '1999'. Name one of its editions: 2015," in unknown.output


def test_a_report_can_be_split_into_its_edition(project, tmp_path):
    """Split takes the slugs of the edition into whose folder it writes."""
    root = tmp_path / "p"
    shutil.copytree(project, root, ignore=_built)
    write(root / "data/2024/slugs.yml", "回顾: review\n")
    shutil.rmtree(root / "content/zh/2024")
    source, target = root / "data/2024/source.txt", root / "content/zh/2024"
    result = _run(tmp_path, "split", str(source), "--into", str(target))
    assert result.exit_code == 0, result.output
    assert (target / "review/index.md").exists()


def test_the_staged_tree_holds_all_editions(project, tmp_path):
    """Each edition is a group of the navigation."""
    assert _run(project, "stage", str(tmp_path / "tree")).exit_code == 0
    settings = (tmp_path / "tree/mkdocs.yml").read_text(encoding="utf-8")
    assert "2015/part-1/index.md" in settings
    assert (tmp_path / "tree/docs/en/2015/part-1/index.md").exists()


def test_links_between_editions_are_checked(project, tmp_path):
    """A page of another edition may be linked to; one that is not there is named."""
    root = tmp_path / "p"
    shutil.copytree(project, root, ignore=_built)
    page = root / "content/zh/2024/index.md"
    home = page.read_text(encoding="utf-8")
    page.write_text(home + "\n[a](../2023/opening.md) [b](../index.md) [c](opening.md)\n", "utf-8")
    assert "[links]" not in _run(root, "check").stdout
    page.write_text(home + "\n[a](../2023/missing.md)\n", encoding="utf-8")
    result = _run(root, "check")
    assert result.exit_code == 1
    assert (
        "content/zh/2024/index.md:11:5: error: There is no page ../2023/missing.md."
        in result.stdout
    )


def test_the_edition_is_that_of_the_folder(project):
    """Below data/ and content/, and nowhere else."""
    assert find_project(project / "content/en/2015/part-1").edition == "2015"
    assert find_project(project / "data/2024").edition == "2024"
    assert not find_project(project / "content/zh").edition
    assert not find_project(project).edition


def _both(root):
    shutil.copy(root / "data/2024/report.yml", root / "data/report.yml")


def _bad_name(root):
    shutil.copytree(root / "data/2024", root / "data/2024年")


def _taken_name(root):
    shutil.copytree(root / "data/2024", root / "data/en")


def _above(root):
    write(root / "data/figures.yml", "[]\n")


def _no_data(root):
    shutil.rmtree(root / "data/2023")


def _same_address(root):
    write(root / "content/zh/2024.md", "---\ntitle: a\n---\n\n# a\n")


def _no_home(root):
    (root / "content/zh/index.md").unlink()


def _no_pages(root):
    shutil.rmtree(root / "content/zh/2023")


MISTAKES = {
    _both: "data/report.yml: data/2023/report.yml exists too",
    _bad_name: "data/2024年/report.yml: An edition cannot be named '2024年'",
    _taken_name: "data/en/report.yml: An edition cannot be named 'en'",
    _above: "data/figures.yml: The file belongs to one report, but is above the editions. "
    "Move it to the edition that it is about: data/2023/, data/2024/.",
    _no_data: "content/zh/2023/.report.json: The file lists the pages of a report, but no",
    _same_address: "content/zh/2024.md: The page has the same address as the edition 2024.",
    _no_home: "content/zh/index.md: The site has no home page. Write content/zh/index.md; {{ edit",
    _no_pages: "content/zh/2023: The folder has no .report.json",
}


@pytest.mark.parametrize("spoil", MISTAKES, ids=lambda spoil: spoil.__name__)
def test_a_wrong_layout_is_told(tmp_path, spoil):
    """Which file, what is wrong, what to do."""
    root = write_project(tmp_path / "p", (2023, 2024))
    spoil(root)
    with pytest.raises(MingbaiError) as caught:
        read_sites(Project(root))
    assert MISTAKES[spoil] in str(caught.value)
    assert caught.value.todo


def test_mistakes_of_all_editions_are_told_together(tmp_path):
    """An editor sees them all at once."""
    root = write_project(tmp_path / "p", (2022, 2023, 2024))
    for year in (2022, 2024):
        page = root / f"content/zh/{year}/index.md"
        page.write_text(page.read_text(encoding="utf-8") + "\n{{ nothing() }}\n", encoding="utf-8")
    with pytest.raises(MingbaiError) as caught:
        read_sites(Project(root))
    assert str(caught.value).count("There is no macro 'nothing'") == 2


def test_an_editions_own_file_takes_the_place_of_the_shared_one(tmp_path):
    """data/2024/glossary.yml stands for data/glossary.yml in 2024 alone."""
    root = write_project(tmp_path / "p", (2023, 2024))
    shared = (root / "data/glossary.yml").read_text(encoding="utf-8")
    write(root / "data/2024/glossary.yml", shared.replace("en: output", "en: production"))
    terms = {one.library.name: one.library.terms[0].en for one in read_sites(Project(root)).every}
    assert terms == {"": "output", "2023": "output", "2024": "production"}


def test_two_places_of_one_year_are_told_apart(tmp_path):
    """Where years do not tell editions apart, the place does; the site has a name of its own."""
    root = write_project(tmp_path / "p", (2023,))
    add_edition(root, 2024)
    for folder in ("data", "content/zh", "content/en"):
        (root / folder / "2024").rename(root / folder / "haining")
    report = root / "data/haining/report.yml"
    text = report.read_text(encoding="utf-8").replace("year: 2024", "year: 2023")
    report.write_text(text.replace("zh: 嘉兴\n", "zh: 海宁\n"), encoding="utf-8")
    write(root / "data/site.yml", "name: {zh: 禾城报告, en: Reports}\n")
    sites = read_sites(Project(root))
    assert sites.root.library.short_title.zh == "禾城报告"
    assert {line.label for line in sites.root.views["zh"].editions} == {"嘉兴 2023", "海宁 2023"}


def test_a_project_of_one_report_lists_itself(tmp_path):
    """The macro works there too, and leads to the home page."""
    root = write_project(tmp_path / "p", (2024,))
    for folder in ("data", "content/zh", "content/en"):
        shutil.copytree(root / folder / "2024", root / folder, dirs_exist_ok=True)
        shutil.rmtree(root / folder / "2024")
    write(
        root / "content/zh/about.md",
        "---\ntitle: 关于\n---\n\n# 关于\n\n{{ editions() }}\n",
    )
    write(root / "content/en/about.md", "---\ntitle: A\n---\n\n# A\n\n{{ editions() }}\n")
    sites = read_sites(Project(root))
    (site,) = sites.every
    assert sites.reports == (site,)
    bodies = {document.path: document.body for document in site.documents}
    assert '<a href="../"><b>2024</b>' in bodies["about.md"]
    assert '<a href="../../en/"><b>2024</b>' in bodies["en/about.md"]


def test_the_front_is_no_edition(tmp_path):
    """It has a name of its own and no report; its pages search the newest edition."""
    sites = read_sites(Project(write_project(tmp_path / "p", (2023, 2024))))
    front = sites.root.library
    assert isinstance(front, Front)
    assert (front.title.zh, front.title.en) == (
        "嘉兴政府工作报告",
        "Government work reports of Jiaxing",
    )
    assert front.edition.title.zh == "嘉兴市2024年政府工作报告"
    assert (front.searched, front.source, front.corrections) == ("2024", None, ())
    assert [site.library.front for site in sites.reports] == [front, front]
    assert [site.library.searched for site in sites.reports] == ["2023", "2024"]


def test_a_language_without_a_glossary_page_has_no_files_of_terms(tmp_path):
    """No term is marked in its text, so that nothing would read them."""
    root = write_project(tmp_path / "p", (2023, 2024), untranslated=(2023,))
    files = {path for site in read_sites(Project(root)).every for path in term_files(site)}
    assert files == {f"{folder}/glossary/terms/c.json" for folder in ("2023", "2024", "en/2024")}

"""Mistakes that are planted together are judged as strictly as those that are planted alone."""

from itertools import chain

import pytest
from batches import found_together, in_batches, things
from planting import copy_clean, mistakes

EVERY = {one["name"]: one for one in chain(*mistakes().values())}
LINK = EVERY["a link to a page that is not there"]
MERGE = EVERY["an unfinished merge"]
TAKEAWAY = EVERY["a wrong number of a takeaway on which both languages agree"]
ROW = EVERY["a table's cell from the row below"]
"""Two rules report it: its own, and one that its entry names as well."""


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """A copy of the clean project."""
    return copy_clean(tmp_path_factory.mktemp("batches") / "project")


def _names(*those):
    return {one["name"] for one in those}


def test_every_mistake_is_in_one_batch_and_no_page_twice():
    """Each page, in whichever language, has one mistake at a time."""
    batches = in_batches(EVERY.values())
    assert sorted(one["name"] for one in chain(*batches)) == sorted(EVERY)
    for batch in batches:
        pages = [*chain(*(things(one) for one in batch))]
        assert len(pages) == len(set(pages))


def test_mistakes_of_several_pages_are_found_at_once(tree):
    """And the tree is clean again afterwards."""
    assert found_together([LINK, ROW], tree) == _names(LINK, ROW)
    assert found_together([LINK, ROW], tree) == _names(LINK, ROW)


@pytest.mark.parametrize(
    "wrong",
    [{"rule": "image-alt"}, {"line": 1}, {"in": "content/zh/topics/economy.md"}, {"too": []}],
    ids=str,
)
def test_one_that_is_not_found_as_it_says_is_left(wrong, tree):
    """By another rule, at another line, in another file, or with more said: it is tried alone."""
    assert ROW["name"] not in found_together([LINK, ROW | wrong], tree)


def test_what_may_be_said_of_one_page_must_not_be_said_of_another(tree):
    """The rules that one mistake sets off are no excuse on the page of the other."""
    both = {"too": [*LINK.get("too", ()), *ROW["too"]]}
    assert found_together([LINK | both, ROW | {"too": []}], tree) == set()


def test_one_that_cannot_be_found_spoils_only_its_half(tree):
    """The others of its batch are planted again without it."""
    wrong = ROW | {"rule": "image-alt"}
    assert found_together([LINK, MERGE, wrong, TAKEAWAY], tree) == _names(LINK, MERGE)

"""How long hosts are told to keep each file."""

import re

import pytest

from mingbai.publishing.headers import ASK_AGAIN, FOR_EVER, cache_control, netlify, nginx

HASHED = (
    "assets/5f1c02d9/site.js",
    "search/1f5a0c22/layer.json",
    "search/1f5a0c22/zh/t0.json",
    "2024/search/1f5a0c22/zh/t0.json",
)
OTHERS = ("index.html", "search/index.json", "assets/mark.svg", "2024/data/figures.json")


@pytest.mark.parametrize("path", HASHED)
def test_files_of_a_folder_named_after_its_content_are_kept_for_ever(path):
    """By S3, nginx, Netlify and Cloudflare alike; the search of an edition too."""
    assert cache_control(path) == FOR_EVER
    (place,) = re.findall(r"location ~ (\^\S+) \{", nginx("/srv", "/"))
    assert re.search(place, f"/{path}")
    paths = [line for line in netlify().splitlines() if line.startswith("/")]
    patterns = [re.sub(r":\w+", "[^/]+", line).replace("*", ".*") for line in paths[1:]]
    assert any(re.fullmatch(pattern, f"/{path}") for pattern in patterns)


@pytest.mark.parametrize("path", OTHERS)
def test_all_other_files_are_asked_for_again(path):
    """Their names stay while what they hold changes."""
    assert cache_control(path) == ASK_AGAIN
    (place,) = re.findall(r"location ~ (\^\S+) \{", nginx("/srv", "/"))
    assert not re.search(place, f"/{path}")

"""What axe-core finds on pages, without looking a thousand times at one thing.

Most of axe's time goes into contrast, some milliseconds an element, and this site has pages with a
thousand rows. Every rule but contrast is run on every page, whole. Contrast depends on the sheets,
and they on an element's tag, classes and states and on those of its ancestors: elements that agree
in all of these are judged once, where they first appear.
"""

import functools
from pathlib import Path

from axe_playwright_python.base import AXE_FILE_PATH

COLOURS = ("color-contrast", "link-in-text-block")
NEW = """
(seen) => {
  const known = new Set(seen), fresh = [];
  const chains = new Map();
  const telling = /^(class|lang|hidden|open|style|aria-(?!label|desc|control)|data-)/;
  const said = (node) => [...node.attributes]
    .filter(({ name }) => telling.test(name))
    .map(({ name, value }) => name + "=" + (name.startsWith("data-") ? "" : value));
  const chain = (node) => {
    if (!node) return "";
    if (!chains.has(node)) {
      const own = [node.localName, node.hasAttribute("href"), ...said(node)].join(" ");
      let hash = 7;
      for (const one of own + chain(node.parentElement)) {
        hash = (hash * 31 + one.codePointAt(0)) | 0;
      }
      chains.set(node, own.slice(0, 40) + hash);
    }
    return chains.get(node);
  };
  for (const node of document.body.querySelectorAll("*")) {
    if (![...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())) continue;
    const key = chain(node);
    if (known.has(key)) continue;
    known.add(key);
    fresh.push(key);
    node.setAttribute("data-axe", "");
  }
  return fresh;
}
"""
"""Marks the elements with text of their own that stand as none of the known ones; returns how."""
RUN = """
async ([context, options]) => (await axe.run(context ?? document, options)).violations.map(
  ({ id, nodes }) => [location.href, id, nodes.slice(0, 3).map(({ target }) => target.join(" "))]
)
"""


@functools.cache
def _script():
    return Path(AXE_FILE_PATH).read_text(encoding="utf-8")


def _run(page, context, **options):
    if not page.evaluate("'axe' in window"):
        page.evaluate(_script())
    return page.evaluate(RUN, [context, {"resultTypes": ["violations"]} | options])


def violations(page, seen):
    """Return all that is wrong with a page.

    Args:
        page: in Chromium.
        seen: how the elements stand whose colours were judged in this look; grows.
    """
    rules = {rule: {"enabled": False} for rule in COLOURS}
    return _run(page, None, rules=rules) + colour_violations(page, seen)


def colour_violations(page, seen):
    """Return what is wrong with the colours of a page, as another scheme may spoil them."""
    fresh = page.evaluate(NEW, list(seen))
    seen.update(fresh)
    return _run(page, {"include": [["[data-axe]"]]}, runOnly=list(COLOURS)) if fresh else []

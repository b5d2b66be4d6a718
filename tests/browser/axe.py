"""What axe-core finds on a page, without looking a thousand times at one thing.

To judge the contrast of one element costs axe some milliseconds, and lists of this site have a
thousand rows. `violations` runs every rule on the whole page, contrast apart; then it looks at the
contrast of a page in which three rows of each kind stand for all that are alike.
"""

from axe_playwright_python.sync_playwright import Axe

THIN = """
() => {
  const shape = (node) =>
    [node, ...node.querySelectorAll("*")].map((one) => one.localName + "." + one.className +
      "." + ["aria-current", "aria-pressed", "hidden", "lang", "open", "style"]
        .map((name) => one.getAttribute(name))).join(" ");
  for (const list of document.querySelectorAll("main *")) {
    const seen = new Map();
    for (const row of list.isConnected && list.children.length > 12 ? [...list.children] : []) {
      const kind = shape(row);
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      if (seen.get(kind) > 3) row.remove();
    }
  }
}
"""
"""Leaves three of the rows of a long list that have the same tags, classes and states."""
_ONLY = {"resultTypes": ["violations"]}
STRUCTURE = _ONLY | {"rules": {"color-contrast": {"enabled": False}}}
COLOURS = _ONLY | {"runOnly": ["color-contrast", "link-in-text-block"]}


def _run(page, options):
    found = Axe().run(page, options=options).response["violations"]
    return [
        (page.url, rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in found
    ]


def violations(page):
    """Return all that is wrong with a page; long lists in it are thinned afterwards."""
    return _run(page, STRUCTURE) + colour_violations(page)


def colour_violations(page):
    """Return what is wrong with the colours of a page, as another scheme may spoil them."""
    page.evaluate(THIN)
    return _run(page, COLOURS)

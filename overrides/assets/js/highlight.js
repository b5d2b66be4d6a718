// Marks the words of ?h=… (parted by |) in the page's text: the words a search led here by. Words
// may run over links; each piece of text is marked where it stands, so that no id moves.

const words = (new URLSearchParams(location.search).get("h") ?? "").split("|").map((word) => word.trim().toLowerCase()).filter(Boolean).slice(0, 8);
const BLOCKS = ["p", "li", "h1", "h2", "h3", "h4", "td", "th", "dd", "dt", "figcaption", "blockquote"];

/** The places of all words in a text, none overlapping. */
function places(/** @type {string} */ text) {
  /** @type {[from: number, to: number][]} */ const found = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const end = at + word.length;
      const cutsWord = /^[a-z]/.test(word) && /[a-z]/.test(text[at - 1] ?? "");
      if (!cutsWord && found.every(([from, to]) => end <= from || at >= to)) found.push([at, end]);
    }
  }
  return found.sort((a, b) => b[0] - a[0]);
}

function mark(/** @type {Element} */ block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  /** @type {{node: Text, start: number}[]} */ const nodes = [];
  let text = "";
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (node.parentElement?.closest(".mb-link, .mb-other, .mb-hit")) continue;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return;
  for (const [from, to] of places(lower)) {
    for (const { node, start } of nodes) {
      const first = Math.max(from, start), last = Math.min(to, start + node.data.length);
      if (first >= last) continue;
      const range = document.createRange();
      range.setStart(node, first - start);
      range.setEnd(node, last - start);
      const element = document.createElement("mark");
      element.className = "mb-hit";
      range.surroundContents(element);
    }
  }
}

for (const block of document.querySelectorAll(BLOCKS.map((name) => `.md-content__inner ${name}`).join())) {
  if (!block.querySelector(BLOCKS.join())) mark(block);
}

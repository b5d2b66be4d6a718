// A glossary term's explanation where the reader meets it. Terms lie in files by their first letter.
import { makeDialog } from "./dialog.js";
import { find, make, refill } from "./dom.js";

/**
 * @typedef {{zh: string, en: string, pinyin: string, explanation: string}} Term
 * @typedef {Record<string, Term> & {labels: {more: string, close: string}}} Shelf
 */

/** @type {Map<string, Promise<Shelf>>} */
const shelves = new Map();
/** @type {import("./dialog.js").Dialog | null} */
let dialog = null;

/** Make the dialog, once. */
function build() {
  const title = make("h2", "");
  title.id = "mb-term-title";
  const close = make("button", "md-button");
  close.type = "button";
  const made = makeDialog(
    title.id, title, make("p", "mb-term-other"), make("p", "mb-term-text"), make("p", "", make("a", "md-button"), close),
  );
  close.addEventListener("click", made.close);
  return made;
}

/** The terms of a file; one that could not be loaded is asked for again. */
function shelf(/** @type {string} */ file) {
  const known = shelves.get(file);
  if (known) return known;
  const asked = fetch(file).then((answer) => answer.json());
  shelves.set(file, asked);
  asked.catch(() => shelves.delete(file));
  return asked;
}

/** Fill the dialog with a term. */
function show(/** @type {HTMLElement} */ element, /** @type {Term} */ term) {
  const isChinese = document.documentElement.lang !== "en";
  find(element, "h2", HTMLElement).textContent = isChinese ? term.zh : term.en;
  const other = make("span", "", isChinese ? term.en : term.zh);
  other.lang = isChinese ? "en" : "zh-Hans";
  const pinyin = make("span", "", term.pinyin);
  pinyin.lang = "zh-Latn";
  refill(find(element, ".mb-term-other", HTMLElement), other, " ", pinyin);
  find(element, ".mb-term-text", HTMLElement).textContent = term.explanation;
}

/** @param {HTMLAnchorElement} link the term in the text */
export async function open(link) {
  try {
    const [glossary, anchor] = link.href.split("#");
    const all = await shelf(new URL(`terms/${anchor["term-".length]}.json`, glossary).href);
    dialog ??= build();
    show(dialog.element, all[anchor]);
    const more = find(dialog.element, "a", HTMLAnchorElement);
    more.href = link.href;
    more.textContent = all.labels.more;
    find(dialog.element, "button", HTMLButtonElement).textContent = all.labels.close;
    dialog.open(link);
  } catch {
    location.href = link.href;
  }
}

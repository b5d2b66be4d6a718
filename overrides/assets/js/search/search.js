// The search field and its results: loaded when a reader first reaches for the field. What is found
// comes from search-worker.js; here it is shown, and moved through by keyboard.

import { fill, find, make, refill } from "../dom.js";

/**
 * @typedef {{location: string, path: string[], kind: number, parts: [text: string, isMark: 0 | 1][], language: string}} Item
 * @typedef {{title: string, section: string, language: string}} PageOf
 * @typedef {{zh: string, en: string, location: string}} Term
 * @typedef {{items: Item[][], pages: PageOf[], near: string[], query: string, isExact: boolean, seq?: number,
 *   messages?: Record<string, string>, error?: string, terms?: Term[]}} Answer
 */

const language = document.documentElement.lang.startsWith("en") ? "en" : "zh";
const root = new URL("../../../", import.meta.url).href;
const box = find(document, ".md-search", HTMLElement);
/** The folder of the edition that is searched, with a slash; empty on a site of one report. */
const edition = box.dataset.edition ?? "";
const field = find(box, ".md-search__input", HTMLInputElement);
const output = find(box, ".md-search__output", HTMLElement);
const meta = find(box, ".md-search-result__meta", HTMLElement);
const list = find(box, ".md-search-result__list", HTMLElement);
const terms = find(box, ".mb-search-terms", HTMLElement);
/** @type {HTMLInputElement | null} */ const toggle = document.querySelector("#__search");
const keepsQuery = document.body.dataset.kind !== "numbers";
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
const LINKS_A_PAGE = 2;

/** @type {Worker | null} */ let worker = null;
let isReady = false, isComposing = false, isOpen = false;
let asked = "", seq = 0;
/** @type {Record<string, string>} */ let messages = {};

/** A message in the page's language; `values` may hold whatever a reader typed. */
const say = (/** @type {string} */ message, values = {}) => fill(messages[message] ?? message, values);

function start() {
  isReady = false;
  worker = new Worker(new URL("search-worker.js", import.meta.url).href);
  worker.addEventListener("message", ({ data: { type, data } }) => {
    if (type === READY) {
      isReady = true;
      if (asked) send();
    } else if (type === RESULT && data.seq === undefined && data.error) fail();
    else if (type === RESULT && data.seq === seq) show(data);
  });
  worker.addEventListener("error", fail);
  worker.postMessage({ type: SETUP, data: { language, base: root, edition } });
}

function fail() {
  worker?.terminate();
  worker = null;
  meta.textContent = meta.dataset.failed ?? "";
  asked = "";
}

function send() { worker?.postMessage({ type: QUERY, data: { text: asked, seq } }); }

/** Ask what stands in the field, unless it has been asked. */
function ask() {
  const text = field.value.trim();
  if (text === asked) return;
  asked = text;
  seq++;
  remember(text);
  if (!text) {
    clear();
    return;
  }
  if (!worker) start();
  if (!list.childElementCount) meta.textContent = meta.dataset.searching ?? "";
  if (isReady) send();
}

function clear() {
  meta.textContent = "";
  refill(list);
  refill(terms);
  terms.hidden = true;
}

/** Keep the query in the address, so that it can be shared. */
function remember(/** @type {string} */ text) {
  if (!keepsQuery) return;
  const address = new URL(location.href);
  if (text) address.searchParams.set("q", text);
  else address.searchParams.delete("q");
  history.replaceState(history.state, "", address.href);
}

/** Show an answer; who stands on a result stays on it, or goes back to the field if it is gone. */
function show(/** @type {Answer} */ data) {
  const held = output.contains(document.activeElement) && document.activeElement;
  update(data);
  if (!held || output.contains(document.activeElement)) return;
  const same = stops().find((one) => one !== field && one.getAttribute("href") === held.getAttribute("href"));
  (same ?? field).focus();
}

function update(/** @type {Answer} */ data) {
  if (data.messages) messages = data.messages;
  if (data.error) {
    fail();
    return;
  }
  if (data.terms) {
    refill(terms, ...data.terms.map(term));
    terms.hidden = false;
    return;
  }
  refill(terms);
  terms.hidden = true;
  const count = data.items.reduce((sum, items) => sum + items.length, 0);
  const found = count === 1 ? say("1 paragraph") : say("{count} paragraphs on {pages} pages", { count, pages: data.items.length });
  if (!count) meta.textContent = say("Nothing found for “{query}”", { query: data.query });
  else meta.textContent = data.isExact ? found : `${say("No exact match: these come near")} · ${found}`;
  refill(list, ...data.items.map((items, at) => group(items, data.pages[at])), ...near(data.near));
  output.scrollTop = 0;
}

/** One page with its hits, most of them folded away. */
function group(/** @type {Item[]} */ items, /** @type {PageOf} */ page) {
  const title = make("p", "mb-search-page", [page.section, page.title].filter(Boolean).join(" › "));
  if (page.language !== language) title.lang = page.language === "en" ? "en" : "zh-Hans";
  const element = make("li", "md-search-result__item", title, ...items.slice(0, LINKS_A_PAGE).map(hit));
  const rest = items.slice(LINKS_A_PAGE);
  if (rest.length) {
    const more = make("details", "md-search-result__more", make("summary", "", say("More on this page ({count})", { count: rest.length })));
    more.addEventListener("toggle", () => more.childElementCount === 1 && more.append(...rest.map(hit)), { once: true });
    element.append(more);
  }
  return element;
}

const BADGES = ["", "", "Figure", "Our words"];

function hit(/** @type {Item} */ item) {
  const link = make("a", "md-search-result__link");
  link.href = root + item.location;
  const text = make("span", "mb-search-text", ...item.parts.map(([words, isMark]) => (isMark ? make("mark", "", words) : words)));
  if (item.language !== language) text.lang = item.language === "en" ? "en" : "zh-Hans";
  if (BADGES[item.kind]) link.append(make("span", "mb-search-kind", say(BADGES[item.kind])), " ");
  if (item.path.length) link.append(make("span", "mb-search-path", item.path.join(" › ")), " ");
  link.append(text);
  if (item.language !== language) {
    const note = item.language === "en" ? "Found in the English text" : "Found in the Chinese text";
    link.append(" ", make("span", "mb-search-path", say(note)));
  }
  return link;
}

function term(/** @type {Term} */ { zh, en, location: place }) {
  const link = make("a", "mb-search-term", make("span", "mb-search-kind", say("Term")), " ");
  const chinese = make("b", "", zh), english = make("span", "", en);
  chinese.lang = "zh-Hans";
  english.lang = "en";
  link.append(...(language === "en" ? [english, " ", chinese] : [chinese, " ", english]));
  link.href = root + place;
  return make("li", "", link);
}

/** Where nothing was found: other things to look for. */
function near(/** @type {string[]} */ words) {
  if (!words.length) return [];
  const buttons = words.map((word) => {
    const button = make("button", "mb-search-near", word);
    button.type = "button";
    button.addEventListener("click", () => {
      field.value = word;
      field.focus();
      ask();
    });
    return button;
  });
  return [make("li", "md-search-result__item", make("p", "mb-search-page", say("Try one of these")), ...buttons)];
}

/** @param {boolean} yes whether the results show */
function reveal(yes) {
  isOpen = yes;
  output.hidden = !yes;
  box.toggleAttribute("data-open", yes);
  document.documentElement.toggleAttribute("data-search", yes);
  if (toggle) toggle.checked = yes;
  if (yes) {
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", box.dataset.name ?? "");
    if (!worker) start();
    return;
  }
  box.setAttribute("role", "search");
  box.removeAttribute("aria-label");
  remember("");
}

/** What the arrows move through. */
const stops = () => /** @type {HTMLElement[]} */ ([field, ...output.querySelectorAll("a, summary, button")])
  .filter((one) => one === field || one.offsetParent !== null);

function move(/** @type {number} */ by) {
  const all = stops();
  const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = all[(Math.max(0, at) + by + all.length) % all.length];
  next.focus();
  if (next !== field) next.scrollIntoView({ block: "nearest" });
}

function press(/** @type {KeyboardEvent} */ event) {
  if (event.isComposing || isComposing || event.keyCode === 229) return;
  if (event.key === "Escape" && isOpen) {
    event.preventDefault();
    field.focus();
    reveal(false);
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (!isOpen) reveal(true);
    else move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && event.target === field) {
    event.preventDefault();
    const first = /** @type {HTMLAnchorElement | null} */ (list.querySelector(".md-search-result__link"));
    if (isOpen && first && field.value.trim() === asked) first.click();
  } else if (event.key.length === 1 && event.target !== field && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " ") {
    field.focus();
  }
}

field.addEventListener("compositionstart", () => { isComposing = true; });
field.addEventListener("compositionend", () => {
  isComposing = false;
  ask();
});
field.addEventListener("input", (event) => {
  if (!isOpen) reveal(true);
  if (!isComposing && !(/** @type {InputEvent} */ (event).isComposing)) ask();
});
field.addEventListener("focus", () => {
  if (isOpen) return;
  reveal(true);
  if (field.value.trim()) remember(field.value.trim());
});
box.addEventListener("keydown", press);
find(box, "form", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault());
find(box, ".mb-search-close", HTMLElement).addEventListener("click", () => {
  reveal(false);
  field.blur();
});
document.addEventListener("click", (event) => {
  const target = /** @type {Element} */ (event.target);
  if (isOpen && target.isConnected && !box.contains(target)) reveal(false);
});
box.addEventListener("focusout", ({ relatedTarget }) => {
  if (isOpen && relatedTarget instanceof Node && !box.contains(relatedTarget)) reveal(false);
});

/**
 * Show the results; with the query of the address, if it has one.
 * @param {boolean} focus whether the field takes the focus
 */
export function open(focus) {
  const wanted = new URLSearchParams(location.search).get("q");
  if (wanted && keepsQuery && !field.value) field.value = wanted;
  if (!isOpen) reveal(true);
  if (focus) {
    field.focus();
    field.select();
  }
  if (!isComposing) ask();
}

// The numbers page: filter, search and order of a table that is whole without this script. What is
// chosen stands in the address, so that a view can be shared and the browser's back button works.

import { fill, find } from "./dom.js";

const FIELDS = ["q", "topic", "part", "kind", "sort"];
const table = find(document, "#figures", HTMLTableElement);
const form = find(document, ".mb-filter", HTMLFormElement);
const status = find(form, "[role=status]", HTMLElement);
const groups = [...table.tBodies];
const found = /** @type {NodeListOf<HTMLTableRowElement>} */ (table.querySelectorAll("tr[data-search]"));
const rows = [...found].map((element, index) => ({
  element,
  data: element.dataset,
  home: /** @type {HTMLElement} */ (element.parentElement),
  index,
  name: (find(element, "th", HTMLElement).firstChild?.textContent ?? "").trim(),
}));
const sorted = document.createElement("tbody");
const collator = new Intl.Collator(document.documentElement.lang);

/** @typedef {(typeof rows)[number]} Row */

/** Compare by a number, the empty ones last; `sign` -1 puts the largest first. */
const byNumber = (/** @type {string} */ key, /** @type {1 | -1} */ sign) =>
  (/** @type {Row} */ a, /** @type {Row} */ b) => {
    if (!a.data[key] || !b.data[key]) return Number(!a.data[key]) - Number(!b.data[key]);
    return sign * (Number(a.data[key]) - Number(b.data[key]));
  };
const byAmount = byNumber("amount", -1);

/** @type {Record<string, (a: Row, b: Row) => number>} */
const orders = {
  name: (a, b) => collator.compare(a.name, b.name),
  growth: byNumber("growth", -1),
  place: byNumber("place", 1),
  amount: (a, b) =>
    Number(!a.data.amount) - Number(!b.data.amount)
    || (a.data.unit ?? "").localeCompare(b.data.unit ?? "") || byAmount(a, b),
};

const field = (/** @type {string} */ name) =>
  /** @type {HTMLInputElement | HTMLSelectElement} */ (form.elements.namedItem(name));

/** Full-width letters and capitals find their plain forms. */
const plain = (/** @type {string} */ text) => text.normalize("NFKC").toLowerCase().trim();

function show() {
  const words = plain(field("q").value).split(/\s+/).filter(Boolean);
  const chosen = ["topic", "part", "kind"].map((name) => [name, field(name).value]);
  let shown = 0;
  for (const row of rows) {
    const text = plain(row.data.search + " " + row.element.textContent);
    const fits = chosen.every(([name, value]) => !value || row.data[name] === value)
      && words.every((word) => text.includes(word));
    row.element.hidden = !fits;
    shown += Number(fits);
  }
  arrange(orders[field("sort").value]);
  status.textContent = fill(status.dataset.message ?? "", { shown, total: rows.length });
}

/** Put the rows into one body in the order, or back under the parts of the report. */
function arrange(/** @type {((a: Row, b: Row) => number) | undefined} */ order) {
  if (order) {
    const ordered = [...rows].sort((a, b) => order(a, b) || a.index - b.index);
    sorted.append(...ordered.map((row) => row.element));
    table.append(sorted);
  } else if (sorted.isConnected) {
    for (const row of rows) row.home.append(row.element);
    sorted.remove();
  }
  for (const group of groups) group.hidden = !group.querySelector("tr[data-search]:not([hidden])");
}

/** Take the fields from the address; what no field offers is left out. */
function read() {
  const query = new URLSearchParams(location.search);
  for (const name of FIELDS) {
    const element = field(name);
    element.value = query.get(name) || "";
    if (element instanceof HTMLSelectElement && element.selectedIndex < 0) element.value = "";
  }
  show();
}

/** Write the fields into the address: a letter typed after another makes no new step back. */
function write(/** @type {boolean} */ typing) {
  const url = new URL(location.href);
  for (const name of FIELDS) {
    const value = field(name).value;
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  if (url.href !== location.href) {
    const goesOn = typing && history.state && history.state.typing;
    history[goesOn ? "replaceState" : "pushState"]({ typing }, "", url.href);
  }
  show();
}

form.addEventListener("input", (event) => write(event.target === field("q")));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const name of FIELDS) field(name).value = "";
  write(false);
  field("q").focus();
});
addEventListener("popstate", read);
form.hidden = false;
read();

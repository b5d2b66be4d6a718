// The report in both languages on one page: each block beside, or over, its counterpart, which is
// fetched from the page of the other language when a reader asks for it.

import { find } from "./dom.js";

const article = find(document, ".md-content__inner", HTMLElement);
const bar = find(document, ".mb-modes", HTMLElement);
const status = find(bar, "[role=status]", HTMLElement);
const other = bar.dataset.other ?? "";
/** @type {Promise<void> | null} */
let paired = null;

/** Fetch the other page once and set each of its blocks beside ours. */
async function pair() {
  const answer = await fetch(other);
  if (!answer.ok) throw new Error(`${answer.status} ${other}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const language = page.documentElement.lang;
  for (const block of article.querySelectorAll(".mb-block[id]")) {
    const counterpart = page.getElementById(block.id);
    if (!counterpart) continue;
    const row = document.createElement("div");
    row.className = "mb-row";
    const copy = document.importNode(counterpart, true);
    copy.removeAttribute("id");
    if (!copy.lang) copy.lang = language;
    copy.querySelectorAll(".mb-link, .mb-other").forEach((link) => link.remove());
    copy.classList.add("mb-counterpart");
    block.replaceWith(row);
    row.append(block, copy);
  }
}

/**
 * Show the page in a mode, put the mode into the address, and mark the choice.
 * @param {string} view one of zh, en, both, interleaved
 */
export async function show(view) {
  const own = document.documentElement.lang === "en" ? "en" : "zh";
  if (view !== own && (view === "zh" || view === "en")) {
    location.href = other + location.hash;
    return;
  }
  if (view !== own) {
    try {
      await (paired ??= pair());
    } catch {
      paired = null;
      status.textContent = status.dataset.failed ?? "";
      return;
    }
  }
  status.textContent = "";
  document.documentElement.dataset.view = view;
  for (const choice of bar.querySelectorAll("[data-view]")) {
    if (choice.getAttribute("data-view") === view) choice.setAttribute("aria-current", "true");
    else choice.removeAttribute("aria-current");
  }
  const address = new URL(location.href);
  if (view === own) address.searchParams.delete("view");
  else address.searchParams.set("view", view);
  history.replaceState(null, "", address.href);
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

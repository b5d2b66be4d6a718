// The filter of the glossary page; without it the page lists every term.
import { fill, find } from "./dom.js";

const form = find(document, ".mb-sift", HTMLFormElement);
const field = find(form, "input", HTMLInputElement);
const status = find(form, "[role=status]", HTMLElement);
const plain = (/** @type {string | null} */ text) => (text ?? "").normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const sections = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".mb-letter"));
const entries = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".mb-entry"))].map((element) => {
  const pinyin = plain(find(element, "i", HTMLElement).textContent);
  return { element, text: `${plain(element.textContent)} ${pinyin.replace(/ /g, "")}` };
});

/** Show the terms that hold all words of the filter. */
function filter() {
  const words = plain(field.value).split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { element, text } of entries) {
    const holds = words.every((word) => text.includes(word));
    element.hidden = !holds;
    count += Number(holds);
  }
  for (const section of sections) section.hidden = !section.querySelector(".mb-entry:not([hidden])");
  status.textContent = words.length ? fill(status.dataset.count ?? "", { count }) : "";
  const address = new URL(location.href);
  if (field.value) address.searchParams.set("filter", field.value);
  else address.searchParams.delete("filter");
  history.replaceState(null, "", address.href);
}

form.addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("input", (event) => /** @type {InputEvent} */ (event).isComposing || filter());
field.addEventListener("compositionend", filter);
field.value = new URLSearchParams(location.search).get("filter") ?? "";
if (field.value) filter();

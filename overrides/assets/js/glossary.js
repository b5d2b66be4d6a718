// The filter of the glossary page; without it the page lists every term.

const form = document.querySelector(".mb-sift");
const field = form.querySelector("input");
const status = form.querySelector("[role=status]");
const plain = (/** @type {string} */ text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const entries = [...document.querySelectorAll(".mb-entry")].map((element) => {
  const pinyin = plain(element.querySelector("i").textContent);
  return { element, text: `${plain(element.textContent)} ${pinyin.replaceAll(" ", "")}` };
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
  for (const section of document.querySelectorAll(".mb-letter")) {
    section.hidden = !section.querySelector(".mb-entry:not([hidden])");
  }
  status.textContent = words.length ? status.getAttribute("data-count").replace("{count}", String(count)) : "";
  const address = new URL(location.href);
  if (field.value) address.searchParams.set("filter", field.value);
  else address.searchParams.delete("filter");
  history.replaceState(null, "", address);
}

form.addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("input", (event) => /** @type {InputEvent} */ (event).isComposing || filter());
field.addEventListener("compositionend", filter);
field.value = new URLSearchParams(location.search).get("filter") ?? "";
if (field.value) filter();

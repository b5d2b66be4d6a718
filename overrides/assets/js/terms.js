// A glossary term's explanation where the reader meets it. Terms lie in files by their first letter.

/** @type {Map<string, Promise<Record<string, {zh: string, en: string, pinyin: string, explanation: string}>>>} */
const shelves = new Map();
/** @type {HTMLDialogElement | null} */
let dialog = null;

/** Make the dialog, once. */
function make() {
  const made = document.createElement("dialog");
  made.className = "mb-dialog md-typeset";
  made.setAttribute("aria-labelledby", "mb-term-title");
  made.innerHTML = '<h2 id="mb-term-title"></h2><p class="mb-term-other"></p><p class="mb-term-text"></p><p><a class="md-button" href="#"></a><button type="button" class="md-button"></button></p>';
  made.querySelector("button").addEventListener("click", () => made.close());
  made.addEventListener("click", (event) => event.target === made && made.close());
  document.body.append(made);
  return made;
}

/** @param {Element} link the term in the text */
export async function open(link) {
  const address = link.getAttribute("href");
  try {
    const [glossary, anchor] = new URL(address, location.href).href.split("#");
    const file = new URL(`terms/${anchor["term-".length]}.json`, glossary).href;
    if (!shelves.has(file)) shelves.set(file, fetch(file).then((answer) => answer.json()));
    const all = await shelves.get(file);
    const term = all[anchor];
    dialog ??= make();
    const chinese = document.documentElement.lang !== "en";
    const title = dialog.querySelector("h2");
    title.textContent = chinese ? term.zh : term.en;
    const other = dialog.querySelector(".mb-term-other");
    other.replaceChildren();
    for (const [text, lang] of [[chinese ? term.en : term.zh, chinese ? "en" : "zh-Hans"], [term.pinyin, "zh-Latn"]]) {
      const part = document.createElement("span");
      part.lang = lang;
      part.textContent = text;
      other.append(part, " ");
    }
    dialog.querySelector(".mb-term-text").textContent = term.explanation;
    const more = dialog.querySelector("a");
    more.href = address;
    more.textContent = all.labels.more;
    dialog.querySelector("button").textContent = all.labels.close;
    dialog.addEventListener("close", () => /** @type {HTMLElement} */ (link).focus(), { once: true });
    dialog.showModal();
  } catch {
    location.href = address;
  }
}

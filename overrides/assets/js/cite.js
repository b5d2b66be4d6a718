// A paragraph's link and its citation, in both languages, to copy.
import { makeDialog } from "./dialog.js";
import { fill, find, make } from "./dom.js";

const KINDS = ["link", "zh", "en"];
/** @type {Record<string, string>} */
const texts = JSON.parse(find(document, "#mb-cite", HTMLScriptElement).textContent ?? "");
/** @type {import("./dialog.js").Dialog | null} */
let dialog = null;

/** Today where the reader is, as 2026-11-25. */
function today() {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** Copy a field's text; where the browser refuses, leave it selected for the reader to copy. */
async function copy(/** @type {HTMLTextAreaElement} */ field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand("copy");
  }
}

/** A text to copy, with its button. */
function row(/** @type {string} */ kind, /** @type {HTMLElement} */ status) {
  const label = make("label", "", texts[`label_${kind}`]);
  label.htmlFor = `mb-cite-${kind}`;
  const field = make("textarea", "");
  field.id = label.htmlFor;
  field.readOnly = true;
  field.rows = kind === "link" ? 2 : 4;
  if (kind !== "link") field.lang = kind === "zh" ? "zh-Hans" : "en";
  const button = make("button", "md-button", texts.copy);
  button.type = "button";
  button.addEventListener("click", async () => {
    const isCopied = await copy(field);
    button.textContent = isCopied ? texts.copied : texts.copy;
    status.textContent = isCopied ? "" : texts.copy_failed;
  });
  return make("div", "mb-copy", label, field, button);
}

/** Make the dialog, once. */
function build() {
  const title = make("h2", "");
  title.id = "mb-cite-title";
  const status = make("p", "mb-copy-status");
  status.setAttribute("role", "status");
  const rows = KINDS.map((kind) => row(kind, status));
  const report = texts.report ? [make("a", "mb-report", texts.label_report)] : [];
  const close = make("button", "md-button", texts.close);
  close.type = "button";
  const made = makeDialog(title.id, title, ...rows, status, ...report, close);
  close.addEventListener("click", made.close);
  return made;
}

/** @param {HTMLAnchorElement} link the paragraph's own link */
export function open(link) {
  dialog ??= build();
  const { element } = dialog;
  const id = (link.getAttribute("href") ?? "").slice(1);
  const address = new URL(location.href);
  address.search = "";
  address.hash = id;
  location.hash = id;
  const values = { id, date: today(), url: address.href };
  find(element, "h2", HTMLElement).textContent = fill(texts.title, values);
  for (const kind of KINDS) {
    find(element, `#mb-cite-${kind}`, HTMLTextAreaElement).value = kind === "link" ? address.href : fill(texts[kind], values);
  }
  if (texts.report) {
    find(element, ".mb-report", HTMLAnchorElement).href = fill(texts.report, { ...values, url: encodeURIComponent(address.href) });
  }
  for (const button of element.querySelectorAll(".mb-copy button")) button.textContent = texts.copy;
  find(element, ".mb-copy-status", HTMLElement).textContent = "";
  dialog.open(link);
}

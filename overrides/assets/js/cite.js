// A paragraph's link and its citation, in both languages, to copy.

const texts = JSON.parse(document.getElementById("mb-cite").textContent);
/** @type {HTMLDialogElement | null} */
let dialog = null;

/** Make the dialog, once. */
function make() {
  const made = document.createElement("dialog");
  made.className = "mb-dialog md-typeset";
  made.setAttribute("aria-labelledby", "mb-cite-title");
  const title = document.createElement("h2");
  title.id = "mb-cite-title";
  made.append(title);
  for (const kind of ["link", "zh", "en"]) {
    const field = document.createElement("div");
    field.className = "mb-copy";
    const label = document.createElement("label");
    label.textContent = texts[`label_${kind}`];
    label.htmlFor = `mb-cite-${kind}`;
    const text = document.createElement("textarea");
    text.id = `mb-cite-${kind}`;
    text.readOnly = true;
    text.rows = kind === "link" ? 2 : 4;
    if (kind !== "link") text.lang = kind === "zh" ? "zh-Hans" : "en";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "md-button";
    button.textContent = texts.copy;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.value);
      } catch {
        text.select();
        document.execCommand("copy");
      }
      button.textContent = texts.copied;
    });
    field.append(label, text, button);
    made.append(field);
  }
  if (texts.report) {
    const report = document.createElement("a");
    report.className = "mb-report";
    report.textContent = texts.label_report;
    made.append(report);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.className = "md-button";
  close.textContent = texts.close;
  close.addEventListener("click", () => made.close());
  made.append(close);
  document.body.append(made);
  return made;
}

/** @param {Element} link the paragraph's own link */
export function open(link) {
  dialog ??= make();
  const id = link.getAttribute("href").slice(1);
  const address = new URL(location.href);
  address.search = "";
  address.hash = id;
  location.hash = id;
  dialog.querySelector("h2").textContent = texts.title.replace("{id}", id);
  const today = new Date().toISOString().slice(0, 10);
  const fill = (/** @type {string} */ text) => text
    .replace("{id}", id).replace("{date}", today).replace("{url}", address.href);
  dialog.querySelector("#mb-cite-link").value = address.href;
  dialog.querySelector("#mb-cite-zh").value = fill(texts.zh);
  dialog.querySelector("#mb-cite-en").value = fill(texts.en);
  const report = dialog.querySelector(".mb-report");
  if (report) {
    report.href = texts.report.replace("{url}", encodeURIComponent(address.href)).replace("{id}", id);
  }
  for (const button of dialog.querySelectorAll(".mb-copy button")) button.textContent = texts.copy;
  dialog.addEventListener("close", () => /** @type {HTMLElement} */ (link).focus(), { once: true });
  dialog.showModal();
}

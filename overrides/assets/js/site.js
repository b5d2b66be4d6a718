// Loaded first on every page, so that a remembered setting is there before the first paint. All
// else is loaded when it is asked for: the search, the reading modes, the citations.
(() => {
  const root = document.documentElement;
  const here = new URL(document.currentScript.src);
  const load = (/** @type {string} */ name) => import(new URL(name, here).href);

  /** Read or write a setting; a browser that refuses storage forgets it with the page. */
  const kept = {
    get(/** @type {string} */ key) {
      try { return localStorage.getItem("mb-" + key); } catch { return null; }
    },
    set(/** @type {string} */ key, /** @type {string} */ value) {
      try { localStorage.setItem("mb-" + key, value); } catch { /* forgotten with the page */ }
    },
  };

  const query = new URLSearchParams(location.search);
  for (const name of ["elder", "contrast"]) {
    if (query.has(name)) kept.set(name, query.get(name) === "0" ? "0" : "1");
    root.toggleAttribute("data-" + name, kept.get(name) === "1");
  }
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => {
    root.dataset.mdColorScheme = kept.get("scheme") || (dark.matches ? "slate" : "default");
  };
  dark.addEventListener("change", paint);
  paint();

  function settings() {
    for (const button of document.querySelectorAll("[data-set]")) {
      const name = button.getAttribute("data-set");
      button.hidden = false;
      const show = () => button.hasAttribute("aria-pressed")
        && button.setAttribute("aria-pressed", String(root.hasAttribute("data-" + name)));
      button.addEventListener("click", () => {
        if (name === "scheme") {
          kept.set(name, root.dataset.mdColorScheme === "slate" ? "default" : "slate");
          paint();
        } else {
          kept.set(name, root.toggleAttribute("data-" + name) ? "1" : "0");
        }
        show();
      });
      show();
    }
  }

  function menu() {
    const opener = document.querySelector(".mb-menu");
    const panel = document.getElementById("nav");
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-controls", "nav");
    const open = (/** @type {boolean} */ yes) => {
      panel.toggleAttribute("data-open", yes);
      opener.setAttribute("aria-expanded", String(yes));
      if (yes) panel.querySelector("a").focus();
    };
    open(false);
    const toggle = (/** @type {Event} */ event) => {
      event.preventDefault();
      open(!panel.hasAttribute("data-open"));
    };
    opener.addEventListener("click", toggle);
    opener.addEventListener("keydown", (event) => event.key === " " && toggle(event));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !panel.hasAttribute("data-open")) return;
      open(false);
      opener.focus();
    });
    document.addEventListener("click", (event) => {
      const target = /** @type {Node} */ (event.target);
      if (!panel.contains(target) && !opener.contains(target)) open(false);
    });
  }

  function search() {
    const field = document.querySelector(".md-search__input");
    if (!field) return;
    let loaded = null;
    const open = (/** @type {boolean} */ focus) => {
      loaded ??= load("search.js");
      loaded.then((module) => module.open(focus));
    };
    field.addEventListener("focus", () => open(false), { once: true });
    document.addEventListener("keydown", (event) => {
      const busy = /** @type {Element} */ (event.target).closest("input, textarea, select, [contenteditable]");
      if (busy || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!["/", "s", "f"].includes(event.key)) return;
      event.preventDefault();
      field.focus();
      field.select();
    });
    if (query.has("q") && document.body.dataset.kind !== "numbers") open(true);
  }

  function reading() {
    const bar = document.querySelector(".mb-modes");
    if (bar) {
      const wanted = query.get("view") || kept.get("view");
      const choose = (/** @type {string} */ view) => load("reading.js").then((module) => module.show(view));
      if (wanted === "both" || wanted === "interleaved") choose(wanted);
      bar.addEventListener("click", (event) => {
        const view = /** @type {Element} */ (event.target).closest("[data-view]")?.getAttribute("data-view");
        if (!view) return;
        event.preventDefault();
        kept.set("view", view);
        choose(view);
      });
    }
    document.addEventListener("click", (event) => {
      const link = /** @type {Element} */ (event.target).closest(".mb-link");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      load("cite.js").then((module) => module.open(link));
    });
    document.addEventListener("click", (event) => {
      const term = /** @type {Element} */ (event.target).closest(".mb-term");
      if (!term || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      load("terms.js").then((module) => module.open(term));
    });
    if (query.has("h")) load("highlight.js");
  }

  document.addEventListener("DOMContentLoaded", () => {
    settings();
    menu();
    search();
    reading();
  });
})();

// Loaded first on every page, so that a remembered setting is there before the first paint. All
// else is loaded when it is asked for: the search, the reading modes, the citations. What needs
// scripts shows where this file has run (data-scripts); `??=` in it keeps out browsers older than
// Chrome 85 and Safari 14, for which none of our scripts is written.
(() => {
  const root = document.documentElement;
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const load = (/** @type {string} */ name) => import(new URL(name, here).href);
  const all = (/** @type {string} */ selector) => /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector));

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
  /** Whether each switch is on when nothing is remembered. */
  const switches = { elder: "0", contrast: "0", keys: "1" };
  for (const [name, usual] of Object.entries(switches)) {
    if (query.has(name)) kept.set(name, query.get(name) === "0" ? "0" : "1");
    root.toggleAttribute("data-" + name, (kept.get(name) || usual) === "1");
  }
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => {
    root.dataset.mdColorScheme = kept.get("scheme") || (dark.matches ? "slate" : "default");
  };
  dark.addEventListener("change", paint);
  paint();
  root.toggleAttribute("data-scripts", true);

  function settings() {
    for (const button of all("[data-set]")) {
      const name = button.dataset.set ?? "";
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
    const [opener] = all(".mb-menu");
    const [panel] = all("#nav");
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-controls", "nav");
    const open = (/** @type {boolean} */ yes) => {
      panel.toggleAttribute("data-open", yes);
      opener.setAttribute("aria-expanded", String(yes));
      if (yes) panel.querySelector("a")?.focus();
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

  /** The other language's page at the same place, with the same query; but the words to mark (h) are of one language. */
  function languages() {
    const [link] = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".mb-switch"));
    if (!link) return;
    const { href } = link;
    const carry = () => {
      const to = new URL(href);
      to.search = location.search;
      to.searchParams.delete("h");
      to.hash = location.hash;
      link.href = to.href;
    };
    for (const type of ["mouseenter", "focus", "touchstart", "click"]) link.addEventListener(type, carry, { passive: true });
  }

  function search() {
    const [field] = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(".md-search__input"));
    if (!field) return;
    /** @type {Promise<any> | null} */ let loaded = null;
    const open = (/** @type {boolean} */ focus) => {
      loaded ??= load("search/search.js");
      loaded.then((module) => module.open(focus));
    };
    field.addEventListener("focus", () => open(false), { once: true });
    document.addEventListener("keydown", (event) => {
      const busy = /** @type {Element} */ (event.target).closest("input, textarea, select, [contenteditable]");
      if (busy || event.ctrlKey || event.metaKey || event.altKey || !root.hasAttribute("data-keys")) return;
      if (!["/", "s", "f"].includes(event.key)) return;
      event.preventDefault();
      field.focus();
      field.select();
    });
    if (query.has("q") && document.body.dataset.kind !== "numbers") open(true);
  }

  /** Call an action for clicks on links of a class, but not for those that open a new tab or window. */
  function onLink(/** @type {string} */ selector, /** @type {(link: Element) => void} */ act) {
    document.addEventListener("click", (event) => {
      const link = /** @type {Element} */ (event.target).closest(selector);
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      act(link);
    });
  }

  function reading() {
    const [bar] = all(".mb-modes");
    if (bar) {
      const wanted = query.get("view") || kept.get("view");
      const choose = (/** @type {string} */ view) => load("reading.js").then((module) => module.show(view));
      if (wanted === "both" || wanted === "interleaved") choose(wanted);
      onLink(".mb-modes [data-view]", (link) => {
        const view = link.getAttribute("data-view") ?? "";
        kept.set("view", view);
        choose(view);
      });
    }
    onLink(".mb-link", (link) => load("cite.js").then((module) => module.open(link)));
    onLink(".mb-term", (link) => load("terms.js").then((module) => module.open(link)));
    if (query.has("h")) load("highlight.js");
  }

  document.addEventListener("DOMContentLoaded", () => {
    settings();
    menu();
    languages();
    search();
    reading();
  });
})();

// What the page scripts share: finding elements, filling them, filling in texts.

/**
 * The element that a selector finds; our templates hold it.
 * @template {Element} T
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function find(within, selector, kind) {
  const found = within.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`no ${kind.name} for ${selector}`);
  return found;
}

/** Put children in the place of all that an element holds (replaceChildren, which Chrome 85 lacks). */
export function refill(/** @type {Element} */ element, /** @type {(Node | string)[]} */ ...children) {
  element.textContent = "";
  element.append(...children);
}

/**
 * An element with a class and children.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} className
 * @param {(Node | string)[]} children
 */
export function make(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * A text with its {names} filled in, in one pass: a value may hold braces, `$&` or anything else.
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));

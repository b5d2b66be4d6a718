// A dialog over the page: <dialog> where the browser has it (Safari from 15.4), else a div that
// keeps the focus.
import { make } from "./dom.js";

const FOCUSABLE = "a[href], button, textarea";

/** @typedef {{element: HTMLElement, open: (opener: HTMLElement) => void, close: () => void}} Dialog */

/**
 * A dialog, closed; when it closes, the focus goes back to what opened it.
 * @param {string} title id of the heading that names it
 * @param {HTMLElement[]} children
 * @returns {Dialog}
 */
export function makeDialog(title, ...children) {
  const native = make("dialog", "mb-dialog md-typeset", ...children);
  native.setAttribute("aria-labelledby", title);
  return "showModal" in native ? modern(native) : older(title, children);
}

/** Call `close` when the reader presses outside of the dialog's box. */
function closeOutside(/** @type {HTMLElement} */ listened, /** @type {HTMLElement} */ box, /** @type {() => void} */ close) {
  listened.addEventListener("mousedown", (event) => {
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const isInside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    if (event.target !== listened || isInside) return;
    event.preventDefault();
    close();
  });
}

/** @returns {Dialog} */
function modern(/** @type {HTMLDialogElement} */ element) {
  /** @type {HTMLElement | null} */ let from = null;
  const close = () => element.close();
  element.addEventListener("close", () => from?.focus());
  closeOutside(element, element, close);
  document.body.append(element);
  return {
    element,
    close,
    open(opener) {
      from = opener;
      // eslint-disable-next-line newer/newer-members -- makeDialog has asked for it
      element.showModal();
    },
  };
}

/** @returns {Dialog} */
function older(/** @type {string} */ title, /** @type {HTMLElement[]} */ children) {
  const element = make("div", "mb-dialog md-typeset", ...children);
  const shade = make("div", "mb-shade", element);
  /** @type {HTMLElement | null} */ let from = null;
  element.setAttribute("role", "dialog");
  element.setAttribute("aria-modal", "true");
  element.setAttribute("aria-labelledby", title);
  element.tabIndex = -1;
  const close = () => {
    shade.remove();
    from?.focus();
  };
  const keepFocus = (/** @type {KeyboardEvent} */ event) => {
    const stops = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(FOCUSABLE));
    const first = stops[0], last = stops[stops.length - 1];
    const edge = event.shiftKey ? [first, element] : [last];
    if (!edge.includes(/** @type {HTMLElement} */ (document.activeElement))) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  };
  shade.addEventListener("keydown", (event) => {
    if (event.key === "Tab") keepFocus(event);
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
  });
  closeOutside(shade, element, close);
  return {
    element,
    close,
    open(opener) {
      from = opener;
      document.body.append(shade);
      (/** @type {HTMLElement | null} */ (element.querySelector(FOCUSABLE)) ?? element).focus();
    },
  };
}

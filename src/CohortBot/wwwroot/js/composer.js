// Writing: Enter sends, a slash brings the commands, the arrow up changes the last message.
import { onArrival } from "./page.js";
import { Suggestions } from "./suggestions.js";

const lists = new WeakMap();

export function startComposer() {
  onArrival(() => document.querySelectorAll("[data-composer]").forEach(start));
  document.addEventListener("htmx:afterRequest", afterSend);
  document.addEventListener("keydown", editKeys);
  document.addEventListener("click", ({ target }) => { if (target.closest?.("[data-cancel-edit]")) cancelEdit(target); });
}

function start(form) {
  if (lists.has(form)) return;
  const text = form.querySelector("textarea");
  const list = new Suggestions(text, form.querySelector("[role=listbox]"));
  lists.set(form, list);
  text.addEventListener("keydown", (event) => {
    if (event.isComposing || list.takes(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (text.value.trim()) form.requestSubmit();
    } else if (event.key === "ArrowUp" && !text.value) {
      editLast(form, event);
    }
  });
  form.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target !== form) return;
    if (!text.value.trim()) { event.preventDefault(); return; }
    form.dataset.sent = text.value;
    text.value = "";
    list.close();
  });
  const isTouch = window.matchMedia("(hover: none), (max-width: 700px)").matches;
  const isInnermost = form.dataset.composer === "pane" || !document.querySelector("#pane.open");
  if (!isTouch && isInnermost && !document.querySelector("dialog[open]")) text.focus({ preventScroll: true });
}

// What could not be sent stands in the box again.
function afterSend(event) {
  const form = event.target.closest?.("[data-composer]");
  if (!form || event.detail.elt !== form) return;
  const text = form.querySelector("textarea");
  if (!event.detail.successful && !text.value) text.value = form.dataset.sent ?? "";
  text.focus();
}

function editLast(form, event) {
  const feed = document.querySelector(`[data-feed="${form.dataset.composer}"]`);
  const mine = [...feed.querySelectorAll('.message[data-mine="yes"]')].at(-1);
  if (!mine) return;
  event.preventDefault();
  mine.querySelector('[data-tool="edit"]').click();
}

function editKeys(event) {
  const form = event.target.closest?.("[data-edit]");
  if (!form || event.isComposing || event.target.nodeName !== "TEXTAREA") return;
  if (event.key === "Escape") { event.preventDefault(); cancelEdit(event.target); }
  if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); form.requestSubmit(); }
}

async function cancelEdit(inside) {
  const form = inside.closest("[data-edit]");
  const { refresh } = await import("./feeds.js");
  const feed = form.closest("[data-feed]");
  const id = form.dataset.edit;
  form.remove();
  await refresh(id, feed);
  document.getElementById(`text-${feed.dataset.feed}`)?.focus();
}

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("[data-edit]");
  if (form && event.detail.successful) cancelEdit(form);
});
document.addEventListener("htmx:afterSwap", (event) => {
  const text = event.target.querySelector?.("[data-edit] textarea");
  text?.focus();
  text?.setSelectionRange(text.value.length, text.value.length);
});

// What a command answers besides messages: forms, threads to go to; and what htmx asks or reports.
import { notice, person, say } from "./page.js";

export function startDialogs() {
  document.addEventListener("htmx:configRequest", sayWhere);
  document.addEventListener("htmx:afterRequest", answered);
  document.addEventListener("htmx:confirm", confirm);
  document.addEventListener("htmx:sendError", () => notice(say("failed")));
  document.addEventListener("notice", (event) => notice(event.detail.value));
  document.addEventListener("click", ({ target }) => {
    const action = target.closest?.("[data-action]");
    if (action) press(action);
    if (target.closest?.("[data-close]")) target.closest("dialog").close();
    document.querySelectorAll("details[data-menu][open]").forEach((menu) => { if (!menu.contains(target)) menu.open = false; });
  });
  document.addEventListener("keydown", escape);
}

// What is sent from inside a feed says who sent it, and where.
function sayWhere({ detail }) {
  const feed = detail.elt.closest?.("[data-feed]");
  if (detail.verb !== "post" || !feed) return;
  detail.parameters.as = person();
  detail.parameters.channel = feed.dataset.channel;
  detail.parameters.thread = feed.dataset.thread ?? "";
}

// A button in a message is a command; its line stands in data-action.
function press(button) {
  const values = { message: button.closest(".message").dataset.id, action: button.dataset.action };
  button.disabled = true;
  window.htmx.ajax("POST", "/press", { source: button, values, swap: "none" }).finally(() => {
    button.disabled = false;
    if (document.activeElement === document.body) button.focus();
  });
}

function answered(event) {
  const { xhr, successful, requestConfig } = event.detail;
  if (!xhr || requestConfig?.verb !== "post") return;
  if (!successful) {
    if (xhr.status > 0) notice(xhr.responseText && xhr.getResponseHeader("Content-Type")?.startsWith("text/plain") ? xhr.responseText : say("failed"));
    return;
  }
  event.target.closest?.("dialog.form")?.close();
  if (!["/say", "/press", "/form"].includes(requestConfig.path) || !xhr.responseText.trim()) return;
  const answers = document.getElementById("answers");
  answers.innerHTML = xhr.responseText;
  window.htmx.process(answers);
  openForm(answers.querySelector("dialog[data-open]"));
  answers.querySelector("a.go")?.click();
}

function openForm(dialog) {
  if (!dialog) return;
  document.body.append(dialog);
  window.htmx.process(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
}

function confirm(event) {
  if (!event.detail.question) return;
  event.preventDefault();
  const dialog = document.getElementById("confirm");
  document.getElementById("confirm-text").textContent = event.detail.question;
  dialog.returnValue = "no";
  dialog.addEventListener("close", () => { if (dialog.returnValue === "yes") event.detail.issueRequest(true); }, { once: true });
  dialog.showModal();
}

// Escape closes the menu first, then the thread.
function escape(event) {
  if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  const menu = document.querySelector("details[data-menu][open]");
  if (event.target.value) return; // what is half written stays
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else {
    document.querySelector("#pane.open a.close")?.click();
  }
}

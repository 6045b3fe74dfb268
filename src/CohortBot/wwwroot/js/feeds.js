// Messages come, change and go without the page flickering or losing its place.
import { fetchPart, onArrival, person } from "./page.js";
import { announce } from "./announce.js";

const nearEnd = 120; // pixels from the end within which a feed follows what is new

export const feeds = () => [...document.querySelectorAll("[data-feed]")];

export const findFeed = (channel, thread) =>
  feeds().find((feed) => feed.dataset.channel === channel && (feed.dataset.thread ?? "") === (thread ?? ""));

export function startFeeds() {
  onArrival(() => feeds().filter((feed) => !feed.dataset.started).forEach(start));
}

function start(feed) {
  feed.dataset.started = "yes";
  toEnd(feed);
  const button = newest(feed);
  feed.addEventListener("scroll", () => { if (isAtEnd(feed)) button.hidden = true; }, { passive: true });
  button?.addEventListener("click", () => toEnd(feed));
  feed.addEventListener("load", () => { if (feed.dataset.follows !== "no") toEnd(feed); }, true);
  feed.addEventListener("scroll", () => { feed.dataset.follows = isAtEnd(feed) ? "yes" : "no"; }, { passive: true });
}

const isAtEnd = (feed) => feed.scrollHeight - feed.scrollTop - feed.clientHeight < nearEnd;
const newest = (feed) => document.querySelector(`[data-newest="${feed.dataset.feed}"]`);

export function toEnd(feed) {
  feed.scrollTop = feed.scrollHeight;
  const button = newest(feed);
  if (button) button.hidden = true;
}

/** Puts a message where it belongs, or changes the one that stands there. */
export function put(feed, item) {
  const follows = isAtEnd(feed);
  const old = document.getElementById(item.id);
  if (old && old.querySelector("[data-edit]")) return; // it is being edited here
  if (old) {
    morph(old, item);
    window.htmx.process(old);
  } else {
    const list = feed.querySelector(".messages");
    const after = [...list.querySelectorAll(":scope > .message")].find((other) => Number(other.dataset.id) > Number(item.dataset.id));
    item.classList.add("fresh");
    list.insertBefore(item, after ?? null);
    window.htmx.process(item);
  }
  const shown = document.getElementById(item.id);
  announce(shown);
  if (follows || shown.dataset.mine === "yes") toEnd(feed);
  else if (!old) newest(feed).hidden = false;
}

/** Fetches one message anew; several wishes while one is on its way become one more. */
const wanted = new Map();
export async function refresh(id, feed) {
  if (wanted.has(id)) { wanted.set(id, true); return; }
  wanted.set(id, false);
  try {
    do {
      wanted.set(id, false);
      const part = await fetchPart(`/parts/message/${id}?as=${encodeURIComponent(person())}`);
      const item = part?.querySelector(".message");
      if (item) put(feed, item);
      else remove(id, feed);
    } while (wanted.get(id));
  } finally {
    wanted.delete(id);
  }
}

export function remove(id, feed) {
  const item = feed.querySelector(`#m-${CSS.escape(id)}`);
  const next = item?.nextElementSibling;
  item?.remove();
  if (next?.dataset.id) refresh(next.dataset.id, feed); // it may begin a day or a group now
}

/** After the connection was gone: what came meanwhile. */
export async function catchUp(feed) {
  const last = [...feed.querySelectorAll(".message")].at(-1)?.dataset.id ?? "0";
  const part = await fetchPart(`${feed.dataset.after}&after=${last}`);
  [...(part?.querySelectorAll(".message") ?? [])].forEach((item) => put(feed, item));
}

// Changes only what differs, so that focus, selection and pictures stay.
function morph(old, fresh) {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of [...fresh.attributes]) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const before = [...old.childNodes];
  const after = [...fresh.childNodes];
  after.forEach((node, at) => {
    const same = before[at];
    if (!same) old.append(node);
    else if (same.isEqualNode(node)) return;
    else if (same.nodeType === Node.TEXT_NODE && node.nodeType === Node.TEXT_NODE) same.data = node.data;
    else if (same.nodeType === Node.ELEMENT_NODE && same.nodeName === node.nodeName) morph(same, node);
    else same.replaceWith(node);
  });
  before.slice(after.length).forEach((node) => node.remove());
}

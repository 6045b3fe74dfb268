// What the pieces share.

export const say = (key) => document.body.dataset[`say${key[0].toUpperCase()}${key.slice(1)}`] ?? "";

export const person = () => document.body.dataset.person;

/** Shows a sentence for a while; a screen reader says it. */
export function notice(sentence) {
  const line = document.createElement("p");
  line.textContent = sentence;
  document.getElementById("notices")?.append(line);
  setTimeout(() => line.remove(), 7000);
}

/** Fetches a piece of a page; null when it is not there (any more). */
export async function fetchPart(url) {
  const answer = await fetch(url, { headers: { "HX-Request": "true" } });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const template = document.createElement("template");
  template.innerHTML = await answer.text();
  return template.content;
}

/** Runs `work` for the page now and after every swap of htmx. */
export function onArrival(work) {
  work();
  document.addEventListener("htmx:afterSettle", work);
}

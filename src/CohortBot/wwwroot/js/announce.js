// Says a message once, when it has stopped changing: an answer that streams in is read as a whole, not word by word.

const quiet = 2500; // milliseconds without a change
const most = 600; // characters; who wants more goes to the message
const waiting = new Map();
const said = new Map();

export function announce(item) {
  if (item.dataset.mine === "yes") return;
  clearTimeout(waiting.get(item.id));
  waiting.set(item.id, setTimeout(() => speak(item.id), quiet));
}

function speak(id) {
  waiting.delete(id);
  const item = document.getElementById(id);
  const words = item?.querySelector(".body")?.innerText.trim().replace(/\s+/g, " ");
  if (!words || said.get(id) === words) return;
  said.set(id, words);
  const line = document.createElement("p");
  line.textContent = `${item.querySelector(".name").textContent}: ${words.slice(0, most)}`;
  const announcer = document.getElementById("announcer");
  announcer?.replaceChildren(line);
}

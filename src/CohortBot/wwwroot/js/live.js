// The socket: it says what changed, the page fetches what it may see.
import { catchUp, feeds, findFeed, refresh, remove } from "./feeds.js";
import { notice, person, say } from "./page.js";

const pauses = [0, 500, 1000, 2000, 4000, 8000];
let placesWait;

export function startLive() {
  const connection = new window.signalR.HubConnectionBuilder()
    .withUrl(`/live?as=${encodeURIComponent(person())}`)
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (retry) => pauses[Math.min(retry.previousRetryCount, pauses.length - 1)] })
    .configureLogging(window.signalR.LogLevel.None)
    .build();
  connection.on("changed", changed);
  connection.on("clock", () => window.htmx.trigger("#clock", "refresh"));
  connection.onreconnecting(() => showConnection(say("offline")));
  connection.onreconnected(() => { showConnection(""); notice(say("online")); renew(); });
  connect(connection, 0);
}

async function connect(connection, tries) {
  try {
    await connection.start();
    showConnection("");
    if (tries > 0) renew();
  } catch {
    showConnection(say("offline"));
    setTimeout(() => connect(connection, tries + 1), pauses[Math.min(tries + 1, pauses.length - 1)]);
  }
}

function changed({ kind, message, channel, thread }) {
  const feed = findFeed(channel, thread);
  const above = thread ? findFeed(channel, null) : null;
  if (kind === "Opened") {
    if (above && message) refresh(String(message), above);
    renewPlaces();
    return;
  }
  if (feed && kind === "Deleted") remove(String(message), feed);
  else if (feed) refresh(String(message), feed);
  else if (kind === "Posted") renewPlaces();
  if (above && kind !== "Edited") renewSummary(above, thread);
}

// The line under the message that a thread hangs on.
function renewSummary(feed, thread) {
  const link = feed.querySelector(`[data-thread="${CSS.escape(thread)}"]`);
  const item = link?.closest(".message");
  if (item) refresh(item.dataset.id, feed);
}

function renewPlaces() {
  clearTimeout(placesWait);
  placesWait = setTimeout(() => window.htmx.trigger("#places", "refresh"), 150);
}

function renew() {
  feeds().forEach((feed) => {
    [...feed.querySelectorAll(".message")].slice(-15).forEach((item) => refresh(item.dataset.id, feed));
    catchUp(feed);
  });
  renewPlaces();
  window.htmx.trigger("#clock", "refresh");
}

function showConnection(sentence) {
  const line = document.getElementById("connection");
  if (!line) return;
  line.textContent = sentence;
  line.hidden = !sentence;
}

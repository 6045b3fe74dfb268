// The clock goes on between two answers of the server.

let began = performance.now();
let shown;
let pressed;

export function startClock() {
  setInterval(tick, 1000);
  // A button that is disabled while the clock moves loses the focus; it gets it back.
  document.addEventListener("htmx:beforeRequest", ({ target }) => { if (target.closest?.("#clock .moves")) pressed = target.id; });
  document.addEventListener("htmx:afterSettle", () => {
    if (pressed && document.activeElement === document.body) document.getElementById(pressed)?.focus();
    pressed = undefined;
  });
}

function tick() {
  const clock = document.getElementById("clock");
  if (!clock) return;
  if (clock !== shown) [shown, began] = [clock, performance.now()];
  const local = new Date(Number(clock.dataset.now) + Number(clock.dataset.offset) + performance.now() - began);
  const time = clock.querySelector("[data-clock]");
  const text = local.toISOString().slice(11, 16);
  if (time.textContent === text) return;
  time.textContent = text;
  if (text === "00:00") window.htmx.trigger("#clock", "refresh"); // the date, and perhaps the zone's offset
}

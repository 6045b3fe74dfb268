// The list of commands above the box: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

export class Suggestions {
  #text; #list; #items = []; #at = -1; #waiting; #asked = 0;

  constructor(text, list) {
    this.#text = text;
    this.#list = list;
    text.addEventListener("input", () => this.#ask());
    text.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    list.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const item = event.target.closest("[role=option]");
      if (item) this.#take(Number(item.dataset.at));
    });
  }

  /** Whether a key was meant for the list. */
  takes(event) {
    if (this.#list.hidden) return false;
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (moves[event.key]) this.#mark((this.#at + moves[event.key] + this.#items.length) % this.#items.length);
    else if (event.key === "Tab" && !event.shiftKey) this.#take(Math.max(this.#at, 0));
    else if (event.key === "Enter" && !event.shiftKey && this.#at >= 0) this.#take(this.#at);
    else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    return true;
  }

  close() {
    clearTimeout(this.#waiting);
    this.#asked++;
    this.#list.hidden = true;
    this.#items = [];
    for (const name of ["role", "aria-expanded", "aria-controls", "aria-autocomplete", "aria-activedescendant"]) this.#text.removeAttribute(name);
  }

  #ask() {
    const line = this.#text.value;
    if (!line.startsWith("/") || line.includes("\n")) { this.close(); return; }
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#fetch(line), 60);
  }

  async #fetch(line) {
    const asked = ++this.#asked;
    const answer = await fetch(`${this.#text.dataset.suggest}&line=${encodeURIComponent(line)}`, { headers: { "HX-Request": "true" } });
    const items = answer.ok ? await answer.json() : [];
    if (asked !== this.#asked || this.#text.value !== line) return;
    if (items.length === 0) { this.close(); return; }
    this.#show(items, line);
  }

  #show(items, line) {
    this.#items = items;
    this.#list.replaceChildren(...items.map((item, at) => this.#option(item, at)));
    this.#list.hidden = false;
    this.#text.setAttribute("role", "combobox");
    this.#text.setAttribute("aria-autocomplete", "list");
    this.#text.setAttribute("aria-expanded", "true");
    this.#text.setAttribute("aria-controls", this.#list.id);
    // A line that is complete, or that only options could follow, is sent by Enter; else Enter takes the first suggestion.
    const isOpen = !line.endsWith(" ") && items[0].line.trim() !== line.trim();
    this.#mark(isOpen ? 0 : -1);
  }

  #option(item, at) {
    const option = document.createElement("li");
    option.id = `${this.#list.id}-${at}`;
    option.dataset.at = at;
    option.setAttribute("role", "option");
    const [command, hint] = [document.createElement("span"), document.createElement("span")];
    [command.className, command.textContent] = ["command", item.label];
    [hint.className, hint.textContent] = ["hint", item.hint];
    option.append(command, hint);
    return option;
  }

  #mark(at) {
    this.#at = at;
    [...this.#list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    const marked = this.#list.children[at];
    if (marked) {
      this.#text.setAttribute("aria-activedescendant", marked.id);
      marked.scrollIntoView({ block: "nearest" });
    } else {
      this.#text.removeAttribute("aria-activedescendant");
    }
  }

  #take(at) {
    const line = this.#items[at].line;
    this.#text.value = line.startsWith("/") ? line : `/${line}`;
    this.#text.focus();
    this.close();
    this.#ask();
  }
}

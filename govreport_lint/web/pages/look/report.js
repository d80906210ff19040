// Within a shown report: from a place to what is said of it and back, what is pointed at, and what is changed.

const shown = document.getElementById("shown");
const all = (selector, within = shown) => [...within.querySelectorAll(selector)];
const causes = (element) => (element?.dataset.causes ?? "").split(" ").filter(Boolean);
const item = (cause) => shown.querySelector(`[data-cause="${cause}"]`);
const ask = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
let hint = null;

if (shown) {
  document.addEventListener("report:shown", fresh);
  shown.addEventListener("click", clicked);
  shown.addEventListener("dblclick", (event) => {
    const text = event.target.closest("[data-block]");
    if (text) rewrite(text);
  });
  shown.addEventListener("keydown", typed);
  shown.addEventListener("pointerover", (event) => point(event.target.closest("[data-causes], .hint")));
  shown.addEventListener("pointerleave", () => point(null));
  shown.addEventListener("focusin", (event) => point(event.target.closest("[data-causes], .hint")));
}

/** A report was put in: cells can be reached by keyboard, what was changed is marked. */
function fresh() {
  point(null);
  const cells = all("td[data-table]:not([data-state=missing])");
  cells.forEach((cell, index) => { cell.tabIndex = index === 0 || cell.dataset.causes ? 0 : -1; });
  for (const button of all("[data-revert]")) {
    const one = JSON.parse(button.dataset.revert);
    placeOf(one)?.classList.add("amended");
  }
}

function placeOf(one) {
  if (one.block !== null && one.block !== undefined) return shown.querySelector(`[data-block="${one.block}"]`);
  return shown.querySelector(`td[data-table="${one.table}"][data-row="${one.row}"][data-column="${one.column}"]`);
}

function clicked(event) {
  const button = event.target.closest("button");
  if (button?.dataset.amendments) return ask("report:amend", JSON.parse(button.dataset.amendments));
  if (button?.dataset.revert) return ask("report:revert", JSON.parse(button.dataset.revert));
  if (button?.dataset.edit) return rewrite(shown.querySelector(`[data-block="${button.dataset.edit}"]`));
  if (button && "filter" in button.dataset) return filter(button);
  const link = event.target.closest("a[href^='#']");
  if (link) {
    event.preventDefault();
    return go(document.getElementById(decodeURIComponent(link.hash.slice(1))));
  }
  if (button || event.target.closest("input, textarea, summary, form")) return undefined;
  const card = event.target.closest("[data-cause]");
  if (card) return choose(card, true);
  const mark = event.target.closest("mark[data-causes]");
  if (mark) return choose(item(causes(mark)[0]), false);
  const cell = event.target.closest("td[data-table]");
  if (cell) {
    if (cell.dataset.causes) choose(item(causes(cell)[0]), false, false);
    refill(cell);
  }
  return undefined;
}

/** Choose an item; `lead` goes on to its place in the report. */
function choose(card, lead, move = true) {
  if (!card) return;
  for (const other of all("[data-cause][aria-current]")) other.removeAttribute("aria-current");
  card.hidden = false;
  card.setAttribute("aria-current", "true");
  if (!lead) return void (move ? go(card) : card.scrollIntoView({ block: "nearest" }));
  const places = all("[data-causes]").filter((each) => causes(each).includes(card.dataset.cause));
  const place = places.find((each) => each.classList.contains("wrong")) ?? places[0];
  if (place) go(place);
}

function go(element) {
  if (!element) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.classList.remove("found");
  requestAnimationFrame(() => element.classList.add("found"));
  if (element.dataset.cause) choose(element, false, false);
}

function filter(button) {
  for (const each of all("[data-filter]")) each.setAttribute("aria-pressed", String(each === button));
  const wanted = button.dataset.filter;
  for (const card of all("[data-cause]")) {
    card.hidden = Boolean(wanted) && card.dataset.severity !== wanted && card.dataset.family !== wanted;
  }
}

/** Say beside a place what is wrong with it. */
function point(place) {
  if (place?.classList.contains("hint")) return;
  if (hint && hint.of === place) return;
  hint?.box.remove();
  hint = null;
  const cards = causes(place).map(item).filter(Boolean);
  if (!cards.length || place.querySelector("input")) return;
  const box = document.createElement("div");
  box.className = "hint";
  box.setAttribute("role", "status");
  for (const card of cards.slice(0, 3)) {
    for (const message of all(".message", card)) box.append(message.cloneNode(true));
    const act = card.querySelector(".try");
    if (act) box.append(act.cloneNode(true));
  }
  shown.append(box);
  beside(box, place);
  hint = { of: place, box };
}

function beside(box, place) {
  const [own, frame] = [place.getBoundingClientRect(), shown.getBoundingClientRect()];
  const left = Math.max(0, Math.min(own.left - frame.left, frame.width - box.offsetWidth));
  box.style.left = `${left}px`;
  // It overlaps its place, so that the pointer gets from one to the other without leaving both.
  box.style.top = `${own.bottom - frame.top - 2}px`;
}

/** Turn a figure into a field. */
function refill(cell) {
  if (cell.dataset.state === "missing" || cell.querySelector("input")) return;
  point(null);
  const before = [...cell.childNodes];
  const old = printed(cell);
  const field = document.createElement("input");
  field.value = old;
  field.inputMode = "numeric";
  field.setAttribute("aria-label", cell.closest("tr").querySelector("th")?.textContent ?? "");
  cell.replaceChildren(field);
  field.select();
  let over = false;
  const end = (keep) => {
    if (over) return;
    over = true;
    const text = field.value.trim();
    cell.replaceChildren(...before);
    const { table, row, column } = cell.dataset;
    if (keep && text !== old) ask("report:amend", [{ table, row, column, text }]);
  };
  field.addEventListener("blur", () => end(true));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") end(false);
    if (event.key === "Enter") end(true);
    if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      cell.tabIndex = 0;
      cell.focus();
    }
    if (event.key === "Tab") {
      const cells = all("td[data-table]:not([data-state=missing])");
      const next = cells[cells.indexOf(cell) + (event.shiftKey ? -1 : 1)];
      if (next) {
        event.preventDefault();
        end(true);
        refill(next);
      }
    }
  });
}

/** What a cell prints, without its marks and what is advised beside it. */
function printed(cell) {
  if (cell.dataset.state === "blank") return "";
  const copy = cell.cloneNode(true);
  for (const each of all("ins, sup, .unseen", copy)) each.remove();
  return copy.textContent.trim();
}

/** Turn a paragraph into a field. */
function rewrite(text) {
  const block = text.closest(".block");
  if (block.querySelector("form")) return;
  point(null);
  const copy = text.cloneNode(true);
  for (const each of all("sup", copy)) each.remove();
  const old = copy.textContent;
  const made = document.getElementById("rewriting").content.cloneNode(true);
  const form = made.querySelector("form");
  const field = made.querySelector("textarea");
  field.value = old;
  field.rows = Math.min(16, Math.max(2, Math.ceil(old.length / 34)));
  const end = () => {
    form.remove();
    text.hidden = false;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    const now = field.value.replace(/\s*\n\s*/g, "");
    end();
    if (now !== old) ask("report:amend", [{ block: Number(text.dataset.block), text: now }]);
  });
  form.querySelector("[type=button]").addEventListener("click", end);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      end();
    }
  });
  text.hidden = true;
  block.append(made);
  field.focus();
}

function typed(event) {
  if (event.target.matches("input, textarea")) return;
  const cell = event.target.closest("td[data-table]");
  if (event.key === "Escape") return point(null);
  if (cell && (event.key === "Enter" || event.key === "F2")) {
    event.preventDefault();
    return refill(cell);
  }
  if (cell && event.key.startsWith("Arrow")) return step(event, cell);
  const mark = event.target.closest("mark[data-causes]");
  if (mark && event.key === "Enter") return choose(item(causes(mark)[0]), false);
  const card = event.target.closest("[data-cause]");
  if (card && event.key === "Enter" && event.target === card) return choose(card, true);
  if ((event.key === "j" || event.key === "k") && !event.ctrlKey && !event.metaKey) {
    const cards = all("[data-cause]:not([hidden])");
    const at = cards.findIndex((each) => each.getAttribute("aria-current"));
    const next = cards[Math.min(cards.length - 1, Math.max(0, at + (event.key === "j" ? 1 : -1)))];
    if (next) go(next);
  }
  return undefined;
}

/** From cell to cell by the arrows. */
function step(event, cell) {
  const row = cell.parentElement;
  const rows = all("tr", cell.closest("table")).filter((each) => each.querySelector("td[data-table]"));
  const at = [...row.children].indexOf(cell);
  const next = {
    ArrowLeft: cell.previousElementSibling,
    ArrowRight: cell.nextElementSibling,
    ArrowUp: rows[rows.indexOf(row) - 1]?.children[at],
    ArrowDown: rows[rows.indexOf(row) + 1]?.children[at],
  }[event.key];
  if (!next?.dataset.table) return;
  event.preventDefault();
  next.tabIndex = 0;
  next.focus();
}

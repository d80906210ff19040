// Within a shown report: from a place to what is said of it and back, what is pointed at, and what is changed.

import { chooseAgain, chooseAll, press } from "./filtering.js";
import { away, point } from "./pointing.js";
import { all, ask, causes, shown } from "./within.js";
import { refill, rewrite } from "./writing.js";

const item = (cause) => shown.querySelector(`[data-cause="${cause}"]`);
const MARKS = "mark[data-causes], .pin[data-causes], .whole[data-causes]";
const touched = (event) => event.pointerType === "touch";
let folded = [];
let touching = null;
let from = null;

if (shown) {
  document.addEventListener("report:shown", fresh);
  shown.addEventListener("click", clicked);
  shown.addEventListener("dblclick", (event) => {
    const text = event.target.closest("[data-block]");
    if (text && !event.target.closest(MARKS)) rewrite(text);
  });
  shown.addEventListener("keydown", typed);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") back(event);
    else next(event);
  });
  window.addEventListener("beforeprint", unfold);
  window.addEventListener("afterprint", fold);
  // A finger leaves the moment it is lifted: what it touched is told by the click that follows.
  shown.addEventListener("pointerover", (event) => touched(event) || point(event.target.closest("[data-causes], .hint")));
  shown.addEventListener("pointerleave", (event) => touched(event) || point(null));
  shown.addEventListener("focusin", (event) => point(event.target.closest("[data-causes], .hint")));
}

/** A report was put in: its cells can be reached by keyboard; what a change came to is said. */
function fresh() {
  away();
  chooseAgain();
  const told = [".since", ".coverage > :not(details)"].map((one) => shown.querySelector(one)?.textContent ?? "");
  document.getElementById("rechecked").textContent = told[0] && told.join(" ");
  const cells = all("td[data-table]:not([data-state=missing])");
  cells.forEach((cell, index) => { cell.tabIndex = index === 0 || cell.dataset.causes ? 0 : -1; });
}

function clicked(event) {
  if (touched(event) && !event.target.closest(".hint, [data-causes]")) away();
  const button = event.target.closest("button");
  if (button?.dataset.amendments) return ask("report:amend", JSON.parse(button.dataset.amendments));
  if (button?.dataset.revert) return ask("report:revert", JSON.parse(button.dataset.revert));
  if (button?.dataset.edit) return rewrite(shown.querySelector(`[data-block="${button.dataset.edit}"]`));
  if (button && "filter" in button.dataset) return press(button);
  const link = event.target.closest("a[href^='#']");
  if (link) {
    event.preventDefault();
    from = link.closest("[data-causes]") ?? from;
    return go(document.getElementById(decodeURIComponent(link.hash.slice(1))));
  }
  if (button || event.target.closest("input, textarea, summary, form")) return undefined;
  const card = event.target.closest("[data-cause]");
  if (card) return choose(card, true);
  const mark = event.target.closest(MARKS);
  if (mark) return touched(event) ? point(mark) : choose(item(causes(mark)[0]), false);
  const cell = event.target.closest("td[data-table]");
  if (cell) {
    // A finger has no hovering: the first touch says what is wrong, the next one changes the figure.
    if (touched(event) && cell.dataset.causes && touching !== cell) {
      touching = cell;
      return point(cell);
    }
    touching = null;
    if (cell.dataset.causes) choose(item(causes(cell)[0]), false, false);
    refill(cell);
  }
  return undefined;
}

/** Choose an item; `lead` goes on to its place in the report. */
function choose(card, lead, move = true) {
  if (!card) return;
  for (const other of all("[data-cause][aria-current]")) other.removeAttribute("aria-current");
  if (card.hidden) chooseAll();
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

function typed(event) {
  if (event.target.matches("input, textarea")) return;
  const cell = event.target.closest("td[data-table]");
  if (cell && (event.key === "Enter" || event.key === "F2")) {
    event.preventDefault();
    return refill(cell);
  }
  if (cell && event.key.startsWith("Arrow")) return step(event, cell);
  const mark = event.target.closest(MARKS);
  if (mark && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    from = mark;
    return choose(item(causes(mark)[0]), false);
  }
  const card = event.target.closest("[data-cause]");
  if (card && event.key === "Enter" && event.target === card) return choose(card, true);
  return undefined;
}

/** Close what is said beside a place; from an item return to the place that led to it. */
function back(event) {
  away();
  if (from?.isConnected && event.target.closest?.("[data-cause]")) from.focus();
}

/** n and p, or j and k, go to the next item and to the one before, wherever nothing is written. */
function next(event) {
  const by = { n: 1, j: 1, p: -1, k: -1 }[event.key];
  const free = !event.ctrlKey && !event.metaKey && !event.altKey && shown.offsetParent;
  if (!by || !free || event.target.closest?.("input, textarea, select, dialog")) return;
  const cards = all("[data-cause]:not([hidden])");
  const at = cards.findIndex((each) => each.getAttribute("aria-current"));
  const card = cards[Math.min(cards.length - 1, Math.max(0, at + by))];
  if (card) go(card);
}

/** On paper nothing can be opened. */
function unfold() {
  folded = all("details:not([open])");
  for (const each of folded) each.open = true;
}

function fold() {
  for (const each of folded) each.open = false;
  folded = [];
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

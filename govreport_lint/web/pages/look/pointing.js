// What is said beside a place that is pointed at or has the focus, with the cells that take part in it.

import { all, causes, shown } from "./within.js";

const MOST = 3;
let hint = null;

/** Take away what is said. */
export function away() {
  hint?.box.remove();
  hint = null;
  for (const each of all(".taking")) each.classList.remove("taking");
}

/** Say beside a place what is wrong with it; null takes it away. */
export function point(place) {
  if (place?.classList.contains("hint") || (hint && hint.of === place)) return;
  away();
  const own = causes(place);
  const cards = own.map((one) => shown.querySelector(`[data-cause="${one}"]`)).filter(Boolean);
  if (!cards.length || place.querySelector("input")) return;
  for (const each of all("td[data-causes]")) {
    each.classList.toggle("taking", causes(each).some((one) => own.includes(one)));
  }
  const box = document.createElement("div");
  box.className = "hint";
  box.setAttribute("role", "status");
  for (const card of cards.slice(0, MOST)) box.append(...told(card));
  shown.append(box);
  beside(box, place);
  hint = { of: place, box };
}

/** The number of an item, what it says, both sides of it, and what can be tried. */
function* told(card) {
  const head = card.querySelector(".signs").cloneNode(true);
  for (const code of head.querySelectorAll(".code")) code.remove();
  const link = document.createElement("a");
  link.href = `#${card.id}`;
  link.textContent = card.querySelector("h4").textContent;
  head.append(link);
  yield head;
  for (const part of all(".message, .sides, .try", card)) yield part.cloneNode(true);
}

function beside(box, place) {
  const [own, frame] = [place.getBoundingClientRect(), shown.getBoundingClientRect()];
  const left = Math.max(0, Math.min(own.left - frame.left, frame.width - box.offsetWidth));
  box.style.left = `${left}px`;
  // It overlaps its place, so that the pointer gets from one to the other without leaving both.
  const above = own.bottom + box.offsetHeight > window.innerHeight && own.top - box.offsetHeight > 130;
  box.style.top = above ? `${own.top - frame.top - box.offsetHeight + 2}px` : `${own.bottom - frame.top - 2}px`;
}

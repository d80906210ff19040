// The report as it is shown: fragments made by the program are put in, and the reader stays where they were.

const PARTS = ["title", "summary", "report", "items"];
// Where the focus was last: a field that has done its work is gone before what it said is shown.
let last = null;

document.addEventListener("focusin", ({ target }) => {
  const shown = document.getElementById("shown");
  last = shown?.contains(target) ? pathTo(written(target) ?? target, shown) : null;
});

/** Put a report in. With `keep` the reader's place and focus stay as they were. */
export function put(report, part, keep) {
  const shown = document.getElementById("shown");
  const held = keep ? hold(shown) : null;
  shown.dataset.key = report.key;
  if (part === null) delete shown.dataset.part;
  else shown.dataset.part = part;
  for (const name of PARTS) {
    const made = document.createElement("template");
    made.innerHTML = report[name];
    document.getElementById(`shown-${name}`).replaceChildren(made.content);
  }
  document.dispatchEvent(new CustomEvent("report:shown", { detail: shown }));
  if (held) give(shown, held);
}

/** Take the report out. */
export function clear() {
  for (const name of PARTS) document.getElementById(`shown-${name}`).replaceChildren();
}

/** The tabs of a file that holds several reports; of one there are none. */
export function tabs(reports, chosen, choose) {
  const bar = document.getElementById("tabs");
  bar.hidden = reports.length < 2;
  bar.replaceChildren(...(bar.hidden ? [] : reports.map((report, index) => tab(report, index, chosen, choose))));
}

function tab(report, index, chosen, choose) {
  const button = document.createElement("button");
  button.type = "button";
  button.id = `tab-${index}`;
  button.setAttribute("role", "tab");
  button.setAttribute("aria-controls", "shown");
  button.setAttribute("aria-selected", String(index === chosen));
  button.tabIndex = index === chosen ? 0 : -1;
  button.textContent = titleOf(report);
  button.addEventListener("click", () => choose(index));
  if (report.counts?.error) {
    const count = document.createElement("span");
    count.className = "error";
    count.textContent = String(report.counts.error);
    button.append(count);
  }
  return button;
}

/** The words of a report's title. */
export function titleOf(report) {
  const made = document.createElement("template");
  made.innerHTML = report.title;
  const heading = made.content.querySelector("h1, h2") ?? made.content;
  return heading.textContent.trim();
}

function hold(shown) {
  const rolled = [];
  for (const each of [shown, ...shown.querySelectorAll("*")]) {
    if (each.scrollTop || each.scrollLeft) rolled.push([pathTo(each, shown), each.scrollTop, each.scrollLeft]);
  }
  const at = document.activeElement;
  const focused = shown.contains(at) ? pathTo(at, shown) : at === document.body ? last : null;
  return { rolled, focused, seen: seen(shown), top: window.scrollY };
}

/** The first place of the report that is in sight, and how far from the top it stands: what is above it may grow. */
function seen(shown) {
  const bar = 120;
  for (const each of shown.querySelectorAll("[data-block], td[data-table]")) {
    const { top } = each.getBoundingClientRect();
    if (top > window.innerHeight) return null;
    if (top >= bar) return { path: pathTo(each, shown), top };
  }
  return null;
}

function give(shown, { rolled, focused, seen: before, top }) {
  for (const [path, down, right] of rolled) {
    const each = found(path, shown);
    if (each) Object.assign(each, { scrollTop: down, scrollLeft: right });
  }
  if (focused !== null) focus(found(focused, shown) ?? document.getElementById("shown-report"));
  window.scrollTo({ top, behavior: "instant" });
  const place = before && found(before.path, shown);
  if (place) window.scrollBy({ top: place.getBoundingClientRect().top - before.top, behavior: "instant" });
}

function focus(element) {
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** What a field in the report stands for: its cell, or the paragraph beside it. */
function written(field) {
  if (!field.matches("#shown-report :is(input, textarea, form *)")) return null;
  return field.closest("[data-table], [data-block]") ?? field.closest("form").parentElement.querySelector("[data-block]");
}

/** How an element is found again in what replaces it: by its id, its cell or block, else by its place. */
function pathTo(element, shown) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  const { table, row, column, block } = element.dataset;
  if (table && row) return `[data-table="${CSS.escape(table)}"][data-row="${CSS.escape(row)}"][data-column="${CSS.escape(column ?? "")}"]`;
  if (block) return `[data-block="${CSS.escape(block)}"]`;
  if (element === shown) return "";
  const index = Array.prototype.indexOf.call(element.parentElement.children, element) + 1;
  return `${pathTo(element.parentElement, shown)} > :nth-child(${index})`.trim();
}

function found(path, shown) {
  if (!path) return shown;
  return document.querySelector(path.startsWith(">") ? `#shown ${path}` : path);
}

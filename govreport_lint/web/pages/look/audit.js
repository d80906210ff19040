// The audit of a county: files go out, events come back, then the numbers, the matrix and the papers.

import { asked, Refusal } from "./asking.js";
import { choose, press, sift } from "./audit-sifting.js";
import { language, say, words as wordsIn } from "./words.js";

const by = (id) => document.getElementById(id);
const words = (key, values) => wordsIn(key, values, "audit-words");
const PARTS = ["audit-form", "audit-working", "audit-result"];
let files = [];
let key = "";
let source = null;
let round = 0;
let leaving = new AbortController();

document.addEventListener("audit:files", (event) => ready(event.detail.files));
document.addEventListener("audit:closed", leave);
document.addEventListener("audit:spoken", (event) => spoken(event.detail).catch(refused));
document.addEventListener("submit", (event) => {
  if (event.target.id !== "audit-form") return;
  event.preventDefault();
  const mine = ++round;
  begin(mine).catch((error) => mine === round && refused(error));
});
document.addEventListener("click", (event) => {
  const tile = event.target.closest("#audit-head [data-wanted]");
  if (tile) press(tile);
  if (event.target.closest("[data-audit=cancel]")) {
    leave();
    part("audit-form", "[type=submit]");
    say(words("cancelled"));
  }
});
document.addEventListener("input", (event) => {
  if (event.target.id === "audit-search") sift();
});
// A page that is closed takes its audit along.
window.addEventListener("pagehide", (event) => {
  if (key && !event.persisted) fetch(`api/audit/${key}`, { method: "DELETE", keepalive: true });
});
// The program forgets what nobody looks at; it is looked at as long as it is shown.
setInterval(() => look(), 240_000);

/** Show a part of the place, with the focus in it. */
function part(name, focused) {
  for (const each of PARTS) by(each).hidden = each !== name;
  if (focused) by(name).querySelector(focused)?.focus();
}

/** Files were dropped: what else lies beside them may be added. */
function ready(some) {
  leave();
  files = some;
  const form = by("audit-form");
  form.reset();
  form.querySelector(".why").textContent = "";
  list();
  part("audit-form", "[type=submit]");
}

function list() {
  const form = by("audit-form");
  const count = files.length;
  form.querySelector("[data-count]").textContent = words(count === 1 ? "ready-one" : "ready", { count });
  const names = files.slice(0, 6).map(({ path, file }) => path || file.name);
  if (count > 6) names.push("…");
  const lines = names.map((name) => Object.assign(document.createElement("li"), { textContent: name }));
  form.querySelector(".audit-files").replaceChildren(...lines);
}

async function begin(mine) {
  const form = by("audit-form");
  const data = new FormData(form);
  for (const name of ["previous", "units", "workbook", "county"]) {
    const kept = data.getAll(name).filter((each) => each instanceof File && each.size);
    data.delete(name);
    for (const each of kept) data.append(name, each, each.name);
  }
  for (const { path, file } of files) data.append("reports", file, path || file.name);
  part("audit-working", "h1");
  step({ state: "queued", ahead: 0 });
  const { id } = await (await asked("api/audit", data)).json();
  if (mine !== round) {
    await asked(`api/audit/${id}`, null, null, "DELETE");
    return;
  }
  key = id;
  follow();
}

function follow() {
  source?.close();
  source = new EventSource(`api/audit/${key}/events?lang=${language()}`);
  source.addEventListener("progress", (event) => step(JSON.parse(event.data)));
  source.addEventListener("done", (event) => {
    const mine = key;
    step(JSON.parse(event.data));
    over().catch((error) => mine === key && refused(error));
  });
  source.addEventListener("failed", (event) => refused(new Refusal(JSON.parse(event.data).error)));
  source.addEventListener("error", () => {
    if (source?.readyState === EventSource.CLOSED) refused(new Refusal(words("gone")));
  });
}

function step(now) {
  const bar = by("audit-working").querySelector("progress");
  const told = by("audit-working").querySelector("[data-step]");
  if (now.total) Object.assign(bar, { max: now.total, value: now.done });
  else bar.removeAttribute("value");
  if (now.state === "queued") {
    told.textContent = now.ahead ? words("queued", { ahead: now.ahead }) : words("sending");
    return;
  }
  const left = now.seconds_left ? words("left", { seconds: Math.ceil(now.seconds_left) }) : "";
  const stage = words(now.stage ?? "reading");
  // Before the files are counted there is nothing to count.
  const step = now.total ? words("step", { ...now, stage }) : stage;
  told.textContent = [step, left].filter(Boolean).join(" · ");
}

async function over() {
  source?.close();
  source = null;
  if (await show({})) part("audit-result", "h1");
}

/** Put in what was found, in the language of the page; whether it was still wanted in it. Throws when it is left. */
async function show(sifted) {
  const spoken = language();
  const answer = await asked(`api/audit/${key}/matrix`, null, leaving.signal, "GET");
  const made = document.createElement("template");
  made.innerHTML = await answer.text();
  if (spoken !== language()) return false;
  const [head, matrix] = made.content.children;
  by("audit-head").replaceChildren(head);
  by("audit-matrix").replaceChildren(matrix);
  by("audit-gone").textContent = "";
  for (const link of document.querySelectorAll("[data-paper]")) link.href = `api/audit/${key}/${link.dataset.paper}`;
  choose(sifted);
  return true;
}

/** The page was given anew in another language: what stood in its place goes on in this one. */
async function spoken(old) {
  if (!files.length) return;
  const form = by("audit-form");
  for (const field of old.querySelectorAll("#audit-form input")) {
    const same = form.querySelector(`[name="${field.name}"]`);
    if (field.type === "file") same.files = field.files;
    else same.value = field.value;
  }
  form.querySelector("details").open = old.querySelector("#audit-form details").open;
  form.querySelector(".why").textContent = old.querySelector("#audit-form .why").textContent;
  list();
  const name = PARTS.find((each) => !old.querySelector(`#${each}`).hidden);
  part(name);
  if (name === "audit-working") {
    step({ state: "queued", ahead: 0 });
    if (key) follow();
  } else if (name === "audit-result") {
    const pressed = old.querySelector("#audit-head [aria-pressed=true]")?.dataset.wanted;
    await show({ wanted: pressed, text: old.querySelector("#audit-search").value });
  }
}

async function look() {
  if (!key || by("audit-result").hidden) return;
  try {
    await asked(`api/audit/${key}`, null, null, "GET");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    by("audit-gone").textContent = error.message;
  }
}

function refused(error) {
  if (!(error instanceof Refusal)) throw error;
  source?.close();
  source = null;
  by("audit-form").querySelector(".why").textContent = error.message;
  part("audit-form", "[type=submit]");
}

/** End the audit that is at work, and have it forgotten. */
function leave() {
  round += 1;
  leaving.abort();
  leaving = new AbortController();
  source?.close();
  source = null;
  if (key) asked(`api/audit/${key}`, null, null, "DELETE").catch(() => {});
  key = "";
}

// The audit of a county: files go out, events come back, then the numbers, the matrix and the papers.

import { asked, Refusal } from "./asking.js";
import { language, words as wordsIn } from "./words.js";

const by = (id) => document.getElementById(id);
const words = (key, values) => wordsIn(key, values, "audit-words");
let files = [];
let key = "";
let source = null;
let round = 0;

document.addEventListener("audit:files", (event) => ready(event.detail.files));
document.addEventListener("audit:closed", leave);
document.addEventListener("submit", (event) => {
  if (event.target.id !== "audit-form") return;
  event.preventDefault();
  begin().catch(refused);
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-audit=cancel]")) {
    leave();
    part("audit-form");
  }
});
document.addEventListener("input", (event) => {
  if (event.target.id === "audit-search") sift(event.target.value.trim());
});

function part(name) {
  for (const each of ["audit-form", "audit-working", "audit-result"]) by(each).hidden = each !== name;
}

/** Files were dropped: what else lies beside them may be added. */
function ready(some) {
  leave();
  files = some;
  part("audit-form");
  const form = by("audit-form");
  form.reset();
  form.querySelector(".why").textContent = "";
  form.querySelector("[data-count]").textContent = words(some.length === 1 ? "ready-one" : "ready", { count: some.length });
  const names = some.slice(0, 6).map(({ path, file }) => {
    const line = document.createElement("li");
    line.textContent = path || file.name;
    return line;
  });
  if (some.length > 6) names.push(Object.assign(document.createElement("li"), { textContent: "…" }));
  form.querySelector(".audit-files").replaceChildren(...names);
  form.querySelector("[type=submit]").focus();
}

async function begin() {
  const mine = ++round;
  const form = by("audit-form");
  const data = new FormData(form);
  for (const name of ["previous", "units", "workbook", "county"]) {
    const kept = data.getAll(name).filter((each) => each instanceof File && each.size);
    data.delete(name);
    for (const each of kept) data.append(name, each, each.name);
  }
  for (const { path, file } of files) data.append("reports", file, path || file.name);
  part("audit-working");
  step({ state: "queued", ahead: 0 });
  const { id } = await (await asked("api/audit", data)).json();
  if (mine !== round) {
    await asked(`api/audit/${id}`, null, null, "DELETE");
    return;
  }
  key = id;
  source = new EventSource(`api/audit/${key}/events?lang=${language()}`);
  source.addEventListener("progress", (event) => step(JSON.parse(event.data)));
  source.addEventListener("done", () => over().catch(refused));
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
    told.textContent = now.ahead ? words("queued", { ahead: now.ahead }) : "…";
    return;
  }
  const left = now.seconds_left ? words("left", { seconds: Math.ceil(now.seconds_left) }) : "";
  const stage = words(now.stage ?? "reading");
  told.textContent = [words("step", { ...now, stage }), left].filter(Boolean).join(" · ");
}

async function over() {
  source?.close();
  source = null;
  const answer = await asked(`api/audit/${key}/matrix`, null, null, "GET");
  const made = document.createElement("template");
  made.innerHTML = await answer.text();
  by("audit-matrix").replaceChildren(made.content);
  for (const link of document.querySelectorAll("[data-paper]")) link.href = `api/audit/${key}/${link.dataset.paper}`;
  by("audit-search").value = "";
  part("audit-result");
  by("audit-matrix").querySelector("h2")?.focus();
}

function refused(error) {
  if (!(error instanceof Refusal)) throw error;
  source?.close();
  source = null;
  part("audit-form");
  by("audit-form").querySelector(".why").textContent = error.message;
}

/** End the audit that is at work, and have it forgotten. */
function leave() {
  round += 1;
  source?.close();
  source = null;
  if (key) asked(`api/audit/${key}`, null, null, "DELETE").catch(() => {});
  key = "";
}

function sift(text) {
  for (const row of by("audit-matrix").querySelectorAll("tr[data-conclusion]")) {
    row.hidden = Boolean(text) && !row.querySelector("th").textContent.includes(text);
  }
}

// A new report: the form is sent, the file that comes back is saved.

import { askedFile, form, Refusal } from "./asking.js";
import { save } from "./saving.js";
import { say, words } from "./words.js";

/** Open the form; the year is the one whose report is due next. */
export function openBlank() {
  const today = new Date();
  const year = document.getElementById("blank-year");
  if (!year.value) year.value = String(today.getFullYear() - (today.getMonth() < 9 ? 1 : 0));
  tell("");
  document.getElementById("blank").showModal();
}

/** Send the form. */
export async function sendBlank(sent) {
  const data = new FormData(sent);
  const organ = String(data.get("organ")).trim();
  const year = Number(data.get("year"));
  if (!organ) return refuse("blank-organ", words("no-name"));
  if (!Number.isInteger(year) || year < 2019 || year > 2100) return refuse("blank-year", words("no-year"));
  const previous = data.get("previous");
  const fields = { organ, year: String(year), format: data.get("format"), previous: previous?.size ? previous : null };
  tell("");
  say(words("saving"));
  try {
    const file = await askedFile("page/template", form(fields));
    save(file, `${organ}${year}.${fields.format}`);
    say(words("saved", { name: file.name }));
    if (file.notes.length) tell(file.notes.join("\n"));
    else document.getElementById("blank").close();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tell(error.message);
  }
}

function refuse(id, told) {
  tell(told);
  document.getElementById(id).focus();
}

function tell(told) {
  const place = document.getElementById("blank-said");
  place.hidden = !told;
  place.textContent = told;
}

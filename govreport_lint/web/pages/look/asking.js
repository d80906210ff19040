// What is asked of the program: forms with files go out, JSON or a file comes back.

import { language, words } from "./words.js";

/** Why the program did not do what was asked, in words for the reader. */
export class Refusal extends Error {}

/** The fields as a form; what is null is left out. */
export function form(fields) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value === null || value === undefined) continue;
    if (value instanceof File) data.append(name, value, value.name);
    else data.append(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  return data;
}

/** Send a form; the JSON that comes back. Throws `Refusal`, or `AbortError` if it was called off. */
export async function askedJson(address, data, signal) {
  const answer = await asked(address, data, signal);
  try {
    const told = await answer.json();
    if (told.error) throw new Refusal(told.error.message);
    return told;
  } catch (error) {
    if (error.name === "AbortError" || error instanceof Refusal) throw error;
    throw new Refusal(words("odd", { status: answer.status }));
  }
}

/** Send a form; the file that comes back, as `{name, blob, notes}`. */
export async function askedFile(address, data, signal) {
  return fileOf(await asked(address, data, signal));
}

/** The file that an answer is, with what is to be looked at before it is believed. */
export async function fileOf(answer) {
  const notes = decoded(answer.headers.get("x-notes") ?? "").split("\n").filter(Boolean);
  return { name: nameOf(answer.headers.get("content-disposition") ?? ""), blob: await answer.blob(), notes };
}

/** Send a form, or nothing; the answer. */
export async function asked(address, data, signal, method = "POST") {
  const told = `${address}${address.includes("?") ? "&" : "?"}lang=${language()}`;
  let answer;
  try {
    answer = await fetch(told, { method, body: data, signal, cache: "no-store" });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refusal(words("unreached"));
  }
  if (!answer.ok) throw new Refusal(await reason(answer));
  return answer;
}

/** What the program says of an error; whatever else it answers is told by its number. */
export async function reason(answer) {
  try {
    const told = await answer.json();
    if (typeof told.error.message === "string" && told.error.message) return told.error.message;
  } catch {
    // Not the program's own words.
  }
  return words("odd", { status: answer.status });
}

function nameOf(disposition) {
  const wide = /filename\*=UTF-8''([^;]+)/i.exec(disposition);
  return wide ? decoded(wide[1]) : /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? "";
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

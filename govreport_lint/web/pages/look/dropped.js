// The files that were dropped or chosen, each with its path; folders are walked through.

const MOST = 20000;

/** The files of a field: `[{path, file}]`. */
export function chosen(field) {
  return Array.from(field.files, (file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** The files of a drop. The entries have to be taken before anything is waited for. */
export async function dropped(transfer) {
  const entries = Array.from(transfer.items ?? [], (item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return Array.from(transfer.files, (file) => ({ path: file.name, file }));
  const found = [];
  for (const entry of entries) await walk(entry, found);
  return found;
}

/** Whether files are what is being dragged. */
export function holdsFiles(transfer) {
  return Array.from(transfer?.types ?? []).includes("Files");
}

/** Office's own lock files, hidden files and what a system leaves in folders are no reports. */
export function meant({ path }) {
  const name = path.split("/").pop();
  return !/^(?:\.|~\$)|^(?:Thumbs\.db|desktop\.ini)$/i.test(name) && !path.startsWith("__MACOSX/");
}

async function walk(entry, found) {
  if (found.length >= MOST) return;
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    found.push({ path: entry.fullPath.replace(/^\//, ""), file });
    return;
  }
  const reader = entry.createReader();
  // A reader gives a hundred entries at a time and an empty list at the end.
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return;
    for (const each of some) await walk(each, found);
  }
}

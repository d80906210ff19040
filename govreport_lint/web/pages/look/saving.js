// A file that came back is given to the reader.

/** Save a file under its name, as the browser saves any download. */
export function save({ name, blob }, otherwise) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name || otherwise;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun by then; the bytes need not stay.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** Hands what was fetched to whoever is here, as a file of that name. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click; it has done so long before a minute is over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

// What a page has, as a file on this computer.
import type { File_ } from "./types";

export function download({ name, mime, text, base64 }: File_): void {
  const bytes = base64 ? Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)) : text!;
  keep(name, new Blob([bytes], { type: mime }));
}

export function keep(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

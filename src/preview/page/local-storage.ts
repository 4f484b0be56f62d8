// What the page knows of its last visit. A browser may forbid to keep anything: then it is forgotten.

/** Keeps a value for the next visit. */
export function saveIndex(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {}
}

/** A value of the last visit. */
export function load(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

// Settings that the page keeps between visits. A browser may block local storage; then nothing is kept.

/** Saves a setting for the next visit. */
export function saveSetting(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {}
}

/** Returns a setting of the last visit. */
export function loadSetting(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

// Tables of words in their forms, as the languages' files write them.

/** The forms of a word; `_` is the stem without an ending. */
export function inflect(stem: string, endings: string): string[] {
  return endings.split(' ').map((ending) => stem + (ending === '_' ? '' : ending));
}

/** Words separated by spaces. */
export function words(list: string): string[] {
  return list.split(' ');
}

/** A table from each form to its meaning. */
export function tableOf<T>(entries: Iterable<readonly [readonly string[], T]>): Map<string, T> {
  const table = new Map<string, T>();
  for (const [forms, meaning] of entries) for (const form of forms) table.set(form, meaning);
  return table;
}

/** The same where a form may have several meanings. */
export function tableOfAll<T>(
  entries: Iterable<readonly [readonly string[], readonly T[]]>,
): Map<string, T[]> {
  const table = new Map<string, T[]>();
  for (const [forms, meanings] of entries) {
    for (const form of new Set(forms)) table.set(form, [...(table.get(form) ?? []), ...meanings]);
  }
  return table;
}

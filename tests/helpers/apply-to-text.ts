// Applies the edits of findings about one text to the text itself, without a file.
import type { Finding } from '../../src/source/finding.ts';
import type { ValueEdit } from '../../src/source/value-changes.ts';

export const isSure = (edit: ValueEdit) => edit.isSure;

interface Change {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

/** Applies the first chosen edit of each finding; an edit that overlaps an earlier one is left out. */
export function applyToText(
  text: string,
  findings: readonly Finding[],
  isChosen: (edit: ValueEdit) => boolean,
): string {
  const chosen: Change[] = [];
  for (const { edits = [] } of findings) {
    const changes = edits.find(isChosen)?.changes.flatMap(toChange) ?? [];
    if (!changes.some((one) => chosen.some((other) => overlap(one, other))))
      chosen.push(...changes);
  }
  return chosen
    .sort((a, b) => b.from - a.from)
    .reduce((now, { from, to, newText }) => now.slice(0, from) + newText + now.slice(to), text);
}

function toChange(change: ValueEdit['changes'][number]): Change[] {
  return change.kind === 'replace-piece' ? [{ ...change.piece, newText: change.newText }] : [];
}

function overlap(a: Change, b: Change): boolean {
  return a.from === b.from || (a.from < b.to && b.from < a.to);
}

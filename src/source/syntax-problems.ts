// Finds the mistakes that make a file unreadable. YAML reports a mistake and what follows from it, often at
// other lines. So the first error is repaired in memory: what is still wrong then is a mistake of its own.
import type { Document } from 'yaml';
import { parseWithinLimits } from './compose-document.ts';
import { type FileLine, lineIndexAt } from './file-lines.ts';
import { listSyntaxErrors } from './list-syntax-errors.ts';
import type { OffsetChange, SyntaxProblem } from './positions.ts';
import { type BrokenText, type FindRepairs, type Repair, readLines } from './repair.ts';
import { repairBlockText, repairIndentation, repairWhiteSpace } from './repair-indentation.ts';
import { repairBar, repairColon, repairDash } from './repair-marks.ts';
import {
  closeQuote,
  findConflict,
  findListWithoutKey,
  quoteMarks,
  repairBrackets,
  repairDocumentMark,
} from './repair-texts.ts';

/** Most characters of a text whose mistakes are repaired; an issue has up to 60,000. */
const MAX_REPAIRED = 200_000;

/** Most errors of YAML in a text that is repaired; one mistake in an issue leads to fewer than 100. */
const MAX_ERRORS = 500;

/** Most mistakes that are reported; the lines below are judged when they are fixed. */
const MAX_MISTAKES = 20;

/**
 * Characters that may be parsed to find repairs. Parsing takes about 0.5 s for a million characters, and
 * a mistake needs fewer than ten attempts.
 */
const MAX_PARSED = 3_000_000;

/** Repairs of marks; those that are sure are tried first. */
const FIRST_REPAIRS: readonly FindRepairs[] = [
  repairWhiteSpace,
  repairDash,
  repairBar,
  repairDocumentMark,
  repairBrackets,
  closeQuote,
  repairColon,
];
/** Repairs that are tried after them. */
const OTHER_REPAIRS: readonly FindRepairs[] = [quoteMarks, repairBlockText, repairIndentation];

/** A text after some repairs. */
interface RepairedText extends BrokenText {
  readonly errors: readonly SyntaxProblem[];
}

/**
 * Returns the mistakes for which a text is no valid YAML, in the order of their lines. It ends with the first
 * mistake whose repair is not sure: what YAML reports after it may follow from it.
 */
export function findSyntaxProblems(parsed: Document.Parsed, text: string): SyntaxProblem[] {
  let now: RepairedText = { ...readLines(text), errors: listSyntaxErrors(parsed, text) };
  const conflict = now.errors.length > 0 ? findConflict(now) : undefined;
  if (conflict) return [conflict];
  const found: SyntaxProblem[] = [];
  const made: (readonly OffsetChange[])[] = [];
  const isRepairable = text.length <= MAX_REPAIRED && parsed.errors.length <= MAX_ERRORS;
  const budget = { left: isRepairable ? MAX_PARSED : 0 };
  while (found.length < MAX_MISTAKES) {
    const [error] = now.errors;
    if (!error) break;
    const best = findBestRepair(now, error, budget);
    const index = lineIndexAt(now.lines, error.from);
    const mistake = best?.repair ?? { ...error, ...findListWithoutKey(now, index) };
    const original = toOriginal(mistake, made);
    if (original) found.push(original);
    if (!best || !isSure(best.repair)) break;
    made.push(best.repair.edits[0]?.changes ?? []);
    now = best.after;
  }
  return found;
}

interface TriedRepair {
  readonly repair: Repair;
  readonly after: RepairedText;
}

/** Returns the repair after which most of the text can be read, if any helps. */
function findBestRepair(
  now: RepairedText,
  error: SyntaxProblem,
  budget: { left: number },
): TriedRepair | undefined {
  let best: TriedRepair | undefined;
  for (const repair of listRepairs(now, error)) {
    budget.left -= now.text.length;
    if (budget.left < 0) return best;
    const after = tryRepair(now.text, repair);
    if (!after || linesLeft(after) >= (best ? linesLeft(best.after) : linesLeft(now))) continue;
    best = { repair, after };
    if (after.errors.length === 0) break;
  }
  return best;
}

function listRepairs(broken: RepairedText, error: SyntaxProblem): Repair[] {
  const near = linesNear(broken, lineIndexAt(broken.lines, error.from));
  const apply = (finders: readonly FindRepairs[]) =>
    finders.flatMap((find) => near.flatMap((index) => find(broken, index)));
  const own = error.edits && error.edits.length > 0 ? [{ ...error, edits: error.edits }] : [];
  const others = apply(OTHER_REPAIRS);
  const first = apply(FIRST_REPAIRS);
  const sure = [...first, ...own].filter(isSure);
  return [...sure, ...[...first, ...own].filter((one) => !isSure(one)), ...others];
}

function isSure({ edits: [edit] }: Repair): boolean {
  return edit?.isSure ?? false;
}

/**
 * Returns the lines that may have the mistake which YAML reports at a line: this one, those next to it, and
 * the key of the block text above.
 */
function linesNear({ lines, structure }: BrokenText, at: number): number[] {
  const isWritten = ({ text, isBlank }: FileLine) => !isBlank && !/^ *#/.test(text);
  const next = lines.findIndex((line) => line.index > at && isWritten(line));
  const previous = lines.slice(0, at).findLastIndex(isWritten);
  const key = structure.findLast(({ line }) => line.index < at)?.line.index ?? -1;
  return [...new Set([at, next, previous, key])].filter((index) => index >= 0);
}

/** Returns the number of lines from the first error on; 0 if there is none. */
function linesLeft({ lines, errors: [first] }: RepairedText): number {
  return first ? lines.length - lineIndexAt(lines, first.from) : 0;
}

function tryRepair(text: string, { edits: [edit] }: Repair): RepairedText | undefined {
  const repaired = edit && applyOffsets(text, edit.changes);
  if (repaired === undefined || repaired === text) return undefined;
  const parsed = parseWithinLimits(repaired);
  if (!parsed) return undefined;
  return { ...readLines(repaired), errors: listSyntaxErrors(parsed, repaired) };
}

function applyOffsets(text: string, changes: readonly OffsetChange[]): string {
  let result = '';
  let done = 0;
  for (const { from, to, newText } of changes.toSorted((a, b) => a.from - b.from)) {
    result += text.slice(done, from) + newText;
    done = to;
  }
  return result + text.slice(done);
}

/**
 * Moves a mistake of a repaired text to its place in the original text; undefined if it is in what a repair has
 * changed. Edits that touch such a place are left out.
 */
function toOriginal(
  { from, to, edits, ...explanation }: SyntaxProblem,
  made: readonly (readonly OffsetChange[])[],
): SyntaxProblem | undefined {
  const [start, end] = [moveBack(from, made), moveBack(to, made)];
  if (start === undefined) return undefined;
  const moved = edits?.flatMap((edit) => {
    const changes = edit.changes.flatMap((change) => {
      const [from, to] = [moveBack(change.from, made), moveBack(change.to, made)];
      return from === undefined || to === undefined ? [] : [{ ...change, from, to }];
    });
    return changes.length === edit.changes.length ? [{ ...edit, changes }] : [];
  });
  return { ...explanation, from: start, to: Math.max(end ?? start + 1, start + 1), edits: moved };
}

/** Returns the offset before all changes; undefined for text that one of them has written. */
function moveBack(offset: number, made: readonly (readonly OffsetChange[])[]): number | undefined {
  return made.reduceRight<number | undefined>((at, changes) => {
    if (at === undefined) return undefined;
    let shift = 0;
    for (const { from, to, newText } of changes.toSorted((a, b) => a.from - b.from)) {
      const start = from + shift;
      if (at < start) break;
      if (at < start + newText.length) return undefined;
      shift += newText.length - (to - from);
    }
    return at - shift;
  }, offset);
}

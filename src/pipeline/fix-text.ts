// Applies the sure edits of an edition's problems until none is left.
import { applyChanges, areInConflict } from '../diagnostics/apply-changes.ts';
import { type Edit, hasErrors, type Problem } from '../diagnostics/problem.ts';
import { LIMITS } from '../limits.ts';

/** Finds the problems that an edition would have with this text. */
export type CheckText = (text: string) => Promise<readonly Problem[]>;

/** An edit that was applied, with the problem that it fixed. */
export interface AppliedEdit {
  readonly problem: Problem;
  readonly edit: Edit;
}

/** A text with all sure edits, and the problems that are left. */
export interface FixedText {
  readonly text: string;
  readonly applied: readonly AppliedEdit[];
  readonly problems: readonly Problem[];
}

/**
 * Most rounds of edits. A round applies all edits that do not overlap; the next one applies what the last
 * one has revealed, as a syntax error hides those below it. Real files need two or three.
 */
const MAX_ROUNDS = 100;

/**
 * Applies sure edits of a file, checks the result, and repeats this until no edit can be applied. Each
 * edit has to remove its problem and to add none, else it is left out. The result is a fixed point: what
 * is left was tried on the final text, so fixing it again changes nothing.
 */
export async function fixText(file: string, text: string, check: CheckText): Promise<FixedText> {
  const applied: AppliedEdit[] = [];
  let now: FixedText = { text, applied, problems: await check(text) };
  const seen = new Set([text]);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = await fixOnce(file, now, check);
    // Edits that undo each other would go on for ever.
    if (!next || seen.has(next.text)) break;
    seen.add(next.text);
    applied.push(...next.applied);
    now = { ...next, applied };
  }
  return now;
}

/**
 * What a fix may reveal, from the first stage of reading a file to the last. The edits of one stage are
 * applied before those of the next, because a problem of an early stage hides others.
 */
const STAGES: readonly {
  readonly has: (problem: Problem) => boolean;
  readonly mayReveal: Reveal;
}[] = [
  { has: isSyntaxError, mayReveal: 'anything' },
  { has: ({ code }) => code === 'key-unknown', mayReveal: 'errors' },
  { has: ({ severity }) => severity === 'error', mayReveal: 'warnings' },
  { has: ({ code }) => /^(?:text|lines|pasted)-/.test(code), mayReveal: 'warnings' },
  { has: () => true, mayReveal: 'nothing' },
];

/** `errors`: other errors than those of syntax, and warnings. */
type Reveal = 'anything' | 'errors' | 'warnings' | 'nothing';

/** Applies the edits of the first stage that has any; undefined if none can be applied. */
async function fixOnce(
  file: string,
  { text, problems }: FixedText,
  check: CheckText,
): Promise<FixedText | undefined> {
  const candidates = problems.flatMap((problem): AppliedEdit[] => {
    const edit = problem.edits?.find(({ isSure }) => isSure);
    const isHere = edit?.changes.every((change) => change.file === file);
    return edit && isHere ? [{ problem, edit }] : [];
  });
  for (const [index, { mayReveal }] of STAGES.entries()) {
    const ofStage = candidates.filter(({ problem }) => stageOf(problem) === index);
    const attempt = async (applied: readonly AppliedEdit[]): Promise<FixedText | undefined> => {
      const changed = applyChanges(
        text,
        applied.flatMap(({ edit }) => edit.changes),
      );
      if (changed === undefined || changed === text) return undefined;
      const after = await check(changed);
      const fixed = applied.map(({ problem }) => problem);
      return isImproved(problems, after, fixed, mayReveal)
        ? { text: changed, applied, problems: after }
        : undefined;
    };
    const next = await attemptTogether(ofStage, attempt);
    if (next) return next;
  }
  return undefined;
}

function stageOf(problem: Problem): number {
  return STAGES.findIndex(({ has }) => has(problem));
}

/** Tries all edits that do not overlap at once; if that fails, adds them one by one. */
async function attemptTogether(
  candidates: readonly AppliedEdit[],
  attempt: (applied: readonly AppliedEdit[]) => Promise<FixedText | undefined>,
): Promise<FixedText | undefined> {
  const isFree = (chosen: readonly AppliedEdit[], { edit }: AppliedEdit) =>
    !chosen.some((other) => areInConflict(other.edit, edit));
  const free: AppliedEdit[] = [];
  for (const one of candidates) if (isFree(free, one)) free.push(one);
  if (free.length === 0) return undefined;
  const together = await attempt(free);
  if (together) return together;
  let best: FixedText | undefined;
  for (const one of candidates) {
    const chosen = best?.applied ?? [];
    if (isFree(chosen, one)) best = (await attempt([...chosen, one])) ?? best;
  }
  return best;
}

function isSyntaxError({ code, severity }: Problem): boolean {
  return severity === 'error' && code.startsWith('yaml-');
}

/** Whether edits have removed the problems that they fix, and have revealed no others than they may. */
function isImproved(
  before: readonly Problem[],
  after: readonly Problem[],
  fixed: readonly Problem[],
  mayReveal: Reveal,
): boolean {
  const syntax = [before, after].map((problems) => problems.filter(isSyntaxError));
  const [had = [], has = []] = syntax;
  if (mayReveal === 'anything') {
    return (
      has.length < had.length || (has.length === had.length && lineOf(has[0]) > lineOf(had[0]))
    );
  }
  if (has.length > had.length) return false;
  const [countBefore, countAfter] = [countProblems(before), countProblems(after)];
  const countFixed = countProblems(fixed);
  // Of a code that is at its limit, others are reported in the place of those that were fixed.
  const isAtLimit = ({ code }: Problem) =>
    before.filter((problem) => problem.code === code).length >= LIMITS.problemsPerCode;
  const isGone = (problem: Problem) => {
    const key = keyOf(problem);
    const left = (countBefore.get(key) ?? 0) - (countFixed.get(key) ?? 0);
    return isAtLimit(problem) || (countAfter.get(key) ?? 0) <= left;
  };
  const isAdded = (problem: Problem) => {
    const key = keyOf(problem);
    if (isAtLimit(problem) || (countAfter.get(key) ?? 0) <= (countBefore.get(key) ?? 0))
      return false;
    // It is looked for only in issues without errors.
    return problem.code !== 'suppression-unused' || !hasErrors(before);
  };
  const isAllowed = ({ severity }: Problem) =>
    mayReveal === 'errors' || (mayReveal === 'warnings' && severity === 'warning');
  return fixed.every(isGone) && after.every((problem) => isAllowed(problem) || !isAdded(problem));
}

function lineOf(problem: Problem | undefined): number {
  return problem?.range?.start.line ?? 0;
}

function countProblems(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(keyOf(problem), (counts.get(keyOf(problem)) ?? 0) + 1);
  return counts;
}

/** Identifies a problem in two versions of a file; line numbers in a message may have moved. */
function keyOf({ code, message }: Problem): string {
  return `${code} ${message.replaceAll(/\bline \d+/g, 'line')}`;
}

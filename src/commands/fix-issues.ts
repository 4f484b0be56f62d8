import { createTwoFilesPatch } from 'diff';
import type { PrintContext } from '../diagnostics/print-text.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { showControls, toSlashPath } from '../diagnostics/show-controls.ts';
import type { Host } from '../host/host.ts';
import { WriteFailure, writeTogether } from '../output/write-together.ts';
import { type AppliedEdit, fixText } from '../pipeline/fix-text.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { count } from './terminal.ts';

/** An issue's file with its sure edits, which is not written yet. */
export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly applied: readonly AppliedEdit[];
}

/** Checks issues as a pipeline does, after the sure edits of their problems. */
export interface Fixer extends Pick<Pipeline, 'checkIssue'> {
  /** The files that have changed so far. */
  readonly fixedFiles: readonly FixedFile[];
}

/**
 * Creates a fixer. It writes nothing: the editions that are checked later are compared with the fixed text
 * of a first edition, so check that one first.
 */
export function createFixer(pipeline: Pick<Pipeline, 'checkIssue'>, host: Host): Fixer {
  const fixedFiles: FixedFile[] = [];
  const texts = new Map<string, string>();
  const checkIssue: Fixer['checkIssue'] = async (file) => {
    let outcome = await pipeline.checkIssue(file, texts);
    // Without a source the file cannot be read, or must not be.
    if (!outcome.sources.has(file) || !outcome.problems.some(isFixable)) return outcome;
    const before = decode(await host.readFile(await host.realPath(file)));
    const { text: after, applied } = await fixText(file, before, async (text) => {
      outcome = await pipeline.checkIssue(file, withText(texts, file, text));
      return outcome.problems;
    });
    if (applied.length > 0) {
      fixedFiles.push({ file, before, after, applied });
      texts.set(file, withoutMark(after));
    }
    return pipeline.checkIssue(file, texts);
  };
  return { checkIssue, fixedFiles };
}

function isFixable({ edits }: Problem): boolean {
  return edits?.some(({ isSure }) => isSure) ?? false;
}

function withText(texts: ReadonlyMap<string, string>, file: string, text: string) {
  return new Map([...texts, [file, withoutMark(text)]]);
}

function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}

/** Decodes UTF-8 and keeps a byte-order mark, so that encoding the text again gives the same bytes. */
function decode(bytes: Buffer): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/**
 * Writes fixed files, all of them or none.
 * @throws WriteFailure when one cannot be written, or was changed after it was read
 */
export async function writeFixedFiles(fixed: readonly FixedFile[], host: Host): Promise<void> {
  const outputs = [];
  for (const { file, before, after } of fixed) {
    // A link is followed, so that the file that it leads to is replaced, and not the link.
    const path = await host.realPath(file);
    if (decode(await host.readFile(path)) !== before) {
      throw new WriteFailure(`${file} was changed while it was checked; run the command again`);
    }
    outputs.push({ path, bytes: Buffer.from(after) });
  }
  await writeTogether(outputs, host, 'fixed');
}

/** Lists the edits that were applied, one line for each. */
export function listFixes(
  fixed: readonly FixedFile[],
  { displayPath }: Pick<PrintContext, 'displayPath'>,
): string[] {
  return fixed.flatMap(({ file, applied }) =>
    applied.map(({ problem: { code, range }, edit }) => {
      const place = range ? `:${range.start.line}:${range.start.column}` : '';
      return `${showControls(`${displayPath(file)}${place}: fixed: ${edit.title}`)} [${code}]`;
    }),
  );
}

/** Returns how many problems were fixed, as the beginning of a summary; '' if nothing was to fix. */
export function describeFixes(fixed: readonly FixedFile[], verb: string): string {
  const edits = fixed.reduce((sum, { applied }) => sum + applied.length, 0);
  return edits === 0 ? '' : `${count(edits, 'problem')} ${verb}. `;
}

/** Number of unchanged lines around a change in a diff. */
const CONTEXT_LINES = 3;

/** Prints the changes as a unified diff that `git apply` accepts. */
export function printDiff(
  fixed: readonly FixedFile[],
  { displayPath }: Pick<PrintContext, 'displayPath'>,
  host: Host,
): void {
  for (const { file, before, after } of fixed) {
    const path = toSlashPath(displayPath(file));
    const [, ...lines] = createTwoFilesPatch(
      `a/${path}`,
      `b/${path}`,
      before,
      after,
      undefined,
      undefined,
      { context: CONTEXT_LINES },
    ).split('\n');
    // A terminal would act on control characters; a program needs the lines as they are.
    const shown = host.isTerminal('stdout') ? lines.map(showControls) : lines;
    host.print(shown.join('\n').replace(/\n$/, ''));
  }
}

import { createHash } from 'node:crypto';
import { applyChanges, areInConflict } from '../diagnostics/apply-changes.ts';
import { LINE_END } from '../diagnostics/line-end.ts';
import { type Edit, hasErrors, type Problem } from '../diagnostics/problem.ts';
import type { Host } from '../host/host.ts';
import { WriteFailure, writeTogether } from '../output/write-together.ts';
import { readYaml } from '../source/read-yaml.ts';
import type { EditRequest, IssueState } from './messages.ts';

/** An edit that can be undone. */
interface DoneEdit {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/** Most edits that can be undone, one after the other. */
const MAX_DONE = 50;

const CHANGED =
  'The file was changed meanwhile, so nothing was done. Look at the problems again, they are new.';

/**
 * Changes the file of an edition by the edits of its problems. It makes an edit only in the very text in
 * which the problem was found, and never by a text that a request brings.
 */
export class FileEditor {
  readonly #file: string;
  readonly #host: Host;
  #problems: readonly Problem[] = [];
  #textHash: string | undefined;
  #done: DoneEdit[] = [];
  #running: Promise<unknown> = Promise.resolve();

  constructor(file: string, host: Host) {
    this.#file = file;
    this.#host = host;
  }

  /**
   * Sets the problems that can be fixed, in the order in which the page numbers them, and the text in
   * which they were found. Edits before a change by another program can no longer be undone.
   */
  show(
    problems: readonly Problem[],
    text: string | undefined,
  ): Pick<IssueState, 'textHash' | 'undo'> {
    this.#problems = problems;
    this.#textHash = text === undefined ? undefined : hashOf(text);
    const last = this.#done.at(-1);
    const isNow = last !== undefined && hashOf(last.after) === this.#textHash;
    // A build that began before the edit still shows the text before it.
    if (last && !isNow && hashOf(last.before) !== this.#textHash) this.#done = [];
    return { textHash: this.#textHash, undo: isNow ? last.title : undefined };
  }

  /** Makes an edit, or undoes the last one. @returns why nothing was done; undefined if it was done */
  edit(request: EditRequest): Promise<string | undefined> {
    const work = this.#running.then(() => this.#edit(request));
    this.#running = work.catch(() => {});
    return work;
  }

  async #edit(request: EditRequest): Promise<string | undefined> {
    try {
      const path = await this.#host.realPath(this.#file);
      const text = decode(await this.#host.readFile(path));
      return 'undo' in request
        ? await this.#undo(path, text)
        : await this.#make(request, path, text);
    } catch (error) {
      if (error instanceof WriteFailure) return error.message;
      return `The file cannot be read: ${(error as Error).message}`;
    }
  }

  async #make(
    request: Exclude<EditRequest, { undo: true }>,
    path: string,
    text: string,
  ): Promise<string | undefined> {
    const isSameText = request.textHash === this.#textHash && hashOf(text) === this.#textHash;
    if (!isSameText) return CHANGED;
    const edits = this.#choose(request);
    const [first] = edits;
    if (!first) return 'There is no such edit.';
    const changes = edits.flatMap((edit) => edit.changes);
    const after = applyChanges(text, changes);
    if (after === undefined) return 'The edits overlap, so none was made.';
    if (!this.#isReadable(text) || this.#isReadable(after)) {
      await this.#write(path, after);
      const title = edits.length === 1 ? first.title : `${edits.length} edits: ${first.title}, …`;
      this.#done = [...this.#done, { title, before: text, after }].slice(-MAX_DONE);
      return undefined;
    }
    return 'With this edit the file could no longer be read, so it was not made.';
  }

  #choose(request: Exclude<EditRequest, { undo: true }>): Edit[] {
    if ('problem' in request) {
      const edit = this.#problems[request.problem]?.edits?.[request.edit];
      return edit ? [edit] : [];
    }
    const chosen: Edit[] = [];
    for (const { code, edits = [] } of this.#problems) {
      const edit = code === request.code ? edits.find((one) => !one.isSuppression) : undefined;
      // The others are made when the file is checked again.
      if (edit && !chosen.some((other) => areInConflict(other, edit))) chosen.push(edit);
    }
    return chosen;
  }

  async #undo(path: string, text: string): Promise<string | undefined> {
    const last = this.#done.at(-1);
    if (!last) return 'There is nothing to undo.';
    if (text !== last.after) return CHANGED;
    await this.#write(path, last.before);
    this.#done.pop();
    return undefined;
  }

  #isReadable(text: string): boolean {
    return !hasErrors(readYaml(text.replace(/^\ufeff/, ''), this.#file).problems);
  }

  #write(path: string, text: string): Promise<void> {
    return writeTogether([{ path, bytes: Buffer.from(text) }], this.#host, 'fixed');
  }
}

/** Returns problems with those of their edits that change this file only. */
export function keepEditsOf(file: string, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => {
    const edits = problem.edits?.filter(({ changes }) => changes.every((one) => one.file === file));
    return { ...problem, edits };
  });
}

/** Decodes UTF-8 and keeps a byte-order mark. @throws TypeError for other bytes */
function decode(bytes: Buffer): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** Hash of a text as it is parsed: without a byte-order mark, lines ended by a line feed. */
function hashOf(text: string): string {
  const parsed = text.replace(/^\ufeff/, '').replace(LINE_END, '\n');
  return createHash('sha256').update(parsed).digest('hex');
}

import { basename, dirname } from 'node:path';
import { addLanguage, isEdition, issueNameOf } from '../source/issue-file.ts';
import { type EditionContext, type ListedEdition, listEditions } from './list-editions.ts';
import type { PreviewIssue, PreviewMessage } from './messages.ts';
import { openSession, recordReads, type Session, type SessionContext } from './session.ts';
import { watchFolders } from './watch-folders.ts';

/** What the sessions of a preview need. */
export interface SessionsContext extends SessionContext, EditionContext {}

/** Sessions of the editions that can be previewed. */
export interface PreviewSessions {
  /**
   * Returns an edition by its name, by default the one that is shown first; undefined if there is none.
   * Its session is opened on the first call.
   */
  open(name?: string): Promise<OpenEdition | undefined>;
  /** Ends the sessions, and waits for running builds. */
  close(): Promise<void>;
}

/** An edition with its session. */
export interface OpenEdition {
  readonly session: Session;
  /** Returns the edition, its issue and all issues as they are now. */
  describe(): Pick<PreviewMessage, 'issues' | 'issue' | 'editions' | 'edition'>;
  /**
   * Calls the listener when the session has a new state, and when the editions of the issue change.
   * @returns a function that removes the listener
   */
  onChange(listener: () => void): () => void;
}

/** Returns the sessions of issues, given the paths of their editions. */
export function openPreviewSessions(
  files: readonly string[],
  context: SessionsContext,
): PreviewSessions {
  const issues = nameIssues(files).map((named) => new PreviewedIssue(named, context));
  const shownIssues = issues.map(({ shown }) => shown);
  const opened = new Map<string, OpenEdition & { readonly issue: PreviewedIssue }>();
  const check = () => {
    for (const issue of new Set([...opened.values()].map((edition) => edition.issue)))
      void issue.update();
  };
  const watch = watchFolders(context.host, check, context.delays);
  let isClosed = false;
  const openEdition = (issue: PreviewedIssue, { path, shown }: ListedEdition) => {
    const session = openSession(path, context);
    const edition = {
      issue,
      session,
      describe: () => {
        // An edition whose file was removed stays listed on its own page.
        const others = issue.editions.map((listed) => listed.shown);
        const now = others.find(({ name }) => name === shown.name);
        const editions = now ? others : [...others, shown];
        return { issues: shownIssues, issue: issue.shown, editions, edition: now ?? shown };
      },
      onChange: (listener: () => void) => {
        const stops = [session.onChange(listener), issue.onChange(listener)];
        return () => {
          for (const stop of stops) stop();
        };
      },
    };
    opened.set(shown.name, edition);
    return edition;
  };
  return {
    async open(name = shownIssues[0]?.start) {
      for (const issue of issues) {
        if (name === undefined || !issue.mayHave(name)) continue;
        await issue.update();
        if (isClosed) return undefined;
        const listed = issue.editions.find(({ shown }) => shown.name === name);
        const edition = opened.get(name) ?? (listed && openEdition(issue, listed));
        if (!edition) continue;
        await watch.watch(new Set([...opened.values()].map((one) => one.issue.folder)));
        return edition;
      }
      return undefined;
    },
    async close() {
      isClosed = true;
      watch.close();
      await Promise.all([...opened.values()].map(({ session }) => session.close()));
    },
  };
}

/** An issue, and the edition that is shown first. */
interface NamedIssue {
  readonly name: string;
  readonly file: string;
}

/** An issue that can be previewed; its editions are listed when one of them is opened. */
class PreviewedIssue {
  readonly shown: PreviewIssue;
  readonly folder: string;
  readonly #file: string;
  readonly #context: EditionContext;
  readonly #reads: ReturnType<typeof recordReads>;
  readonly #listeners = new Set<() => void>();
  #editions: readonly ListedEdition[] = [];
  #updating: Promise<void> = Promise.resolve();

  constructor({ name, file }: NamedIssue, { host, languageOf, displayPath }: EditionContext) {
    this.shown = { name, start: addLanguage(name, file) };
    this.folder = dirname(file);
    this.#file = file;
    this.#reads = recordReads(host, () => false);
    this.#context = { host: this.#reads.host, languageOf, displayPath };
  }

  get editions(): readonly ListedEdition[] {
    return this.#editions;
  }

  /** Whether a name can be that of one of its editions. */
  mayHave(name: string): boolean {
    return name === this.shown.name || name.startsWith(`${this.shown.name}.`);
  }

  /** Calls the listener when the editions have changed. @returns a function that removes it */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Lists the editions again if a file has changed. */
  update(): Promise<void> {
    this.#updating = this.#updating.then(() => this.#list());
    return this.#updating;
  }

  async #list(): Promise<void> {
    const { record } = this.#reads;
    const before = this.#editions;
    if (before.length > 0 && (await record.findChanged()).length === 0) return;
    await record.refresh();
    this.#editions = await listEditions(this.#file, this.shown.name, before, this.#context);
    if (before.length === 0 || JSON.stringify(before) === JSON.stringify(this.#editions)) return;
    for (const listener of this.#listeners) listener();
  }
}

/** Groups editions by their folders; equal names of issues are numbered. */
function nameIssues(files: readonly string[]): NamedIssue[] {
  const byIssue = new Map<string, string>();
  // A file with another name than an edition's is an issue of its own.
  const keyOf = (file: string) => (isEdition(basename(file)) ? dirname(file) : file);
  for (const file of files) if (!byIssue.has(keyOf(file))) byIssue.set(keyOf(file), file);
  const names = new Set<string>();
  return [...byIssue.values()].map((file) => {
    const folder = issueNameOf(file);
    let name = folder;
    for (let count = 2; names.has(name); count++) name = `${folder} (${count})`;
    names.add(name);
    return { name, file };
  });
}

import { dirname } from 'node:path';
import type { Host } from '../host/host.ts';
import { observeHost } from '../host/observe-host.ts';
import type { Pipeline, RenderOutcome } from '../pipeline/pipeline.ts';
import { FileEditor, keepEditsOf } from './file-editor.ts';
import type { EditRequest, IssueState } from './messages.ts';
import { errorsFirst, showOutcome } from './show-outcome.ts';
import { type FolderWatch, type WatchDelays, watchFolders } from './watch-folders.ts';

/** What a session needs. */
export interface SessionContext {
  readonly host: Host;
  /** Creates a pipeline; called again when a template has changed. */
  readonly openPipeline: (host: Host) => Pick<Pipeline, 'renderIssue'>;
  /** Whether a file is read only once by a pipeline. */
  readonly isTemplate: (path: string) => boolean;
  /** Whether changes of a path are ignored, as in packages and caches. */
  readonly ignores: (path: string) => boolean;
  readonly displayPath: (path: string) => string;
  readonly delays?: WatchDelays;
}

/** An issue that is being edited: it is built again whenever a file it depends on changes. */
export interface Session {
  readonly state: IssueState;
  /** Returns a PDF by its hash: the latest one, or the previous one, which may still be requested. */
  pdf(hash: string): Uint8Array | undefined;
  /** Calls the listener at every new state. @returns a function that removes the listener */
  onChange(listener: () => void): () => void;
  /**
   * Changes the edition's file as the page asks for, and builds it again.
   * @returns why nothing was changed; undefined if the file was changed
   */
  edit(request: EditRequest): Promise<string | undefined>;
  /** Checks for changes now, and waits until the pages show them. */
  checkForChanges(): Promise<void>;
  /** Ends the session, and waits for a running build. */
  close(): Promise<void>;
}

const INITIAL_STATE: IssueState = {
  phase: 'building',
  document: undefined,
  problems: [],
  textHash: undefined,
  undo: undefined,
  notice: undefined,
};
/** Number of PDFs kept: the latest and the previous one. */
const MAX_PDFS = 2;

/** Opens a session on an issue's file, and starts the first build. */
export function openSession(file: string, context: SessionContext): Session {
  return new IssueSession(file, context);
}

class IssueSession implements Session {
  readonly #file: string;
  readonly #context: SessionContext;
  readonly #reads: ReturnType<typeof recordReads>;
  readonly #watch: FolderWatch;
  readonly #editor: FileEditor;
  readonly #listeners = new Set<() => void>();
  readonly #pdfs = new Map<string, Uint8Array>();
  #pipeline: Pick<Pipeline, 'renderIssue'>;
  #state = INITIAL_STATE;
  /** The running check, if any. */
  #checking: Promise<void> | undefined;
  /** Whether another check is needed after the running one. */
  #checkAgain = false;
  #isBuilt = false;
  #isClosed = false;

  constructor(file: string, context: SessionContext) {
    const { host, ignores, openPipeline, delays } = context;
    this.#file = file;
    this.#context = context;
    this.#editor = new FileEditor(file, host);
    this.#reads = recordReads(host, ignores);
    this.#pipeline = openPipeline(this.#reads.host);
    this.#watch = watchFolders(host, () => void this.checkForChanges(), delays);
    void this.checkForChanges();
  }

  get state(): IssueState {
    return this.#state;
  }

  pdf(hash: string): Uint8Array | undefined {
    return this.#pdfs.get(hash);
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async edit(request: EditRequest): Promise<string | undefined> {
    const reason = await this.#editor.edit(request);
    // The page gets the new state, also if the file was changed by another program.
    void this.checkForChanges();
    return reason;
  }

  checkForChanges(): Promise<void> {
    this.#checkAgain = true;
    this.#checking ??= this.#buildUntilUnchanged().finally(() => {
      this.#checking = undefined;
    });
    return this.#checking;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#watch.close();
    this.#listeners.clear();
    await this.#checking;
  }

  /** Runs one build at a time; all changes during a build lead to one more build. */
  async #buildUntilUnchanged(): Promise<void> {
    while (this.#checkAgain && !this.#isClosed) {
      this.#checkAgain = false;
      const { record } = this.#reads;
      const changed = await record.findChanged();
      const { isTemplate, openPipeline } = this.#context;
      if (changed.some(isTemplate)) this.#pipeline = openPipeline(this.#reads.host);
      if (this.#isBuilt && changed.length === 0) continue;
      await record.refresh();
      await this.#build();
      this.#isBuilt = true;
      if (this.#isClosed) return;
      await this.#watch.watch(this.#folders());
      this.#checkAgain ||= (await record.findChanged()).length > 0;
    }
  }

  async #build(): Promise<void> {
    const { host, displayPath } = this.#context;
    if (this.#state.phase !== 'missing') this.#show({ phase: 'building' });
    const started = host.now();
    try {
      const outcome = await this.#pipeline.renderIssue(this.#file, { editorial: true });
      if ((await host.kindOf(this.#file)) === undefined) {
        this.#show({ phase: 'missing', problems: [], notice: this.#missingNotice() });
        return;
      }
      const problems = keepEditsOf(this.#file, errorsFirst(outcome.problems));
      const shown = showOutcome({ ...outcome, problems }, host.now() - started, displayPath);
      const editing = this.#editor.show(problems, outcome.sources.get(this.#file));
      if (shown.document) this.#keep(shown.document.hash, outcome);
      const document = shown.document ?? this.#state.document;
      this.#show({ ...shown, ...editing, document, notice: undefined });
    } catch (error) {
      this.#show({ phase: 'failed', problems: [], notice: describeCrash(error) });
    }
  }

  #show(change: Partial<IssueState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #keep(hash: string, { issue }: RenderOutcome): void {
    if (!issue) return;
    this.#pdfs.delete(hash);
    this.#pdfs.set(hash, issue.rendered.bytes);
    for (const old of [...this.#pdfs.keys()].slice(0, -MAX_PDFS)) this.#pdfs.delete(old);
  }

  /** Returns the folders of all files that were read, and the parent of the issue's folder. */
  #folders(): Set<string> {
    const folder = dirname(this.#file);
    return new Set([dirname(folder), folder, ...this.#reads.record.paths().map(dirname)]);
  }

  #missingNotice(): string {
    const file = this.#context.displayPath(this.#file);
    return `${file} no longer exists. If its folder was renamed, rename it back, or restart the preview with the new name. This page updates when the file is back.`;
  }
}

function describeCrash(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `The program failed to build this issue: ${message}. The error may be in the templates or in the program, not in your text. The page tries again when a file changes.`;
}

/**
 * Paths that a build has read, with their stamps. They are the issue's dependencies: its file, its
 * templates, its photos, and photos that do not exist yet.
 */
export interface ReadRecord {
  /** Returns the paths whose stamps have changed since they were recorded. */
  findChanged(): Promise<string[]>;
  /** Returns the recorded paths. */
  paths(): readonly string[];
  /** Records the present stamps of all paths. */
  refresh(): Promise<void>;
}

/** Wraps a host so that every path that is read is recorded, except those that `ignores` accepts. */
export function recordReads(
  host: Host,
  ignores: (path: string) => boolean,
): { host: Host; record: ReadRecord } {
  const stamps = new Map<string, Promise<string | undefined>>();
  const findChanged = async () => {
    const compared = [...stamps].map(async ([path, before]) => {
      const [then, now] = await Promise.all([before, host.stampOf(path)]);
      return then === now ? [] : [path];
    });
    return (await Promise.all(compared)).flat();
  };
  return {
    host: observeHost(host, {
      beforeReading: (path) => {
        if (!ignores(path) && !stamps.has(path)) stamps.set(path, host.stampOf(path));
        // The stamp is taken before the read, so that a change during the read is detected.
        return stamps.get(path);
      },
    }),
    record: {
      findChanged,
      paths: () => [...stamps.keys()],
      refresh: async () => {
        for (const path of stamps.keys()) stamps.set(path, host.stampOf(path));
        await Promise.all(stamps.values());
      },
    },
  };
}

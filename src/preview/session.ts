import { dirname } from 'node:path';
import type { Host } from '../host/host.ts';
import { observeHost } from '../host/observe-host.ts';
import type { Pipeline, RenderOutcome } from '../pipeline/pipeline.ts';
import type { IssueState } from './messages.ts';
import { showOutcome } from './show-outcome.ts';
import { type FolderWatch, type WatchDelays, watchFolders } from './watch-folders.ts';
/** What a session works with. */
export interface SessionContext {
  readonly host: Host;
  /** A fresh pipeline; another is asked for when the templates have changed. */
  readonly openPipeline: (host: Host) => Pick<Pipeline, 'renderIssue'>;
  /** Whether what stands at a path is kept by a pipeline from one build to the next. */
  readonly isTemplate: (path: string) => boolean;
  /** Whether a path is none of an editor's business: packages, caches. */
  readonly ignores: (path: string) => boolean;
  readonly displayPath: (path: string) => string;
  readonly pauses?: WatchDelays;
}

/** An issue under an editor's hands: it is set anew at every change of what it is made of. */
export interface Session {
  readonly state: IssueState;
  /** The PDF by its hash: the last one, or the one before it, which may still be under way. */
  pdf(hash: string): Uint8Array | undefined;
  /** Tells of every new state. @returns what ends it */
  onChange(listener: () => void): () => void;
  /** Looks for changes now, and waits until the pages show them. */
  look(): Promise<void>;
  /** Ends the session, and waits for a build that is under way. */
  close(): Promise<void>;
}

const NOTHING: IssueState = {
  phase: 'building',
  document: undefined,
  problems: [],
  notice: undefined,
};
/** PDFs that are kept. */
const KEPT = 2;

/** Opens a session on an issue's file; its first build begins at once. */
export function openSession(file: string, context: SessionContext): Session {
  return new IssueSession(file, context);
}

class IssueSession implements Session {
  readonly #file: string;
  readonly #context: SessionContext;
  readonly #reads: ReturnType<typeof recordReads>;
  readonly #watch: FolderWatch;
  readonly #listeners = new Set<() => void>();
  readonly #pdfs = new Map<string, Uint8Array>();
  #pipeline: Pick<Pipeline, 'renderIssue'>;
  #state = NOTHING;
  /** The look that is under way, and whether another is wanted after it. */
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #built = false;
  #closed = false;

  constructor(file: string, context: SessionContext) {
    const { host, ignores, openPipeline, pauses } = context;
    this.#file = file;
    this.#context = context;
    this.#reads = recordReads(host, ignores);
    this.#pipeline = openPipeline(this.#reads.host);
    this.#watch = watchFolders(host, () => void this.look(), pauses);
    void this.look();
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

  look(): Promise<void> {
    this.#lookAgain = true;
    this.#looking ??= this.#lookUntilStill().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#watch.close();
    this.#listeners.clear();
    await this.#looking;
  }

  /** One build at a time; what changes meanwhile is built next, however often it changed. */
  async #lookUntilStill(): Promise<void> {
    while (this.#lookAgain && !this.#closed) {
      this.#lookAgain = false;
      const { record } = this.#reads;
      const changed = await record.findChanged();
      const { isTemplate, openPipeline } = this.#context;
      if (changed.some(isTemplate)) this.#pipeline = openPipeline(this.#reads.host);
      if (this.#built && changed.length === 0) continue;
      await record.refresh();
      await this.#build();
      this.#built = true;
      if (this.#closed) return;
      await this.#watch.watch(this.#folders());
      this.#lookAgain ||= (await record.findChanged()).length > 0;
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
      const shown = showOutcome(outcome, host.now() - started, displayPath);
      if (shown.document) this.#keep(shown.document.hash, outcome);
      const document = shown.document ?? this.#state.document;
      this.#show({ ...shown, document, notice: undefined });
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
    for (const old of [...this.#pdfs.keys()].slice(0, -KEPT)) this.#pdfs.delete(old);
  }

  /** The folders of everything that was read, and the one the issue's own folder lies in. */
  #folders(): Set<string> {
    const folder = dirname(this.#file);
    return new Set([dirname(folder), folder, ...this.#reads.record.paths().map(dirname)]);
  }

  #missingNotice(): string {
    const file = this.#context.displayPath(this.#file);
    return `${file} is not there any more. If its folder was renamed, give it its name back, or start the preview again with the new name. This page waits for it.`;
  }
}

function describeCrash(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `The program failed and could not set this issue: ${message}. The fault may be in the templates or in the program, not in your text; the page tries again when a file changes.`;
}

// Learns what an issue depends on from what its build asks for: the issue, its templates, its photos,
// and photos that it names and that are not there yet.

/** Where a build has looked, and how things stood there then. */
export interface ReadRecord {
  /** The paths that do not stand as they stood when the build last looked. */
  findChanged(): Promise<string[]>;
  /** The paths a build has looked at. */
  paths(): readonly string[];
  /** Forgets how things stood: the next build looks again. */
  refresh(): Promise<void>;
}

/** A world that keeps a record of what is read in it; what `ignores` names is passed over. */
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
        // How it stood before it was read: a change while it is read is a change to be seen.
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

import type { PreviewMessage } from '../messages.ts';
import { count, find } from './elements.ts';
import { summarize } from './problem-panel.ts';

/** The edition's state in words: in the status line, the title, the banner, and for screen readers. */
export class StatusLine {
  readonly #light = find('light', HTMLElement);
  readonly #status = find('status', HTMLElement);
  readonly #facts = find('facts', HTMLElement);
  readonly #announcement = find('announcement', HTMLElement);
  readonly #banner = find('banner', HTMLElement);
  readonly #empty = find('empty', HTMLElement);
  #message: PreviewMessage | undefined;
  #isConnected = true;
  #announceTimer: ReturnType<typeof setTimeout> | undefined;
  /** Text that is shown for a moment, also if the state changes meanwhile. */
  #announced: string | undefined;

  /** Shows an edition's state. While it is built again, the previous text stays. */
  show(message: PreviewMessage): void {
    const isFirst = !this.#message || this.#message.edition.name !== message.edition.name;
    if (message.phase === 'building' && !isFirst) {
      this.#light.dataset.phase = 'building';
      return;
    }
    this.#message = message;
    this.#refresh();
  }

  /** Shows whether the server is connected. */
  setConnected(isConnected: boolean): void {
    if (isConnected === this.#isConnected) return;
    this.#isConnected = isConnected;
    this.#refresh();
  }

  /** Shows a text for a moment, then the state again. */
  announce(text: string): void {
    clearTimeout(this.#announceTimer);
    this.#announced = text;
    this.#announceTimer = setTimeout(() => {
      this.#announced = undefined;
      this.#refresh();
    }, ANNOUNCE_TIME);
    this.#announcement.textContent = text;
    this.#status.textContent = text;
  }

  #refresh(): void {
    const message = this.#message;
    if (!message) return;
    const { phase, document: shown, edition } = message;
    const state = this.#isConnected ? phase : 'disconnected';
    const words = this.#isConnected ? describe(message) : DISCONNECTED;
    this.#light.dataset.phase = state;
    this.#status.textContent = this.#announced ?? words;
    this.#announcement.textContent = this.#announced ?? words;
    this.#facts.textContent = shown ? describeFacts(message) : '';
    document.title = `${TITLE_MARKS[state] ?? ''}${titleOf(message)} · ${edition.name}`;
    if (state === 'ready') document.title = edition.name;
    const isStale = phase !== 'ready' && phase !== 'building';
    this.#banner.hidden = !(isStale && shown) && this.#isConnected;
    this.#banner.textContent = this.#isConnected ? describeStale(message) : DISCONNECTED;
    this.#banner.dataset.phase = state;
    // While an edition is built for the first time, the pages of another one may still be shown.
    const arePagesOfOther = !shown && find('stack', HTMLElement).childElementCount > 0;
    this.#empty.hidden = shown !== undefined || arePagesOfOther;
    find('empty-text', HTMLElement).textContent = words;
    find('pages', HTMLElement).classList.toggle(
      'stale',
      isStale || arePagesOfOther || !this.#isConnected,
    );
  }
}

/** Time that an announcement is shown, in ms. */
const ANNOUNCE_TIME = 4000;

const DISCONNECTED =
  'The preview has stopped. Start it again with “npm run preview”; this page then reconnects.';

const TITLE_MARKS: Readonly<Record<string, string>> = {
  building: '… ',
  invalid: '✕ ',
  missing: '✕ ',
  failed: '✕ ',
  disconnected: '◌ ',
};

function titleOf({ phase, problems }: PreviewMessage): string {
  if (phase === 'building') return 'building';
  if (phase === 'invalid') return summarize(problems);
  if (phase === 'missing') return 'missing';
  return phase === 'failed' ? 'failed' : 'stopped';
}

function describe({ phase, notice, problems, document: shown }: PreviewMessage): string {
  if (phase === 'building') return 'Building the pages…';
  if (phase === 'ready') return 'Up to date';
  if (phase !== 'invalid') return notice ?? '';
  const kept = shown ? '' : ' No pages yet.';
  return `${summarize(problems)}.${kept}`;
}

function describeFacts({ document: shown, problems, phase }: PreviewMessage): string {
  if (!shown) return '';
  const { time, pageHashes, summary } = shown;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const parts = [`built in ${Math.round(time)} ms`, count(pageHashes.length, 'page'), summary];
  if (phase === 'ready') parts.push(warnings === 0 ? 'no warnings' : count(warnings, 'warning'));
  return parts.join(' · ');
}

function describeStale({ phase, notice, problems }: PreviewMessage): string {
  const last = 'These are the last valid pages.';
  if (phase !== 'invalid') return `${notice ?? ''} ${last}`;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return `${last} Fix the ${errors === 1 ? 'error' : `${errors} errors`} to see your changes.`;
}

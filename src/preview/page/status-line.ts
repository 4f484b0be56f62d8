import type { PreviewMessage } from '../messages.ts';
import { count, find } from './elements.ts';
import { summarize } from './problem-panel.ts';

/** How things stand, in words: at the foot, in the tab's title, over the pages, to a screen reader. */
export class StatusLine {
  readonly #light = find('light', HTMLElement);
  readonly #status = find('status', HTMLElement);
  readonly #facts = find('facts', HTMLElement);
  readonly #said = find('said', HTMLElement);
  readonly #banner = find('banner', HTMLElement);
  readonly #empty = find('empty', HTMLElement);
  #message: PreviewMessage | undefined;
  #isConnected = true;
  #saying: ReturnType<typeof setTimeout> | undefined;

  /** Shows an issue's state. While it is set anew, what was said of it stands. */
  show(message: PreviewMessage): void {
    const isFirst = !this.#message || this.#message.issue.name !== message.issue.name;
    if (message.phase === 'building' && !isFirst) {
      this.#light.dataset.phase = 'building';
      return;
    }
    this.#message = message;
    this.#refresh();
  }

  /** Shows whether the server answers. */
  setConnected(isConnected: boolean): void {
    if (isConnected === this.#isConnected) return;
    this.#isConnected = isConnected;
    this.#refresh();
  }

  /** Says in passing what was done; then how things stand is shown again. */
  say(text: string): void {
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => this.#refresh(), PASSING);
    this.#said.textContent = text;
    this.#status.textContent = text;
  }

  #refresh(): void {
    const message = this.#message;
    if (!message) return;
    clearTimeout(this.#saying);
    const { phase, document: shown, issue } = message;
    const state = this.#isConnected ? phase : 'apart';
    const words = this.#isConnected ? describe(message) : APART;
    this.#light.dataset.phase = state;
    this.#status.textContent = words;
    this.#said.textContent = words;
    this.#facts.textContent = shown ? describeFacts(message) : '';
    document.title = `${TITLE_MARKS[state] ?? ''}${titleOf(message)} · ${issue.name}`;
    if (state === 'ready') document.title = issue.name;
    const isStale = phase !== 'ready' && phase !== 'building';
    this.#banner.hidden = !(isStale && shown) && this.#isConnected;
    this.#banner.textContent = this.#isConnected ? describeStale(message) : APART;
    this.#banner.dataset.phase = state;
    this.#empty.hidden = shown !== undefined;
    find('empty-text', HTMLElement).textContent = words;
    find('pages', HTMLElement).classList.toggle('stale', isStale || !this.#isConnected);
  }
}

/** How long something is said in passing, in ms. */
const PASSING = 4000;

const APART =
  'The preview has stopped. Start it again with “npm run preview”: this page goes on by itself.';

const TITLE_MARKS: Readonly<Record<string, string>> = {
  building: '… ',
  faulty: '✕ ',
  missing: '✕ ',
  failed: '✕ ',
  apart: '◌ ',
};

function titleOf({ phase, problems }: PreviewMessage): string {
  if (phase === 'building') return 'setting';
  if (phase === 'faulty') return summarize(problems);
  if (phase === 'missing') return 'not there';
  return phase === 'failed' ? 'failed' : 'stopped';
}

function describe({ phase, notice, problems, document: shown }: PreviewMessage): string {
  if (phase === 'building') return 'Setting the pages…';
  if (phase === 'ready') return 'Up to date';
  if (phase !== 'faulty') return notice ?? '';
  const kept = shown ? '' : ' No pages yet.';
  return `${summarize(problems)}.${kept}`;
}

function describeFacts({ document: shown, problems, phase }: PreviewMessage): string {
  if (!shown) return '';
  const { time, pageHashes, summary } = shown;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const parts = [`set in ${Math.round(time)} ms`, count(pageHashes.length, 'page'), summary];
  if (phase === 'ready') parts.push(warnings === 0 ? 'no warnings' : count(warnings, 'warning'));
  return parts.join(' · ');
}

function describeStale({ phase, notice, problems }: PreviewMessage): string {
  const last = 'These are the last good pages.';
  if (phase !== 'faulty') return `${notice ?? ''} ${last}`;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return `${last} Mend the ${errors === 1 ? 'error' : `${errors} errors`} to see your changes.`;
}

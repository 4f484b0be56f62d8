import type { EditRequest, IssueState, ShownProblem } from '../messages.ts';
import { count, createElement, find } from './elements.ts';

/** Asks for an edit. @returns whether it was made */
type RequestEdit = (request: EditRequest) => Promise<boolean>;

/** The list of problems beside the pages; each links to its line, and has its edits as buttons. */
export class ProblemPanel {
  readonly #requestEdit: RequestEdit;
  readonly #heading = find('problems-heading', HTMLElement);
  readonly #list = find('problem-list', HTMLOListElement);
  readonly #none = find('no-problems', HTMLElement);
  readonly #count = find('problem-count', HTMLElement);
  readonly #undo = find('undo', HTMLButtonElement);
  #shown = '';
  /** Whether an edit was asked for whose result is not shown yet. */
  #isBusy = false;

  constructor(requestEdit: RequestEdit) {
    this.#requestEdit = requestEdit;
    this.#undo.addEventListener('click', () => void this.#edit({ undo: true }));
  }

  /** Shows an issue's problems; the list does not change if they are the same. */
  show(state: Pick<IssueState, 'problems' | 'phase' | 'textHash' | 'undo'>): void {
    const { problems, phase, textHash, undo } = state;
    const text = JSON.stringify([problems, textHash, undo]);
    this.#none.hidden = problems.length > 0 || phase !== 'ready';
    if (text === this.#shown) return;
    this.#shown = text;
    this.#heading.textContent = problems.length > 0 ? summarize(problems) : 'Problems';
    this.#count.textContent = String(problems.length);
    this.#count.dataset.severity = worstSeverity(problems);
    this.#isBusy = false;
    this.#showUndo(undo);
    const hadFocus = this.#list.contains(document.activeElement);
    const opened = this.#openedEntries();
    this.#list.replaceChildren(
      ...groupByEntry(problems).map((entry) => this.#showEntry(entry, problems, textHash, opened)),
    );
    for (const frame of this.#list.querySelectorAll('.frame')) scrollToMark(frame);
    // The button that was pressed is gone; the next one may be pressed with the same key.
    if (hadFocus) (undo === undefined ? this.#list : this.#undo).focus();
  }

  #showUndo(title: string | undefined): void {
    this.#undo.hidden = title === undefined;
    this.#undo.replaceChildren(...createWords(`Undo: ${title ?? ''}`));
  }

  /** Returns the codes of the entries whose places are shown. */
  #openedEntries(): ReadonlySet<string | undefined> {
    const opened = this.#list.querySelectorAll<HTMLElement>('details[open]');
    return new Set([...opened].map(({ dataset }) => dataset.code));
  }

  /** Shows problems of one kind: the first one, and the others in a list that can be opened. */
  #showEntry(
    [first, ...others]: readonly NumberedProblem[],
    problems: readonly ShownProblem[],
    textHash: string | undefined,
    opened: ReadonlySet<string | undefined>,
  ): HTMLElement {
    if (!first) return createElement('li');
    const item = showProblem(first.problem);
    if (textHash !== undefined) {
      item.append(...this.#createButtons(first, textHash));
      item.append(...this.#createButtonForAll(first, problems, textHash));
    }
    if (others.length === 0) return item;
    const places = createElement('details', 'places');
    places.dataset.code = first.problem.code;
    places.open = opened.has(first.problem.code);
    const title = `${count(others.length, 'more place')} of this kind`;
    places.append(createElement('summary', '', title));
    const list = createElement('ul', 'place-list');
    for (const other of others) {
      const place = showOtherPlace(other.problem, first.problem);
      if (textHash !== undefined) place.append(...this.#createButtons(other, textHash));
      list.append(place);
    }
    places.append(list);
    // A frame that was hidden has no width to scroll in.
    places.addEventListener('toggle', () => {
      for (const frame of places.querySelectorAll('.frame')) scrollToMark(frame);
    });
    item.append(places);
    return item;
  }

  /** Creates the buttons of a problem's edits. */
  #createButtons({ problem, index }: NumberedProblem, textHash: string): HTMLButtonElement[] {
    return problem.edits.map(({ title, isSuppression }, edit) =>
      this.#createButton(title, isSuppression ? 'edit suppression' : 'edit', {
        textHash,
        problem: index,
        edit,
      }),
    );
  }

  /** Creates the button for all edits of a code, which its first problem has. */
  #createButtonForAll(
    { problem, index }: NumberedProblem,
    problems: readonly ShownProblem[],
    textHash: string,
  ): HTMLButtonElement[] {
    const { code } = problem;
    const ofCode = problems.filter((one) => one.code === code && isFixable(one));
    const isFirst = problems.findIndex((one) => one.code === code) === index;
    if (ofCode.length < 2 || !isFirst) return [];
    const title = `Fix all ${ofCode.length} problems \`${code}\``;
    return [this.#createButton(title, 'edit all', { textHash, code })];
  }

  #createButton(title: string, className: string, request: EditRequest): HTMLButtonElement {
    const button = createElement('button', className);
    button.type = 'button';
    button.append(...createWords(title));
    button.addEventListener('click', () => void this.#edit(request));
    return button;
  }

  /** Asks for an edit; until the new problems are shown, no other one can be asked for. */
  async #edit(request: EditRequest): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    // After an edit, the next message shows its result.
    if (!(await this.#requestEdit(request))) this.#isBusy = false;
  }
}

/** A problem with its number in the list, by which the server knows it. */
interface NumberedProblem {
  readonly problem: ShownProblem;
  readonly index: number;
}

/** Groups problems that are one entry; an entry stands in the place of its first problem. */
function groupByEntry(problems: readonly ShownProblem[]): NumberedProblem[][] {
  const entries = new Map<number, NumberedProblem[]>();
  for (const [index, problem] of problems.entries()) {
    const entry = entries.get(problem.entry) ?? [];
    entries.set(problem.entry, [...entry, { problem, index }]);
  }
  return [...entries.values()];
}

/** Shows another place of an entry: its link, and what differs from the first problem. */
function showOtherPlace(problem: ShownProblem, first: ShownProblem): HTMLElement {
  const { message, frame, hints, related } = problem;
  const item = createElement('li', 'place');
  const head = createElement('p', 'problem-head');
  head.append(createPlaceLink('problem-place', problem));
  item.append(head);
  if (message !== first.message) item.append(createSentence('problem-message', message));
  for (const hint of hints)
    if (!first.hints.includes(hint)) item.append(createSentence('hint', hint));
  if (frame.length > 0) item.append(createFrame(frame));
  if (related) item.append(showRelated(related));
  return item;
}

/** Returns the numbers of errors and warnings as text. */
export function summarize(problems: readonly ShownProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const parts = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')];
  return parts.filter(Boolean).join(', ');
}

function isFixable({ edits }: ShownProblem): boolean {
  return edits.some(({ isSuppression }) => !isSuppression);
}

function worstSeverity(problems: readonly ShownProblem[]): string {
  if (problems.length === 0) return 'none';
  return problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
}

function showProblem(problem: ShownProblem) {
  const { severity, code, message, hints, frame, related } = problem;
  const item = createElement('li', `problem ${severity}`);
  const head = createElement('p', 'problem-head');
  head.append(
    createElement('span', 'severity', severity),
    createPlaceLink('problem-place', problem),
  );
  item.append(head, createSentence('problem-message', message));
  for (const hint of hints) item.append(createSentence('hint', hint));
  if (frame.length > 0) item.append(createFrame(frame));
  if (related) item.append(showRelated(related));
  item.append(createElement('p', 'code', code));
  return item;
}

function showRelated(related: NonNullable<ShownProblem['related']>): HTMLElement {
  const line = createElement('p', 'related', `${related.label}: `);
  line.append(createPlaceLink('related-place', related));
  return line;
}

/** Creates a link that opens a place in the editor. */
function createPlaceLink(
  className: string,
  { place, link }: Pick<ShownProblem, 'place' | 'link'>,
): HTMLAnchorElement {
  const open = createElement('a', className, place);
  open.href = link;
  open.title = `Open ${place} in VS Code`;
  return open;
}

/** Creates a sentence; text between backquotes becomes code. */
function createSentence(className: string, text: string): HTMLElement {
  const words = createElement('p', className);
  words.append(...createWords(text));
  return words;
}

/** Splits a text into words and code, which is between backquotes. */
function createWords(text: string): (string | HTMLElement)[] {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? createElement('code', 'typed', part) : part));
}

/** Scrolls to the marked place, which may be far to the right: a paragraph is one long line. */
function scrollToMark(frame: Element): void {
  const lines = (frame.textContent ?? '').split('\n');
  const longest = Math.max(1, ...lines.map(({ length }) => length));
  const mark = lines.find((line) => /^\s*│\s+\^+$/.test(line)) ?? '';
  const { scrollWidth, clientWidth } = frame;
  const from = (mark.indexOf('^') / longest) * scrollWidth;
  const to = (mark.length / longest) * scrollWidth;
  // Centres the mark if it fits, otherwise shows its beginning.
  if (to > clientWidth)
    frame.scrollLeft = Math.min((from + to - clientWidth) / 2, from - clientWidth / 8);
}

function createFrame(lines: readonly string[]): HTMLElement {
  const frame = createElement('pre', 'frame');
  frame.tabIndex = 0;
  for (const line of lines) {
    const isMark = /^\s*│\s+\^+\s*$/.test(line);
    frame.append(
      createElement('span', isMark ? 'mark' : line.startsWith('>') ? 'marked' : '', `${line}\n`),
    );
  }
  return frame;
}

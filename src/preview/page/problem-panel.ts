import type { IssueState, ShownProblem } from '../messages.ts';
import { count, createElement, find } from './elements.ts';

/** The list of problems beside the pages; each links to its line. */
export class ProblemPanel {
  readonly #heading = find('problems-heading', HTMLElement);
  readonly #list = find('problem-list', HTMLOListElement);
  readonly #none = find('no-problems', HTMLElement);
  readonly #count = find('problem-count', HTMLElement);
  #shown = '';

  /** Shows an issue's problems; the list does not change if they are the same. */
  show({ problems, phase }: Pick<IssueState, 'problems' | 'phase'>): void {
    const text = JSON.stringify(problems);
    this.#none.hidden = problems.length > 0 || phase !== 'ready';
    if (text === this.#shown) return;
    this.#shown = text;
    this.#heading.textContent = problems.length > 0 ? summarize(problems) : 'Problems';
    this.#count.textContent = String(problems.length);
    this.#count.dataset.severity = worstSeverity(problems);
    this.#list.replaceChildren(...problems.map(showProblem));
    for (const frame of this.#list.querySelectorAll('.frame')) scrollToMark(frame);
  }
}

/** Returns the numbers of errors and warnings as text. */
export function summarize(problems: readonly ShownProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const parts = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')];
  return parts.filter(Boolean).join(', ');
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
  if (related) {
    const line = createElement('p', 'related', `${related.label}: `);
    line.append(createPlaceLink('related-place', related));
    item.append(line);
  }
  item.append(createElement('p', 'code', code));
  return item;
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
  for (const [index, part] of text.split('`').entries()) {
    words.append(index % 2 === 1 ? createElement('code', 'typed', part) : part);
  }
  return words;
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

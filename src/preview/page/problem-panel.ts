import type { IssueState, ShownProblem } from '../messages.ts';
import { count, find, make } from './elements.ts';

/** The problems beside the pages, each a link to its line. */
export class ProblemPanel {
  readonly #heading = find('problems-heading', HTMLElement);
  readonly #list = find('problem-list', HTMLOListElement);
  readonly #none = find('no-problems', HTMLElement);
  readonly #count = find('problem-count', HTMLElement);
  #shown = '';

  /** Shows an issue's problems; the list is left alone when they are the same. */
  show({ problems, phase }: Pick<IssueState, 'problems' | 'phase'>): void {
    const text = JSON.stringify(problems);
    this.#none.hidden = problems.length > 0 || phase !== 'ready';
    if (text === this.#shown) return;
    this.#shown = text;
    this.#heading.textContent = problems.length > 0 ? summarize(problems) : 'Problems';
    this.#count.textContent = String(problems.length);
    this.#count.dataset.severity = worstOf(problems);
    this.#list.replaceChildren(...problems.map(showProblem));
    for (const frame of this.#list.querySelectorAll('.frame')) bringMarkInSight(frame);
  }
}

/** So many errors, so many warnings. */
export function summarize(problems: readonly ShownProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const parts = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')];
  return parts.filter(Boolean).join(', ');
}

function worstOf(problems: readonly ShownProblem[]): string {
  if (problems.length === 0) return 'none';
  return problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
}

function showProblem({ severity, code, message, hints, place, frame, link }: ShownProblem) {
  const item = make('li', `problem ${severity}`);
  const head = make('p', 'problem-head');
  const open = make('a', 'problem-place', place);
  open.href = link;
  open.title = `Open ${place} in VS Code`;
  head.append(make('span', 'severity', severity), open);
  item.append(head, showWords('problem-message', message));
  for (const hint of hints) item.append(showWords('hint', hint));
  if (frame.length > 0) item.append(showFrame(frame));
  item.append(make('p', 'code', code));
  return item;
}

/** A sentence; what stands between back quotes in it was typed, or is to be. */
function showWords(className: string, text: string): HTMLElement {
  const words = make('p', className);
  for (const [index, part] of text.split('`').entries()) {
    words.append(index % 2 === 1 ? make('code', 'typed', part) : part);
  }
  return words;
}

/** Paragraphs are long single lines: the marked place may be far to the right. */
function bringMarkInSight(frame: Element): void {
  const lines = (frame.textContent ?? '').split('\n');
  const longest = Math.max(1, ...lines.map(({ length }) => length));
  const mark = lines.find((line) => /^\s*│\s+\^+$/.test(line)) ?? '';
  const { scrollWidth, clientWidth } = frame;
  const from = (mark.indexOf('^') / longest) * scrollWidth;
  const to = (mark.length / longest) * scrollWidth;
  // In the middle where it fits, else its beginning.
  if (to > clientWidth)
    frame.scrollLeft = Math.min((from + to - clientWidth) / 2, from - clientWidth / 8);
}

function showFrame(lines: readonly string[]): HTMLElement {
  const frame = make('pre', 'frame');
  frame.tabIndex = 0;
  for (const line of lines) {
    const isMark = /^\s*│\s+\^+\s*$/.test(line);
    frame.append(make('span', isMark ? 'mark' : line.startsWith('>') ? 'marked' : '', `${line}\n`));
  }
  return frame;
}

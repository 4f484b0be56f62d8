import type { PDFPageProxy } from 'pdfjs-dist';
import { find } from './elements.ts';
import type { PageStack } from './page-stack.ts';
import { findInPage, type Hit, type PageText, type Piece, readPageText } from './page-text.ts';

/** A hit and the index of its page. */
interface PageHit extends Hit {
  readonly index: number;
}

/** The search field: finds and counts hits, steps through them and marks them in the pages. */
export class SearchBar {
  readonly #stack: PageStack;
  readonly #field = find('search', HTMLInputElement);
  readonly #count = find('hits', HTMLOutputElement);
  readonly #steps = [find('previous-hit', HTMLButtonElement), find('next-hit', HTMLButtonElement)];
  /** Texts by page hash, so that only changed pages are read again. */
  #texts = new Map<string, PageText>();
  #hits: readonly PageHit[] = [];
  #current = 0;
  #generation = 0;

  constructor(stack: PageStack) {
    this.#stack = stack;
    this.#field.addEventListener('input', () => void this.#find(true));
    this.#field.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#clear();
    });
    find('search-form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.step(1);
    });
    this.#field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !event.shiftKey) return;
      event.preventDefault();
      this.step(-1);
    });
    this.#steps[0]?.addEventListener('click', () => this.step(-1));
    this.#steps[1]?.addEventListener('click', () => this.step(1));
    stack.onChange(() => this.#mark());
  }

  /** Focuses the field. */
  focus(): void {
    this.#field.focus();
    this.#field.select();
  }

  /** Searches again after pages have changed. */
  refresh(): void {
    void this.#find(false);
  }

  /** Goes to the next or the previous hit. */
  step(direction: 1 | -1): void {
    if (this.#hits.length === 0) return;
    this.#current = (this.#current + direction + this.#hits.length) % this.#hits.length;
    this.#show();
  }

  #clear(): void {
    this.#field.value = '';
    void this.#find(false);
    find('pages', HTMLElement).focus();
  }

  async #find(jump: boolean): Promise<void> {
    const generation = ++this.#generation;
    const typed = this.#field.value;
    const texts = typed.trim() === '' ? [] : await this.#readTexts();
    if (generation !== this.#generation) return;
    this.#hits = texts.flatMap((text, index) =>
      findInPage(text, typed).map((hit) => ({ ...hit, index })),
    );
    for (const step of this.#steps) step.disabled = this.#hits.length === 0;
    if (jump) this.#current = this.#findFirstFromCurrent();
    this.#current = Math.max(0, Math.min(this.#current, this.#hits.length - 1));
    if (jump && this.#hits.length > 0) this.#show();
    else this.#showCount();
  }

  /** Returns the first hit on the current page or after it. */
  #findFirstFromCurrent(): number {
    const { current: page } = this.#stack;
    return Math.max(
      0,
      this.#hits.findIndex(({ index }) => index >= page),
    );
  }

  async #readTexts(): Promise<PageText[]> {
    const { pages = [], shown } = this.#stack.document ?? {};
    const texts = new Map<string, PageText>();
    for (const [index, page] of pages.entries()) {
      const pageHash = shown?.pageHashes[index] ?? '';
      texts.set(pageHash, this.#texts.get(pageHash) ?? readPageText(await readPieces(page)));
    }
    this.#texts = texts;
    return (shown?.pageHashes ?? []).flatMap((pageHash) => texts.get(pageHash) ?? []);
  }

  #show(): void {
    const hit = this.#hits[this.#current];
    if (hit && !this.#stack.isVisible(hit.index, hit.top))
      this.#stack.goTo(hit.index, Math.max(0, hit.top - 120));
    this.#showCount();
  }

  #showCount(): void {
    const { length } = this.#hits;
    const isEmpty = this.#field.value.trim() === '';
    this.#count.value = isEmpty ? '' : length === 0 ? 'none' : `${this.#current + 1} of ${length}`;
    this.#mark();
  }

  /** Marks the hits in the drawn sheets. */
  #mark(): void {
    // Older browsers have no highlight API; they search without marks.
    if (!('highlights' in CSS)) return;
    const rangesOf = (hit: PageHit | undefined) => {
      const drawing = hit && this.#stack.sheets[hit.index]?.drawing;
      return (drawing && hit?.parts.flatMap((part) => rangeOf(drawing.pieces, part))) ?? [];
    };
    CSS.highlights.set('hit', new Highlight(...this.#hits.flatMap(rangesOf)));
    const highlight = new Highlight(...rangesOf(this.#hits[this.#current]));
    highlight.priority = 1;
    CSS.highlights.set('hit-now', highlight);
  }
}

async function readPieces(page: PDFPageProxy): Promise<Piece[]> {
  const { items } = await page.getTextContent();
  const height = page.view[3] ?? 0;
  return items.flatMap((item) => {
    if (!('str' in item)) return [];
    const top = height - Number(item.transform[5]) - item.height;
    return [{ text: item.str, endsLine: item.hasEOL, top }];
  });
}

function rangeOf(
  pieces: readonly HTMLElement[],
  { piece, from, to }: Hit['parts'][number],
): Range[] {
  const text = pieces[piece]?.firstChild;
  if (!(text instanceof Text)) return [];
  const range = document.createRange();
  range.setStart(text, Math.min(from, text.length));
  range.setEnd(text, Math.min(to, text.length));
  return [range];
}

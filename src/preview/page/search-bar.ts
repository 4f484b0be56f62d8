import type { PDFPageProxy } from 'pdfjs-dist';
import { find } from './elements.ts';
import type { PageStack } from './page-stack.ts';
import { findInPage, type Hit, type PageText, type Piece, readPageText } from './page-text.ts';

/** A hit and the index of its page. */
interface PageHit extends Hit {
  readonly index: number;
}

/** The search field: finds, counts, goes from hit to hit, and marks hits in the pages. */
export class SearchBar {
  readonly #stack: PageStack;
  readonly #field = find('search', HTMLInputElement);
  readonly #count = find('hits', HTMLOutputElement);
  readonly #steps = [find('previous-hit', HTMLButtonElement), find('next-hit', HTMLButtonElement)];
  /** Texts by the pages' fingerprints: a change of one page is one page to read. */
  #texts = new Map<string, PageText>();
  #hits: readonly PageHit[] = [];
  #now = 0;
  #turn = 0;

  constructor(stack: PageStack) {
    this.#stack = stack;
    this.#field.addEventListener('input', () => void this.#find(true));
    this.#field.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#leave();
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

  /** Puts the cursor into the field. */
  focus(): void {
    this.#field.focus();
    this.#field.select();
  }

  /** Finds again in pages that have changed. */
  refresh(): void {
    void this.#find(false);
  }

  /** Goes to the next hit or the one before. */
  step(direction: 1 | -1): void {
    if (this.#hits.length === 0) return;
    this.#now = (this.#now + direction + this.#hits.length) % this.#hits.length;
    this.#show();
  }

  #leave(): void {
    this.#field.value = '';
    void this.#find(false);
    find('pages', HTMLElement).focus();
  }

  async #find(goes: boolean): Promise<void> {
    const turn = ++this.#turn;
    const typed = this.#field.value;
    const texts = typed.trim() === '' ? [] : await this.#readTexts();
    if (turn !== this.#turn) return;
    this.#hits = texts.flatMap((text, index) =>
      findInPage(text, typed).map((hit) => ({ ...hit, index })),
    );
    for (const step of this.#steps) step.disabled = this.#hits.length === 0;
    if (goes) this.#now = this.#firstFromHere();
    this.#now = Math.max(0, Math.min(this.#now, this.#hits.length - 1));
    if (goes && this.#hits.length > 0) this.#show();
    else this.#tell();
  }

  /** The first hit on the page that is being read or after it. */
  #firstFromHere(): number {
    const { current } = this.#stack;
    return Math.max(
      0,
      this.#hits.findIndex(({ index }) => index >= current),
    );
  }

  async #readTexts(): Promise<PageText[]> {
    const { pages = [], shown } = this.#stack.document ?? {};
    const texts = new Map<string, PageText>();
    for (const [index, page] of pages.entries()) {
      const fingerprint = shown?.pageHashes[index] ?? '';
      texts.set(fingerprint, this.#texts.get(fingerprint) ?? readPageText(await readPieces(page)));
    }
    this.#texts = texts;
    return (shown?.pageHashes ?? []).flatMap((fingerprint) => texts.get(fingerprint) ?? []);
  }

  #show(): void {
    const hit = this.#hits[this.#now];
    if (hit && !this.#stack.isInSight(hit.index, hit.top))
      this.#stack.goTo(hit.index, Math.max(0, hit.top - 120));
    this.#tell();
  }

  #tell(): void {
    const { length } = this.#hits;
    const isEmpty = this.#field.value.trim() === '';
    this.#count.value = isEmpty ? '' : length === 0 ? 'none' : `${this.#now + 1} of ${length}`;
    this.#mark();
  }

  /** Marks the hits in the sheets that are drawn. */
  #mark(): void {
    // Older browsers find without marking.
    if (!('highlights' in CSS)) return;
    const rangesOf = (hit: PageHit | undefined) => {
      const drawing = hit && this.#stack.sheets[hit.index]?.drawing;
      return (drawing && hit?.parts.flatMap((part) => rangeOf(drawing.pieces, part))) ?? [];
    };
    CSS.highlights.set('hit', new Highlight(...this.#hits.flatMap(rangesOf)));
    const now = new Highlight(...rangesOf(this.#hits[this.#now]));
    now.priority = 1;
    CSS.highlights.set('hit-now', now);
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

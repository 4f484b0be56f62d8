import type { Origin } from '../definition.ts';
import { WORD_SPACES } from '../linebreak/cost.ts';
import type { TypesetLine } from './placed-content.ts';

/** A typographic defect. */
export interface Blemish {
  readonly kind:
    | 'loose'
    | 'tight'
    | 'widow'
    | 'orphan'
    | 'stranded-heading'
    | 'source-at-page-head'
    | 'short-section-end'
    | 'hyphen-at-page-end';
  /** Number of its sheet, from 1. */
  readonly page: number;
  readonly text: string;
  readonly origin: Origin | undefined;
  /** For a loose or tight line: width of its word spaces relative to natural ones. */
  readonly spaces?: number;
}

/** Fewest lines of text below a heading, and on a section's last page. */
const MIN_LINES = { underHeading: 2, sectionEnd: 3 };

/** Measurements of a typeset document. */
export interface TypesettingFigures {
  readonly lines: number;
  readonly justified: number;
  /** Number of justified lines that are neither loose nor tight. */
  readonly even: number;
  readonly hyphens: number;
  /** The line whose word spaces differ most from natural ones. */
  readonly worst: TypesetLine | undefined;
  /** White space in pt below the last line of each page whose text continues on the next. */
  readonly pageEnds: readonly { readonly page: number; readonly white: number }[];
  readonly blemishes: readonly Blemish[];
}

/** Measures the lines of a document; `foot` is the lower edge of the text block in pt. */
export function measureTypesetting(
  lines: readonly TypesetLine[],
  foot: number,
): TypesettingFigures {
  const justified = lines.filter(({ spaces }) => spaces !== undefined);
  const uneven = justified.flatMap((line) => findUneven(line) ?? []);
  const breaks = findPageBreaks(lines);
  return {
    lines: lines.length,
    justified: justified.length,
    even: justified.length - uneven.length,
    hyphens: lines.filter(({ hyphenated }) => hyphenated).length,
    worst: justified.reduce<TypesetLine | undefined>(pickWorse, undefined),
    pageEnds: breaks.map(([last]) => ({ page: last.page, white: Math.max(0, foot - last.bottom) })),
    blemishes: [
      ...uneven,
      ...breaks.flatMap(([last, first]) => findBreakBlemishes(last, first)),
      ...findStrandedHeadings(lines),
      ...findShortSectionEnds(lines),
    ],
  };
}

/** Pairs each page's last line with the first of the next, where no page break was required. */
function findPageBreaks(lines: readonly TypesetLine[]): [TypesetLine, TypesetLine][] {
  return lines.flatMap((line, index): [TypesetLine, TypesetLine][] => {
    const next = lines[index + 1];
    return next && next.page !== line.page && !next.opensPage && next.origin ? [[line, next]] : [];
  });
}

function findUneven(line: TypesetLine): Blemish | undefined {
  const { spaces = 1, page, text, origin } = line;
  if (spaces > WORD_SPACES.widest) return { kind: 'loose', page, text, origin, spaces };
  return spaces < WORD_SPACES.narrowest - 0.001
    ? { kind: 'tight', page, text, origin, spaces }
    : undefined;
}

function findBreakBlemishes(last: TypesetLine, first: TypesetLine): Blemish[] {
  const found: Blemish[] = [];
  const divided = last.index < last.count - 1;
  if (divided && last.index === 0) found.push(blemish('orphan', last));
  if (divided && first.index === first.count - 1) found.push(blemish('widow', first));
  if (first.keptWithPrevious) found.push(blemish('source-at-page-head', first));
  if (last.hyphenated) found.push(blemish('hyphen-at-page-end', last));
  return found;
}

/** Finds headings with fewer than two lines of text below them on their page; captions do not count. */
function findStrandedHeadings(lines: readonly TypesetLine[]): Blemish[] {
  return lines.flatMap((line, index) => {
    if (!line.heading || line.index < line.count - 1) return [];
    const under = lines.slice(index + 1).filter(({ page }) => page === line.page);
    const text = under.filter(({ heading, caption }) => !heading && !caption);
    return text.length < MIN_LINES.underHeading ? [blemish('stranded-heading', line)] : [];
  });
}

/** Finds sections whose last page has fewer than three lines. */
function findShortSectionEnds(lines: readonly TypesetLine[]): Blemish[] {
  const starts = lines.flatMap(({ opensPage, heading }, index) =>
    opensPage && heading ? index : [],
  );
  return starts.flatMap((start, number) => {
    // Lines after the last section have no origin.
    const section = lines
      .slice(start, starts[number + 1])
      .filter(({ heading, caption, origin }) => heading || caption || origin);
    const last = section.at(-1);
    const onLastPage = section.filter(({ page }) => page === last?.page);
    return last && onLastPage.length < MIN_LINES.sectionEnd
      ? [blemish('short-section-end', last)]
      : [];
  });
}

function blemish(kind: Blemish['kind'], { page, text, origin }: TypesetLine): Blemish {
  return { kind, page, text, origin };
}

/** Compares word spaces by ratio: half the natural space is as bad as double. */
function pickWorse(worst: TypesetLine | undefined, line: TypesetLine): TypesetLine {
  const distance = ({ spaces = 1 }: TypesetLine) => Math.abs(Math.log(spaces));
  return worst && distance(worst) >= distance(line) ? worst : line;
}

import type { MeasuredLine } from '../../../pdf/definition.ts';
import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import type { Values } from '../../../templates/phrases.ts';
import { textBlock } from '../../shared/layout/page.ts';
import { measuredLine } from '../../shared/layout/text.ts';
import type { StyleName, Theme } from '../theme.ts';
import type { Words } from '../words.ts';

/** A line of the cover, where it is written and how it is printed. */
interface CoverLine {
  readonly path: ValuePath;
  readonly style: StyleName;
  readonly text: string;
}

/** What fills the lines of a cover: numbers as wide as an issue's can be. */
const WIDEST: Values = {
  number: 888,
  year: 2888,
  from: '2028-12-28',
  to: '2028-12-28',
  total: 888,
  countries: '',
  sections: [],
  period: '',
  periodForm: 'oneDay',
};

/** What the lines of a cover are printed and measured with. */
export interface CoverTools {
  /** Renders and typesets a line. */
  readonly render: (template: string, values: Values) => string;
  /** Widths in pt. */
  readonly measure: (lines: readonly MeasuredLine[]) => Promise<readonly number[]>;
}

/** The theme with the sizes at which every line of the cover fits, and the lines that fit at none. */
export async function fitCover(
  { cover }: Words,
  theme: Theme,
  { render, measure }: CoverTools,
): Promise<{ theme: Theme; findings: readonly Finding[] }> {
  const lines = listLines(cover).map((line) => ({ ...line, text: render(line.text, WIDEST) }));
  const widths = await measure(
    lines.map(({ text, style }) => measuredLine(text, theme.styles[style], theme.styles.text)),
  );
  const limit = textBlock(theme).width;
  const styles = { ...theme.styles };
  const findings = lines.flatMap(({ path, style, text }, index): Finding[] => {
    // Letters shrink with the size, the spacing between them does not.
    const spacing = (theme.styles[style].spacing ?? 0) * text.length;
    const letters = (widths[index] ?? 0) - spacing;
    const part = (limit - spacing) / letters;
    if (part < theme.cover.leastSize) {
      return [explain(path, letters * theme.cover.leastSize + spacing, limit)];
    }
    const size = sizeOf(style, theme) * Math.min(1, part);
    if (size < (styles[style].size ?? Number.POSITIVE_INFINITY)) {
      styles[style] = { ...styles[style], size };
    }
    return [];
  });
  return { theme: { ...theme, styles }, findings };
}

function listLines({
  letters,
  centre,
  title,
  subtitle,
  note,
  dates,
  number,
  place,
  draft,
}: Words['cover']) {
  const lines = (key: string, style: StyleName, texts: readonly string[]): CoverLine[] =>
    texts.map((text, index) => ({ path: ['cover', key, index], style, text }));
  const line = (style: StyleName, text: string, ...keys: string[]): CoverLine => ({
    path: ['cover', ...keys],
    style,
    text,
  });
  return [
    ...lines('letters', 'coverLetters', letters),
    ...lines('centre', 'coverCentre', centre),
    line('coverTitle', title, 'title'),
    ...lines('subtitle', 'coverSubtitle', subtitle),
    line('coverNote', note, 'note'),
    ...Object.entries(dates).map(([form, text]) => line('coverDates', text, 'dates', form)),
    line('coverNumber', number, 'number'),
    line('coverPlace', place, 'place'),
    line('coverDraft', draft, 'draft'),
  ];
}

/** Size of a style in pt. */
function sizeOf(style: StyleName, { styles }: Theme): number {
  const size = styles[style].size ?? styles.text.size;
  if (size === undefined) throw new Error(`The theme has no size for ${style}`);
  return size;
}

function explain(path: ValuePath, width: number, limit: number): Finding {
  const mm = (length: number) => `${Math.round((length / 72) * 25.4)} mm`;
  return {
    code: 'cover-too-wide',
    message: `this line of the cover is ${mm(width)} wide at its least size; it must fit in ${mm(limit)}`,
    path,
    hints: [
      'Write fewer words, divide a line of a list into two, or lower `leastSize` in theme.yaml.',
    ],
  };
}

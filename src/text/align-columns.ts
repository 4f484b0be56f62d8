import { type ColumnAlignment, plainText, type Table } from './rich-text.ts';

/** How the texts of a table's column stand. */
export interface AlignedColumn {
  readonly alignment: Exclude<ColumnAlignment, 'auto'>;
  /**
   * The end of the number in each row, from its decimal point or unit on; undefined if the column has other
   * texts than numbers. Numbers are aligned at their points.
   */
  readonly tails: readonly (string | undefined)[];
}

const GROUPED = "\\d{1,3}(?<group>[ \u00a0\u202f\u2009.,’'])\\d{3}(?:\\k<group>\\d{3})*";
const UNIT = '[ \u00a0]?(?:[%‰°]|\\p{L}{1,4}\\.?)';
/** A number with its sign, its decimals and a short unit. */
const NUMBER = new RegExp(
  `^(?<whole>[+−–~≈<>≤≥-]?[ \u00a0]?(?:${GROUPED}|\\d+))(?<decimals>[.,]\\d+)?(?<unit>${UNIT})?$`,
  'u',
);
/** What stands for a number that is missing. */
const MISSING = /^(?:[-–—−…*]|\.{1,3}|[\p{L}]{1,2}[./]?[\p{L}]\.?)?$/u;

/** A number of a column, divided where numbers may be aligned. */
interface ColumnNumber {
  readonly text: string;
  readonly decimals: string;
  readonly unit: string;
  /** The last three digits are thousands or decimals: 1,204 and 1.204. */
  readonly isDoubtful: boolean;
}

/**
 * Returns the alignment of a table's columns. A column of numbers for which the author chose none, or the
 * right side, is aligned at the decimal points.
 */
export function alignColumns({ columns, rows }: Pick<Table, 'columns' | 'rows'>): AlignedColumn[] {
  return columns.map((alignment, column) => {
    const texts = rows.map((row) => plainText(row[column]?.spans ?? []).trim());
    const numbers = texts.map(readNumber);
    const isNumeric =
      numbers.some((number) => number) &&
      texts.every((text, index) => numbers[index] ?? MISSING.test(text));
    const chosen = alignment === 'auto' ? (isNumeric ? 'right' : 'left') : alignment;
    if (chosen !== 'right') return { alignment: chosen, tails: texts.map(() => undefined) };
    const hasDecimals = numbers.some((number) => number && !number.isDoubtful && number.decimals);
    return {
      alignment: chosen,
      // A dash for a missing number stands where the last digit of the others does.
      tails: numbers.map((number) =>
        isNumeric ? tailOf(number, Boolean(hasDecimals)) : undefined,
      ),
    };
  });
}

function readNumber(text: string): ColumnNumber | undefined {
  const { whole, group, decimals = '', unit = '' } = NUMBER.exec(text)?.groups ?? {};
  if (whole === undefined) return undefined;
  const isGrouped = group !== undefined && decimals === '';
  const mark = isGrouped && /[.,]/.test(group) ? whole.split(group) : [];
  const isDoubtful = mark.length === 2;
  return {
    text,
    decimals: isDoubtful ? `${group}${mark[1]}` : decimals,
    unit,
    isDoubtful: isDoubtful && !/^\D*0$/.test(mark[0] ?? ''),
  };
}

function tailOf(number: ColumnNumber | undefined, hasDecimals: boolean): string | undefined {
  if (!number) return '';
  const { decimals, unit, isDoubtful } = number;
  return isDoubtful && !hasDecimals ? unit : `${decimals}${unit}`;
}

// Pieces of schemas that publications share. A description is read in two places: as a hint under a
// problem, and in the editor, which finds it in the JSON Schema (npm run write-schema).
import { z } from 'zod';
import { LIMITS, showLimit } from '../../limits.ts';
import { explainExceededLimit } from '../../text/body-limits.ts';
import type { LanguageCode } from '../../text/languages/index.ts';

/** The key by which an issue says what it is; the issues of the default publication need none. */
export const publicationKey = <Name extends string>(name: Name) =>
  z.literal(name).optional().describe(`What the issue is: ${name}.`);

/** Text that must not be blank, of at most `most` characters. */
export const text = (most: number = LIMITS.lineLength) =>
  z
    .string()
    .regex(/\S/, { error: 'is blank' })
    .max(most, { error: ({ input }) => hasMore(String(input).length, 'characters', most) })
    .meta({ patternErrorMessage: 'Nothing is written here.' });

/** A list of one entry or more, at most `most`. */
export const list = <T extends z.ZodType>(item: T, most: number) =>
  z
    .array(item)
    .min(1)
    .max(most, {
      error: ({ input }) => hasMore((input as readonly unknown[]).length, 'entries', most),
    });

const hasMore = (number: number, what: string, most: number) =>
  `has ${showLimit(number)} ${what}; ${showLimit(most)} is the limit`;

/** A day of the calendar, as 2024-11-16. */
export const day = () =>
  z.iso
    .date({
      error: ({ input }) => {
        const guess = guessDay(String(input));
        const rule = 'is not a day of the calendar written as YEAR-MONTH-DAY';
        return guess ? `${rule}: did you mean ${guess}?` : `${rule}, such as 2024-11-16`;
      },
    })
    .meta({
      patternErrorMessage:
        'This is not a day of the calendar written as YEAR-MONTH-DAY: 2024-11-16.',
    });

/** The day that was probably meant by a date written another way, as YEAR-MONTH-DAY. */
export function guessDay(typed: string): string | undefined {
  const parts = typed.trim().split(/[./\-\s]+/);
  if (parts.length !== 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const [first = '', middle = '', last = ''] = parts;
  if (first.length === 4) return asDay(first, middle, last);
  const year = last.length === 2 ? `20${last}` : last;
  // The day comes first in the member states; the month, where there is no other way to read it.
  return asDay(year, middle, first) ?? asDay(year, first, middle);
}

/** The date where it is on the calendar. */
function asDay(year: string, month: string, day: string): string | undefined {
  if (year.length !== 4) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
  return isReal ? written : undefined;
}

/** The language of an issue: one of those that the publication's template has words for. */
export const language = <Code extends LanguageCode>(...codes: readonly [Code, ...Code[]]) =>
  z
    .enum(codes)
    .default(codes[0] as never)
    .describe(`Language of the issue: ${codes.join(', ')}.`);

/** A web address that starts with https:// or http://, without a user name, between white space. */
const WEB_ADDRESS = /^\s*[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s/?#@]+(?:[/?#]\S*)?\s*$/;

/** A web address; whether its host can exist is a rule of its own. */
export const webAddress = () =>
  text(LIMITS.urlLength)
    .refine((value) => WEB_ADDRESS.test(value), {
      error: ({ input }) => explainAddress(String(input).trim()),
      params: { hints: ['Copy the address from the browser: https://example.org/news/1'] },
    })
    .meta({
      pattern: WEB_ADDRESS.source,
      patternErrorMessage:
        'This is not a web address that starts with https:// or http://. Copy it from the browser.',
    });

function explainAddress(address: string): string {
  if (/^https?:\/\/.*\s/is.test(address)) return 'has a blank in it; a web address has none';
  if (/^https?:\/\/[^\s/?#]*@/i.test(address)) return 'has a user name before the @';
  return 'is not a web address that starts with https:// or http://';
}

/** A text in the project's small Markdown. */
export const body = () =>
  text(LIMITS.bodyLength).refine((typed) => explainExceededLimit(typed) === undefined, {
    error: ({ input }) => explainExceededLimit(String(input)),
    params: {
      hints: [
        'Paragraphs are parted by blank lines; before a sign that is to be printed goes a \\.',
      ],
    },
  });

const photoKeys = z.strictObject({
  file: text().describe('Path of the picture inside the issue’s folder, such as photos/hall.jpg.'),
  alt: text().optional().describe('What the picture shows, read aloud to those who cannot see it.'),
  caption: text(LIMITS.leadLength).optional().describe('A line printed under the picture.'),
  credit: text().optional().describe('Who took the picture; printed after the caption.'),
  side: z
    .enum(['left', 'right', 'full'])
    .optional()
    .describe('Where the picture stands: left (the usual), right, or full for the text’s width.'),
});

/** A photo: its path, or its keys. */
export const photo = () =>
  z
    .union([text(), photoKeys])
    .describe(
      'Path of the picture inside the issue’s folder, or file, alt, caption, credit, side.',
    );

/** A photo as it is written. */
export type WrittenPhoto = z.infer<ReturnType<typeof photo>>;

/** A photo with all its keys, also when only its path was written; it stands at the left by default. */
export type IssuePhoto = z.infer<typeof photoKeys> & {
  readonly side: NonNullable<z.infer<typeof photoKeys>['side']>;
};

/** A photo in its longer form. */
export function fullPhoto(written: WrittenPhoto): IssuePhoto {
  const keys = typeof written === 'string' ? { file: written } : written;
  return { ...keys, side: ('side' in keys ? keys.side : undefined) ?? 'left' };
}

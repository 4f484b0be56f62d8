// Schema pieces shared by publications. A description is shown in two places: as a hint of a problem,
// and in the editor, which reads it from the JSON Schema (npm run write-schema).
import { z } from 'zod';
import { LIMITS, showLimit } from '../../limits.ts';
import { explainExceededLimit } from '../../text/body-limits.ts';
import type { LanguageCode } from '../../text/languages/index.ts';

/** The key that names an issue's publication. Issues of the default publication do not need it. */
export const publicationKey = <Name extends string>(name: Name) =>
  z.literal(name).optional().describe(`Publication of the issue: ${name}.`);

/** Text of at most `max` characters that must not be blank. */
export const text = (max: number = LIMITS.lineLength) =>
  z
    .string()
    .regex(/\S/, { error: 'is blank' })
    .max(max, { error: ({ input }) => exceedsLimit(String(input).length, 'characters', max) })
    .meta({ patternErrorMessage: 'This text is blank.' });

/** A list of one to `max` entries. */
export const list = <T extends z.ZodType>(item: T, max: number) =>
  z
    .array(item)
    .min(1)
    .max(max, {
      error: ({ input }) => exceedsLimit((input as readonly unknown[]).length, 'entries', max),
    });

const exceedsLimit = (count: number, unit: string, max: number) =>
  `has ${showLimit(count)} ${unit}; ${showLimit(max)} is the limit`;

/** A calendar date, such as 2024-11-16. */
export const day = () =>
  z.iso
    .date({
      error: ({ input }) => {
        const guess = guessDay(String(input));
        const rule = 'is not a valid date written as YEAR-MONTH-DAY';
        return guess ? `${rule}: did you mean ${guess}?` : `${rule}, such as 2024-11-16`;
      },
    })
    .meta({
      patternErrorMessage:
        'This is not a valid date written as YEAR-MONTH-DAY, such as 2024-11-16.',
    });

/** Returns the probable date, as YEAR-MONTH-DAY, of a date typed in another format. */
export function guessDay(typed: string): string | undefined {
  const parts = typed.trim().split(/[./\-\s]+/);
  if (parts.length !== 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const [first = '', middle = '', last = ''] = parts;
  if (first.length === 4) return toValidDate(first, middle, last);
  const year = last.length === 2 ? `20${last}` : last;
  // Member states write the day first. The month is read first only if there is no such date.
  return toValidDate(year, middle, first) ?? toValidDate(year, first, middle);
}

/** Returns the date as YEAR-MONTH-DAY, or undefined if there is no such day. */
function toValidDate(year: string, month: string, day: string): string | undefined {
  if (year.length !== 4) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
  return isReal ? written : undefined;
}

/** The language of an issue. The publication's template must have words in each. */
export const language = <Code extends LanguageCode>(...codes: readonly [Code, ...Code[]]) =>
  z
    .enum(codes)
    .default(codes[0] as never)
    .describe(`Language of the issue: ${codes.join(', ')}.`);

/** A web address that starts with https:// or http:// and has no user name; white space may surround it. */
const WEB_ADDRESS = /^\s*[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s/?#@]+(?:[/?#]\S*)?\s*$/;

/** A web address. A separate rule checks whether its host can exist. */
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
  if (/^https?:\/\/.*\s/is.test(address)) return 'has a space, which a web address cannot have';
  if (/^https?:\/\/[^\s/?#]*@/i.test(address)) return 'has a user name before the @';
  return 'is not a web address that starts with https:// or http://';
}

/** A text in the project's subset of Markdown. */
export const body = () =>
  text(LIMITS.bodyLength).refine((typed) => explainExceededLimit(typed) === undefined, {
    error: ({ input }) => explainExceededLimit(String(input)),
    params: {
      hints: [
        'Separate paragraphs with blank lines. To print a special character, write \\ before it.',
      ],
    },
  });

const photoKeys = z.strictObject({
  file: text().describe('Path of the photo inside the issue’s folder, such as photos/hall.jpg.'),
  alt: text().optional().describe('What the photo shows, read aloud to those who cannot see it.'),
  caption: text(LIMITS.leadLength).optional().describe('A line printed under the photo.'),
  credit: text().optional().describe('Who took the photo; printed after the caption.'),
  side: z
    .enum(['left', 'right', 'full'])
    .optional()
    .describe('Position of the photo: left (the default), right, or full for the text’s width.'),
});

/** A photo: a path, or an object with keys. */
export const photo = () =>
  z
    .union([text(), photoKeys])
    .describe('Path of the photo inside the issue’s folder, or file, alt, caption, credit, side.');

/** A photo as an issue file has it. */
export type WrittenPhoto = z.infer<ReturnType<typeof photo>>;

/** A photo as an object, with the default side filled in. */
export type IssuePhoto = z.infer<typeof photoKeys> & {
  readonly side: NonNullable<z.infer<typeof photoKeys>['side']>;
};

/** Returns a photo as an object, also if only its path was written. */
export function normalizePhoto(written: WrittenPhoto): IssuePhoto {
  const keys = typeof written === 'string' ? { file: written } : written;
  return { ...keys, side: ('side' in keys ? keys.side : undefined) ?? 'left' };
}

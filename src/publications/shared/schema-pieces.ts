// Schema pieces shared by publications. A description is shown in two places: as a hint of a problem,
// and in the editor, which reads it from the JSON Schema (npm run write-schema).
import { z } from 'zod';
import { LIMITS, showLimit } from '../../limits.ts';
import type { ValuePath } from '../../source/positions.ts';
import { VALUE_SUGGESTIONS, type ValueSuggestion } from '../../source/value-suggestions.ts';
import { explainExceededLimit } from '../../text/body-limits.ts';
import { LANGUAGE_CODES, type LanguageCode } from '../../text/languages/index.ts';
import { SECOND_SCHEME } from '../../text/parse-rich-text.ts';

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

/** Adds the rule that a mapping has exactly one of two keys. */
export function withOneKey<T extends z.ZodObject>(
  schema: T,
  { keys, hint }: { readonly keys: readonly [string, string]; readonly hint: string },
): T {
  const has = (value: unknown, key: string) =>
    (value as Record<string, unknown>)[key] !== undefined;
  // The rule also applies to a mapping with other mistakes.
  const when = ({ value }: { value: unknown }) =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const [standard, other] = keys;
  return schema
    .refine((value) => keys.some((key) => has(value, key)), {
      path: [standard],
      params: { missing: keys, hints: [hint] },
      when,
    })
    .refine((value) => !keys.every((key) => has(value, key)), {
      error: `stands beside \`${standard}\``,
      path: [other],
      params: { hints: [hint] },
      when,
    })
    .meta({ oneOf: keys.map((key) => ({ required: [key] })) });
}

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
    })
    .register(VALUE_SUGGESTIONS, { suggest: suggestDay });

/** A date of which only the order of its parts is unusual: the year has four digits and is first or last. */
const CLEAR_DATE = /^\s*(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4})\s*$/;

/** Returns the date that was meant. With dots the day is first everywhere, with slashes often the month. */
function suggestDay(typed: string): ValueSuggestion | undefined {
  const value = guessDay(typed);
  if (value === undefined) return undefined;
  const [, first = ''] = /^\s*(\d{1,2})[/-]\d{1,2}[/-]\d{4}\s*$/.exec(typed) ?? [];
  const hasOneReading = Number(first) > 12;
  const isInOrder = CLEAR_DATE.test(typed) && (/^\s*\d{4}/.test(typed) || isDayFirst(typed, value));
  return { value, isSure: isInOrder || hasOneReading };
}

function isDayFirst(typed: string, value: string): boolean {
  return Number(typed.trim().split('.')[0]) === Number(value.slice(8));
}

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

/** A language that can be printed. */
export const languageCode = () => z.enum(LANGUAGE_CODES);

/** The language of an issue; without the key it is `standard`. */
export const language = (standard: LanguageCode) =>
  languageCode()
    .default(standard)
    .describe(`Language of the issue: ${LANGUAGE_CODES.join(', ')}.`);

/** Whether an issue is a draft. */
export const draft = () =>
  z
    .boolean()
    .optional()
    .describe(
      'Whether the issue is a draft. A draft says so on its first page, and is neither released nor on the site.',
    );

/** A web address that starts with https:// or http:// and has no user name; white space may surround it. */
export const WEB_ADDRESS =
  /^\s*[Hh][Tt][Tt][Pp][Ss]?:\/\/(?![Hh][Tt][Tt][Pp][Ss]?:\/)[^\s/?#@]+(?:[/?#]\S*)?\s*$/;

/** Returns why a text is not a web address; undefined if it is one. */
export function findAddressMistake(typed: string): string | undefined {
  return WEB_ADDRESS.test(typed) ? undefined : explainAddress(typed.trim());
}

/** A web address. A separate rule checks whether its host can exist. */
export const webAddress = () =>
  text(LIMITS.urlLength)
    .refine((value) => findAddressMistake(value) === undefined, {
      error: ({ input }) => explainAddress(String(input).trim()),
      params: { hints: ['Copy the address from the browser: https://example.org/news/1'] },
    })
    .meta({
      pattern: WEB_ADDRESS.source,
      patternErrorMessage:
        'This is not a web address that starts with https:// or http://. Copy it from the browser.',
    });

function explainAddress(address: string): string {
  if (SECOND_SCHEME.test(address)) return 'has a second https:// in it';
  if (/^https?:\/\/.*\s/is.test(address)) return 'has a space, which a web address cannot have';
  if (/^https?:\/\/[^\s/?#]*@/i.test(address)) return 'has a user name before the @';
  return 'is not a web address that starts with https:// or http://';
}

/** An e-mail address without white space, such as press@example.org. */
const EMAIL_ADDRESS = /^\s*[^\s@,<>]+@[^\s@,<>]+\.[^\s@,<>.]+\s*$/;

/** Returns why a text is not an e-mail address; undefined if it is one. */
export function findEmailMistake(typed: string): string | undefined {
  return EMAIL_ADDRESS.test(typed) ? undefined : 'is not an e-mail address';
}

/** An e-mail address. */
export const emailAddress = () =>
  text().refine((value) => findEmailMistake(value) === undefined, {
    error: () => 'is not an e-mail address',
    params: { hints: ['Write the whole address: name@example.org'] },
  });

/** A moment with its time zone, such as 2019-04-26T10:00+06:00. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** A moment with its time zone. */
export const moment = () =>
  z
    .string()
    .refine((value) => day().safeParse(MOMENT.exec(value)?.[1]).success, {
      error: 'is not a time with its time zone, such as 2019-04-26T10:00+06:00',
      params: {
        hints: ['Write YEAR-MONTH-DAY, a T, HOURS:MINUTES and the time zone, such as +06:00.'],
      },
    })
    .meta({
      pattern: MOMENT.source,
      patternErrorMessage: 'This is not a time with its time zone, such as 2019-04-26T10:00+06:00.',
    });

/** The parts of a moment as they are printed: its day, its time of day, its time zone. */
export interface MomentParts {
  readonly day: string;
  readonly time: string;
  /** UTC, UTC+6, UTC+5:30. */
  readonly zone: string;
}

/** Returns the parts of a valid moment; they do not depend on the machine's time zone. */
export function readMoment(written: string): MomentParts {
  const [, date = '', hours = '', minutes = '', zone = 'Z'] = MOMENT.exec(written) ?? [];
  const [, sign = '', zoneHours = '00', zoneMinutes = '00'] =
    /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  const offset = `${Number(zoneHours)}${zoneMinutes === '00' ? '' : `:${zoneMinutes}`}`;
  return {
    day: date,
    time: `${hours}:${minutes}`,
    zone: offset === '0' ? 'UTC' : `UTC${sign === '-' ? '−' : '+'}${offset}`,
  };
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

/** Keys of a photo. */
export const photoKeys = () =>
  z.strictObject({
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
    .union([text(), photoKeys()])
    .describe('Path of the photo inside the issue’s folder, or file, alt, caption, credit, side.');

/** A photo, or a list of at most `max` photos. */
export const photos = (max: number) =>
  z
    .union([
      text(),
      photoKeys(),
      list(
        z
          .union([text(), photoKeys()])
          .describe('A photo: its path, or file, alt, caption, credit, side.'),
        max,
      ),
    ])
    .describe(
      'Path of the photo inside the issue’s folder, or file, alt, caption, credit, side; or a list of photos.',
    );

/** Keys of a photo that are read, on the page or aloud. */
export const PHOTO_WORDS = ['alt', 'caption', 'credit'] as const;

/** A photo as an issue file has it. */
export type WrittenPhoto = z.infer<ReturnType<typeof photo>>;

/** A photo as an object, with the default side filled in. */
export type IssuePhoto = z.infer<ReturnType<typeof photoKeys>> & {
  readonly side: NonNullable<z.infer<ReturnType<typeof photoKeys>>['side']>;
};

/** A value with its path in the issue. */
export interface Placed<T> {
  readonly value: T;
  readonly path: ValuePath;
}

/** Returns the values of a field that holds one value or a list, each with its path. */
export function listWritten<T>(
  written: T | readonly T[] | undefined,
  path: ValuePath,
): Placed<T>[] {
  if (written === undefined) return [];
  // Array.isArray does not recognize readonly arrays.
  if (!Array.isArray(written)) return [{ value: written as T, path }];
  return written.map((value: T, index) => ({ value, path: [...path, index] }));
}

/** Returns a photo as an object, also if only its path was written. */
export function normalizePhoto(written: WrittenPhoto): IssuePhoto {
  const keys = typeof written === 'string' ? { file: written } : written;
  return { ...keys, side: ('side' in keys ? keys.side : undefined) ?? 'left' };
}

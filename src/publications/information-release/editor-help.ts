import { listCountries } from './countries.ts';
// What only editing programs read of the format: it goes into the JSON Schema beside the
// descriptions, by the names that yaml-language-server and VS Code know.

/** A web address that starts with https:// or http://, without a user name, between white space. */
export const WEB_ADDRESS = /^\s*[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s/?#@]+(?:[/?#]\S*)?\s*$/;

/** What is said of a text that has nothing but blanks in it. */
export const BLANK_TEXT = { patternErrorMessage: 'Nothing is written here.' };

/** What is said of a day that is none. */
export const NO_DAY = {
  patternErrorMessage: 'This is not a day of the calendar written as YEAR-MONTH-DAY: 2024-11-16.',
};

/** What is said of an address that is none. */
export const NO_WEB_ADDRESS = {
  pattern: WEB_ADDRESS.source,
  patternErrorMessage:
    'This is not a web address that starts with https:// or http://. Copy it from the browser.',
};

/**
 * Each country’s code with its names, which stand over a code that is written and beside one that
 * is offered. The last choice takes any text: what is wrong with it the
 * pattern says in one sentence, where the choices would say it by naming all countries. All countries
 * are looked up when an editing program is told of the format, and not by builds.
 */
export const COUNTRY_CHOICE = {
  get anyOf(): object[] {
    const choices = listCountries().map(({ code, shortName, officialName }) => ({
      const: code,
      title: shortName,
      description: officialName,
    }));
    return [...choices, { type: 'string' }];
  },
  get pattern(): string {
    return `^(${listCountries()
      .map(({ code }) => code)
      .join('|')})$`;
  },
  patternErrorMessage: 'This is no country’s code: two capital letters, such as KZ or UZ.',
};

const ARTICLE = {
  title: '$1',
  source: '$2',
  body: '|\n    $3',
};

/** A new article, offered where one may begin. */
export const ARTICLE_SNIPPET = {
  defaultSnippets: [
    { label: 'article', description: 'A new article: title, source, body.', body: ARTICLE },
  ],
};

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
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return isReal ? text : undefined;
}

import { addDays, format, getDate, lastDayOfMonth, parseISO, setDate } from 'date-fns';
import { z } from 'zod';
import type {
  ExistingIssues,
  IssuePlan,
  NewIssueOptions,
  Rejection,
  Scaffold,
} from '../publication.ts';
import {
  LANGUAGE_OPTION,
  newIssueTemplates,
  readNewLanguage,
} from '../shared/new-issue-language.ts';
import { isRejected, reasonsOf } from '../shared/rejections.ts';
import { day } from '../shared/schema-pieces.ts';
import { type Country, countryOf, guessCountryCode, listMemberStates } from './countries.ts';
import { EXAMPLE_SOURCE } from './editorial/leftover-examples.ts';
import { issueName, yearOf } from './schema.ts';

/** Plans new issues of the Information Release. */
export const scaffold: Scaffold = {
  options: [
    {
      flags: '--number <number>',
      description: 'number of the issue; by default the next one',
    },
    {
      flags: '--from <day>',
      description: 'first day, such as 2025-01-16; by default the day after the newest issue',
    },
    {
      flags: '--to <day>',
      description: 'last day; by default the 15th or the last day of the month',
    },
    {
      flags: '--countries <codes>',
      description: 'countries, such as KZ,KG; by default CARICC’s member states',
    },
    LANGUAGE_OPTION,
  ],
  examples: ['', '--countries KZ,KG,UZ', '--number 3 --from 2025-02-01 --to 2025-02-15'],
  plan,
  nextSteps: [
    [
      'Open it and replace the example. For each further country, remove the "# " at the',
      'start of its lines. Remove the countries that have no articles.',
    ],
  ],
};

/** Schema of the newest issue's last day; other mistakes in that issue do not matter. */
const lastDaySchema = z.object({ period: z.object({ to: day() }) });

/**
 * Plans the issue after the newest one: the next fortnight, the next number of its year, the member
 * states. Year and number come from folder names, so existing issues may have mistakes.
 */
function plan(requested: NewIssueOptions, before: ExistingIssues): IssuePlan | Rejection {
  const period = planPeriod(requested, before);
  const countries = planCountries(requested.countries);
  const number = planNumber(requested.number);
  const language = readNewLanguage(requested.language);
  const reasons = [number, period, countries, language].flatMap(reasonsOf);
  if (isRejected(period) || isRejected(countries) || isRejected(number) || isRejected(language)) {
    return { reasons };
  }
  const { highest, has } = numbersOf(yearOf({ period }), before.names);
  const issue = { number: number.typed ?? highest + 1, period };
  const name = issueName(issue);
  if (has(issue.number)) {
    return reject(
      `Issue ${name} already exists and was not changed. Give another number or another period, such as --number ${highest + 1}.`,
    );
  }
  const values = {
    ...issue,
    name,
    ...language,
    countries,
    exampleSource: EXAMPLE_SOURCE,
  };
  return { name, templates: newIssueTemplates(language.language), values };
}

interface Period {
  readonly from: string;
  readonly to: string;
}

function planPeriod({ from, to }: NewIssueOptions, before: ExistingIssues): Period | Rejection {
  const wrong = Object.entries({ from, to }).filter(
    ([, typed]) => typed !== undefined && !day().safeParse(typed).success,
  );
  if (wrong.length > 0) {
    return {
      reasons: wrong.map(
        ([flag, typed]) =>
          `--${flag} ${typed} is not a valid date written as YEAR-MONTH-DAY, such as 2024-11-16.`,
      ),
    };
  }
  const first = from ?? firstDayAfter(before);
  if (typeof first !== 'string') return first;
  const last = to ?? endOfFortnight(first);
  if (first <= last) return { from: first, to: last };
  return reject(
    from === undefined
      ? `The issue would begin on ${first}, the day after the newest issue, but end before that, on ${last}. Also give --from.`
      : `The period ends on ${last}, before it begins on ${first}. Swap --from and --to.`,
  );
}

function firstDayAfter({ names, newest }: ExistingIssues): string | Rejection {
  const name = names.at(-1);
  if (name === undefined) {
    return reject(
      'There is no earlier issue to continue from. Give the first day, such as --from 2025-01-01.',
    );
  }
  const { data } = lastDaySchema.safeParse(newest);
  if (data) return dayAfter(data.period.to);
  return reject(
    `The last day of the newest issue, ${name}, cannot be read. Fix its period, or give the first day of the new issue, such as --from 2025-01-16.`,
  );
}

function planNumber(typed: string | undefined): { typed: number | undefined } | Rejection {
  if (typed === undefined) return { typed };
  if (/^[1-9]\d{0,2}$/.test(typed)) return { typed: Number(typed) };
  return reject(`--number ${typed} is not a whole number from 1 to 999.`);
}

function planCountries(typed: string | undefined): readonly Country[] | Rejection {
  if (typed === undefined) return listMemberStates();
  const words = typed.split(/[\s,]+/).filter((word) => word !== '');
  const codes = [...new Set(words.map((word) => word.toUpperCase()))];
  const found = codes.flatMap((code) => countryOf(code) ?? []);
  if (codes.length === 0)
    return reject('--countries has no country code. Write it as --countries KZ,KG.');
  if (found.length === codes.length) return found;
  const unknown = words.filter((word) => !countryOf(word.toUpperCase()));
  return { reasons: unknown.map(explainUnknownCountry) };
}

function explainUnknownCountry(typed: string): string {
  const guess = guessCountryCode(typed);
  return `--countries: ${typed} is not a country code${guess ? `: did you mean ${guess}?` : '. Write it as --countries KZ,KG.'}`;
}

/** Returns the highest issue number of a year, 0 if it has no issues, and a test whether a number is used. */
function numbersOf(year: number, names: readonly string[]) {
  const numbers = names
    .map((name) => name.split('-').map(Number))
    .flatMap(([itsYear, number]) => (itsYear === year && number !== undefined ? [number] : []));
  return { highest: Math.max(0, ...numbers), has: (number: number) => numbers.includes(number) };
}

function reject(reason: string): Rejection {
  return { reasons: [reason] };
}

// A release covers the 1st to the 15th of a month, or the 16th to its end. Days are ISO 8601 dates:
// 2024-11-16.

const LAST_DAY_OF_FIRST_HALF = 15;

/** Returns the next day. */
export function dayAfter(day: string): string {
  return formatDay(addDays(parseISO(day), 1));
}

/** Returns the last day of the half of the month that contains a day. */
export function endOfFortnight(day: string): string {
  const date = parseISO(day);
  return formatDay(
    getDate(date) <= LAST_DAY_OF_FIRST_HALF
      ? setDate(date, LAST_DAY_OF_FIRST_HALF)
      : lastDayOfMonth(date),
  );
}

function formatDay(date: Date): string {
  return format(date, 'yyyy-MM-dd');
}

import { z } from 'zod';
import { DEFAULT_LANGUAGE } from '../../text/languages/index.ts';
import type {
  ExistingIssues,
  IssuePlan,
  NewIssueOptions,
  Rejection,
  Scaffold,
} from '../publication.ts';
import { day } from '../shared/schema-pieces.ts';
import { issueName, slugOf } from './naming.ts';

/** Files of the template that a new release can be made from. */
export function newReleaseTemplates(language: string): string[] {
  return [...new Set([language, DEFAULT_LANGUAGE])].map((code) => `new-issue.${code}.yaml.hbs`);
}

/** Plans new press releases. */
export const scaffold: Scaffold = {
  options: [
    { flags: '--date <day>', description: 'day of a press release, such as 2025-03-06' },
    { flags: '--headline <text>', description: 'headline of a press release' },
    {
      flags: '--slug <words>',
      description: 'last part of the folder’s name; by default from the headline',
    },
    {
      flags: '--programme <name>',
      description: 'programme of a press release; by default that of the newest one',
    },
    { flags: '--place <name>', description: 'place of a press release' },
  ],
  examples: [
    "--publication press-release --date 2025-03-06 --headline 'Seminar on prevention in Bishkek'",
  ],
  plan,
  nextSteps: [
    ['Open it and replace the examples. Remove the keys that you do not need.'],
    ['Check it: npm run check'],
  ],
};

const newestSchema = z.object({ programme: z.string() });

function plan(
  requested: NewIssueOptions,
  { names, newest }: ExistingIssues,
): IssuePlan | Rejection {
  const { date, headline, place, slug: typedSlug } = requested;
  const programme = requested.programme ?? newestSchema.safeParse(newest).data?.programme;
  const slug = slugOf(typedSlug ?? headline ?? '');
  const reasons = [
    ...(date === undefined
      ? ['Give the day of the release, such as --date 2025-03-06.']
      : day().safeParse(date).success
        ? []
        : [`--date ${date} is not a valid date written as YEAR-MONTH-DAY, such as 2025-03-06.`]),
    ...(slug === ''
      ? [
          typedSlug === undefined && headline === undefined
            ? "Give the headline, such as --headline 'Seminar in Bishkek', or the end of the folder’s name, such as --slug seminar-bishkek."
            : 'The end of the folder’s name needs Latin letters. Give it as --slug seminar-bishkek.',
        ]
      : []),
    ...(programme === undefined
      ? [
          'There is no earlier press release to take the programme from. Give it as --programme cadap-7.',
        ]
      : []),
  ];
  if (date === undefined || programme === undefined || reasons.length > 0) return { reasons };
  const name = issueName(date, slug);
  if (names.includes(name)) {
    return {
      reasons: [`${name} already exists and was not changed. Give another --slug or --date.`],
    };
  }
  const values = {
    name,
    date,
    programme: quote(programme),
    place: place === undefined ? '' : quote(place),
    headline: headline === undefined ? '' : quote(headline),
  };
  return { name, templates: newReleaseTemplates(DEFAULT_LANGUAGE), values };
}

/** Returns a text as a YAML string in single quotes, on one line. */
function quote(text: string): string {
  return `'${text.replace(/\s+/g, ' ').replaceAll("'", "''")}'`;
}

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
import { issueName, slugOf } from './naming.ts';

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
      description: 'programme of the issue; by default that of the newest one',
    },
    LANGUAGE_OPTION,
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
  const language = readNewLanguage(requested.language);
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
    ...reasonsOf(language),
  ];
  if (date === undefined || programme === undefined || isRejected(language) || reasons.length > 0)
    return { reasons };
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
    ...language,
    place: place === undefined ? '' : quote(place),
    headline: headline === undefined ? '' : quote(headline),
  };
  return { name, templates: newIssueTemplates(language.language), values };
}

/** Returns a text as a YAML string in single quotes, on one line. */
function quote(text: string): string {
  return `'${text.replace(/\s+/g, ' ').replaceAll("'", "''")}'`;
}

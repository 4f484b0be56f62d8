import type { IssueNaming } from '../publication.ts';

const PREFIX = 'press-release-';
const NAME = /^press-release-(\d{4}-\d{2}-\d{2})-[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** A date and words after the publication's name, in another form: Press_release 2019-4-25 Bishkek. */
const LOOSE_NAME = /^press[\s_-]*release\W*_?(\d{4})\D(\d{1,2})\D(\d{1,2})\W*_?(.*)$/i;

/** Most letters of a slug that is made of a headline; the name of a folder should fit a line. */
const SLUG_LENGTH = 40;

/** Folders of press releases are named by day and topic: press-release-2025-03-06-bishkek-seminar. */
export const naming: IssueNaming = {
  form: 'press-release-YEAR-MONTH-DAY-TOPIC, such as press-release-2025-03-06-bishkek-seminar',
  isName: (name) => NAME.test(name),
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  keyOf: (name) => name,
  correct(name) {
    const [, year = '', month = '', day = '', rest = ''] = LOOSE_NAME.exec(name) ?? [];
    const slug = slugOf(rest);
    if (year === '' || slug === '') return undefined;
    return issueName(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, slug);
  },
};

/** Returns the name of a release's folder. */
export function issueName(date: string, slug: string): string {
  return `${PREFIX}${date}-${slug}`;
}

/** Returns the day in the name of a release's folder; undefined if the name has another form. */
export function dateInName(name: string): string | undefined {
  return NAME.exec(name)?.[1];
}

/** Returns a text as the end of a folder's name: whole words in small Latin letters, digits and hyphens. */
export function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  let slug = '';
  for (const word of words ?? []) {
    const longer = slug === '' ? word.slice(0, SLUG_LENGTH) : `${slug}-${word}`;
    if (longer.length > SLUG_LENGTH) break;
    slug = longer;
  }
  return slug;
}

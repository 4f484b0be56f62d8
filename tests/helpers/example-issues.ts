import { stringify } from 'yaml';
import type { CodeNotes, Example } from '../../src/diagnostics/problem-code.ts';
import { CODES } from '../../src/publications/index.ts';

/** An article that is long enough to be recognized when it appears again. */
const LONG_BODY = `${Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')}.`;
/** A photo that the folder of the first issue needs. */
const PHOTO = 'photos/hall.jpg';

/**
 * Returns two issues with mistakes of all rules about texts, by name: the wrong examples of the rules, and
 * what takes more than an example. They have errors, too, so that they are checked but not built.
 */
export function makeExampleIssues(): Record<string, string> {
  const examples = Object.values(CODES as CodeNotes).flatMap(({ bad }): Example[] =>
    bad === undefined ? [] : [bad],
  );
  const articles = [
    ...examples.map(toArticle),
    { title: 'A report of some length', body: LONG_BODY, also: ['QQ', 'KZ', 'KZ'] },
    { title: 'The same report', body: LONG_BODY },
    { title: 'Another address of a site', source: 'http://gazeta.news/other', body: 'A text.' },
    { title: 'One straight apostrophe', body: `${'The city’s law. '.repeat(30)}The town's law.` },
    { title: 'An upside-down photo', photo: 'photos/turned.jpg' },
    { title: 'A long article', body: LONG_BODY.repeat(20) },
    { title: 'A screenshot', photo: 'photos/screen.png' },
    { title: 'Two photos', photo: [PHOTO, { file: 'photos/screen.png', side: 'right' }] },
    { title: 'A long description', body: 'A text.', photo: { file: PHOTO, alt: LONG_BODY } },
  ];
  const topics = examples.flatMap((bad) =>
    typeof bad === 'string' ? [] : (bad.topics?.split('\n') ?? []),
  );
  const heading = { heading: 'Other news', topics: ['news'], articles: [number(articles[0], 900)] };
  return {
    '2024-20': writeIssue(20, [
      { country: 'QQ', topics, articles: articles.map(number) },
      heading,
      heading,
    ]),
    '2024-21': writeIssue(21, [
      {
        country: 'QQ',
        topics: ['news'],
        articles: [number({ title: 'Again', body: LONG_BODY }, 0)],
      },
    ]),
  };
}

type Keys = Readonly<Record<string, unknown>>;

function toArticle(example: Example): Keys {
  if (typeof example === 'string') return { body: example };
  const { topics: _, alt, caption, credit, ...article } = example;
  const texts = Object.entries({ alt, caption, credit }).filter(([, text]) => text !== undefined);
  const photo = texts.length > 0 && { photo: { file: PHOTO, ...Object.fromEntries(texts) } };
  return { ...article, ...photo };
}

/** Adds the keys that an article must have. */
function number(article: Keys = {}, index: number): Keys {
  const source = `https://gazeta.news/${index}`;
  return { title: `Event ${index}`, source, body: `Body ${index}.`, ...article };
}

function writeIssue(issueNumber: number, sections: readonly Keys[]): string {
  const period = { from: '2024-11-16', to: '2024-11-30' };
  return stringify({ number: issueNumber, period, sections }, { aliasDuplicateObjects: false });
}

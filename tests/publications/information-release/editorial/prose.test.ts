import { describe, expect, test } from '@jest/globals';
import { issueOf, marked, review } from '../../../helpers/review-issue.ts';
import { marksOf } from '../../../helpers/review-text.ts';

/** Codes and marked texts of the problems in one article. */
function found(article: Readonly<Record<string, string>>): string[] {
  const yaml = issueOf(article);
  return marked(yaml, review(yaml));
}

function inBody(body: string): string[] {
  return found({ body });
}

test('a plain article has no problems', () => {
  expect(
    inBody('Pupils met the police. They asked about the law.\n\n- We listen, he said.'),
  ).toEqual([]);
});

describe('a word twice in a row', () => {
  test.each([
    ['The the rally began.', 'The the'],
    ['He went to to Almaty.', 'to to'],
    ['He said: “The the rally of all schools began.”', 'The the'],
    ['“Рассказали о о вреде.”', 'о о'],
    ['Words of the\nthe next line.', 'the'],
    ['It isn’t isn’t so.', 'isn’t isn’t'],
  ])('%j', (body, place) => {
    expect(inBody(body)).toEqual([`word-twice: ${place}`]);
  });

  test.each([
    'What they had had was a lesson that that day showed.',
    'He said no. No one answered.',
    'Well-well known, so-so sober.',
    'A rally and, and only then, a walk.',
    'Ten 10 10 points.',
    'It is sold as “meow meow”, and “Bye Bye Baby” was sung.',
    'The end.\n\nEnd of it.',
    'See https://example.org/the the page.',
  ])('not in %j', (body) => {
    expect(inBody(body)).toEqual([]);
  });

  test('an initial after a word of one letter is no repetition', () => {
    expect(marksOf('Пришли А. А. Петров и И. И. Иванов; о О. О. Орловой писали.')).toEqual([]);
    expect(marksOf('Рассказали и и о вреде, и о законах.')).toEqual(['word-twice: и и']);
  });

  test('is found in all texts, at its place', () => {
    const texts = { title: 'A rally rally', lead: 'Of of it', photo: 'x' };
    expect(found(texts)).toEqual(['word-twice: rally rally', 'word-twice: Of of']);
  });
});

describe('Latin and Cyrillic letters in one word', () => {
  test('are reported with the letters of the rarer alphabet', () => {
    const yaml = issueOf({ body: 'The сoncert in Алмaты.' });
    expect(review(yaml).map(({ message }) => message)).toEqual([
      '“сoncert” mixes Latin and Cyrillic letters: “с” is Cyrillic',
      '“Алмaты” mixes Latin and Cyrillic letters: “a” is Latin',
    ]);
  });

  test('are allowed in different words', () => {
    expect(inBody('The “МВД”-led team: “Здоровье” means health.')).toEqual([]);
  });
});

describe('a title', () => {
  test('must not end with a full stop', () => {
    expect(found({ title: 'Rally held in Almaty.' })).toEqual(['title-stop: .']);
  });

  test.each(['To be continued...', 'Police of the U.S.', 'Why not?', 'Rally'])('%s', (title) => {
    expect(found({ title })).toEqual([]);
  });
});

describe('capitals', () => {
  test('in a whole paragraph of a body are reported', () => {
    const loud = 'POLICE OFFICERS MET PUPILS TODAY.';
    expect(inBody(`A paragraph.\n\n${loud}`)).toEqual([`body-capitals: ${loud}`]);
    expect(found({ lead: 'POLICE AND SCHOOL MET IN ASTANA TODAY' })).toHaveLength(1);
  });

  test('in a name or a title are allowed', () => {
    expect(inBody('UNODC and OSCE met the MVD of RF.\n\nUNODC, OSCE, CARICC.')).toEqual([]);
    expect(found({ title: 'POLICE OFFICERS MET PUPILS TODAY' })).toEqual([]);
  });
});

describe('repetitions', () => {
  const SENTENCE = 'The police officers met the pupils of two schools.';
  const OTHER = 'They asked many questions about the new law of the country.';

  test('a repeated sentence is reported with the line of the first', () => {
    const yaml = issueOf({ body: SENTENCE }, { body: `Before it. ${SENTENCE} After it.` });
    const problems = review(yaml);
    expect(marked(yaml, problems)).toEqual([`sentence-twice: ${SENTENCE}`]);
    expect(problems[0]?.message).toBe('this sentence is already on line 12');
  });

  test('consecutive repeated sentences are reported together', () => {
    const yaml = issueOf(
      { body: `${SENTENCE} ${OTHER}` },
      { body: `${SENTENCE} ${OTHER} And one more.` },
    );
    const problems = review(yaml);
    expect(marked(yaml, problems)).toEqual([`sentence-twice: ${SENTENCE} ${OTHER}`]);
    expect(problems[0]?.message).toBe('these 2 sentences are already on line 12');
  });

  test('a repeated paragraph is reported once, not for each sentence', () => {
    const body = `${SENTENCE} ${OTHER}`;
    const yaml = issueOf({ body }, { body: `Before.\n\n- ${body}` });
    expect(marked(yaml, review(yaml))).toEqual([`paragraph-twice: - ${body}`]);
  });

  test('subheadings and tables may be repeated, but not the text beside them', () => {
    const table =
      '| Region of the country | Cases of last year | Cases of this year |\n|---|--:|--:|';
    const others = `### Figures of the regions and cities of the south\n\n${table}\n| Osh | 1 | 2 |\n\n`;
    const yaml = issueOf({ body: others + SENTENCE }, { body: others + SENTENCE });
    expect(marked(yaml, review(yaml))).toEqual([`sentence-twice: ${SENTENCE}`]);
  });

  test('punctuation and letter case are ignored', () => {
    const yaml = issueOf({ body: SENTENCE }, { body: SENTENCE.toUpperCase().replace('.', '!') });
    expect(review(yaml).map(({ code }) => code)).toContain('sentence-twice');
  });

  test('short sentences are ignored', () => {
    const body = 'The event was held by pupils.';
    expect(review(issueOf({ body }, { body }))).toEqual([]);
  });
});

test('a photo in two articles is reported at the second, also with another form of its path', () => {
  const yaml = issueOf({ photo: 'photos/a.jpg' }, { photo: './photos/a.jpg' }, { photo: 'b.jpg' });
  const [problem, ...more] = review(yaml);
  expect(problem).toMatchObject({
    code: 'photo-twice',
    severity: 'warning',
    message: 'the photo `./photos/a.jpg` is already used on line 13',
  });
  expect(more).toEqual([]);
});

test('photo paths are compared in NFC', () => {
  const [one, two] = [`${'й'.normalize('NFC')}.jpg`, `${'й'.normalize('NFD')}.jpg`];
  const found = review(issueOf({ photo: one }, { photo: two })).map(({ code }) => code);
  expect(found).toEqual(['photo-twice']);
});

import { describe, expect, test } from '@jest/globals';
import { issueOf, marked, review } from '../../../helpers/review-issue.ts';

/** Code and marked text of what is found in one article. */
function found(article: Readonly<Record<string, string>>): string[] {
  const yaml = issueOf(article);
  return marked(yaml, review(yaml));
}

function inBody(body: string): string[] {
  return found({ body });
}

test('a plain article gives no cause for a word', () => {
  expect(
    inBody('Pupils met the police. They asked about the law.\n\n- We listen, he said.'),
  ).toEqual([]);
});

describe('a word twice in a row', () => {
  test.each([
    ['The the rally began.', 'The the'],
    ['He went to to Almaty.', 'to to'],
    ['Рассказали о о вреде.', 'о о'],
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
    'The end.\n\nEnd of it.',
    'See https://example.org/the the page',
  ])('%j is none', (body) => {
    expect(inBody(body)).toEqual([]);
  });

  test('is found in every text that is read, and at its place', () => {
    const texts = { title: 'A rally rally', lead: 'Of of it', photo: 'x' };
    expect(found(texts)).toEqual(['word-twice: rally rally', 'word-twice: Of of']);
  });
});

describe('quotes that are never closed', () => {
  test.each([
    ['They watched “Zakladka» directed by R.', '“'],
    ['He said «stop and left.', '«'],
    ['He said "stop and left.', '"'],
    ['„Wort and so on.', '„'],
    ['First “closed” and “open.', '“'],
  ])('%j', (body, mark) => {
    expect(inBody(body)).toEqual([`quote-open: ${mark}`]);
  });

  test.each([
    'A “quote” and a «quote “inside” it», a "third".',
    'The pupils’ work, and it’s theirs.',
    'A pipe of 5" and a "quote".',
    '„Wort“ and „word”.',
    'A "quote of 5" and so on.',
    '("bracketed") and *"slanted"*',
    'One closes” only.',
  ])('%j is none', (body) => {
    expect(inBody(body)).toEqual([]);
  });

  test('a quote of several paragraphs opens again at each and closes in the last', () => {
    expect(inBody('“The first.\n\n“The second.”')).toEqual([]);
    expect(inBody('“The first.\n\nThe second.”')).toEqual(['quote-open: “']);
  });
});

describe('Latin and Cyrillic letters in one word', () => {
  test('are told with the odd ones out', () => {
    const yaml = issueOf({ body: 'The сoncert in Алмaты.' });
    expect(review(yaml).map(({ message }) => message)).toEqual([
      '“сoncert” mixes Latin and Cyrillic letters: “с” is Cyrillic',
      '“Алмaты” mixes Latin and Cyrillic letters: “a” is Latin',
    ]);
  });

  test('side by side in two words are fine', () => {
    expect(inBody('The МВД-led team: «Здоровье» means health, ТЕЛ 2x.')).toEqual([]);
  });
});

describe('a title', () => {
  test('ends without a full stop', () => {
    expect(found({ title: 'Rally held in Almaty.' })).toEqual(['title-stop: .']);
  });

  test.each(['To be continued...', 'Police of the U.S.', 'Why not?', 'Rally'])('%s', (title) => {
    expect(found({ title })).toEqual([]);
  });
});

describe('capitals', () => {
  test('in a whole paragraph of a body are told', () => {
    const loud = 'POLICE OFFICERS MET PUPILS TODAY.';
    expect(inBody(`A paragraph.\n\n${loud}`)).toEqual([`body-capitals: ${loud}`]);
    expect(found({ lead: 'ПОЛИЦИЯ И ШКОЛА ВСТРЕТИЛИСЬ В АСТАНЕ СЕГОДНЯ' })).toHaveLength(1);
  });

  test('in a name or a title are not', () => {
    expect(inBody('UNODC and OSCE met the MVD of RF.\n\nUNODC, OSCE, CARICC.')).toEqual([]);
    expect(found({ title: 'POLICE OFFICERS MET PUPILS TODAY' })).toEqual([]);
  });
});

describe('what stands twice', () => {
  const SENTENCE = 'The police officers met the pupils of two schools.';
  const OTHER = 'They asked many questions about the new law of the country.';

  test('a sentence is told at its second place, with the line of the first', () => {
    const yaml = issueOf({ body: SENTENCE }, { body: `Before it. ${SENTENCE} After it.` });
    const problems = review(yaml);
    expect(marked(yaml, problems)).toEqual([`sentence-twice: ${SENTENCE}`]);
    expect(problems[0]?.message).toBe('this sentence stands at line 12 already');
  });

  test('sentences in a row are told together', () => {
    const yaml = issueOf(
      { body: `${SENTENCE} ${OTHER}` },
      { body: `${SENTENCE} ${OTHER} And one more.` },
    );
    const problems = review(yaml);
    expect(marked(yaml, problems)).toEqual([`sentence-twice: ${SENTENCE} ${OTHER}`]);
    expect(problems[0]?.message).toBe('these 2 sentences stand at line 12 already');
  });

  test('a paragraph is told once, not by its sentences', () => {
    const body = `${SENTENCE} ${OTHER}`;
    const yaml = issueOf({ body }, { body: `Before.\n\n- ${body}` });
    expect(marked(yaml, review(yaml))).toEqual([`paragraph-twice: - ${body}`]);
  });

  test('other signs and capitals make no other sentence', () => {
    const yaml = issueOf({ body: SENTENCE }, { body: SENTENCE.toUpperCase().replace('.', '!') });
    expect(review(yaml).map(({ code }) => code)).toContain('sentence-twice');
  });

  test('short sentences may stand twice', () => {
    const body = 'The event was held by pupils.';
    expect(review(issueOf({ body }, { body }))).toEqual([]);
  });
});

test('a photo with two articles is told at the second, however its path is written', () => {
  const yaml = issueOf({ photo: 'photos/a.jpg' }, { photo: './photos/a.jpg' }, { photo: 'b.jpg' });
  const [problem, ...more] = review(yaml);
  expect(problem).toMatchObject({
    code: 'photo-twice',
    severity: 'warning',
    message: 'the photo `./photos/a.jpg` stands at line 13 already',
  });
  expect(more).toEqual([]);
});

test('a photo with two articles is one file under names of the same letters', () => {
  const [one, two] = [`${'й'.normalize('NFC')}.jpg`, `${'й'.normalize('NFD')}.jpg`];
  const found = review(issueOf({ photo: one }, { photo: two })).map(({ code }) => code);
  expect(found).toEqual(['photo-twice']);
});

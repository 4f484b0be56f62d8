import { describe, expect, test } from '@jest/globals';
import { listMarked, proofread } from '../../../helpers/proofread.ts';

test.each([
  'The 9 May is a holiday, and political will is needed.',
  'May has 31 days, and the will has been read.',
])('no verb is wrong in: %s', async (text) => {
  expect(await listMarked(text)).toEqual([]);
});

describe('words that are a mistake where they stand', () => {
  test.each([
    ['en', 'The meeting was lead by a doctor.', 'was lead by', 'was led by'],
    ['en', 'Parents were asked for there own view.', 'there own', 'their own'],
    ['en', 'It is one of it’s tasks.', 'of it’s', 'of its'],
    ['en', 'More then 200 people came.', 'More then', 'More than'],
    ['en', 'The Pubic Council met.', 'Pubic', 'Public'],
    ['en', 'MEETING OF THE PUBIC COUNCIL', 'PUBIC', 'PUBLIC'],
    ['en', 'They asked alot of questions.', 'alot', 'a lot'],
    ['en', 'Advices are given free of charge.', 'Advices', 'Advice'],
    ['en', 'Goverment bodies took part.', 'Goverment', 'Government'],
    ['en', 'Whoever looses heart should ring.', 'looses', 'loses'],
    ['en', 'They discussed about the law.', 'discussed about', 'discussed'],
    ['en', 'A life with out drugs.', 'with out', 'without'],
    ['ru', 'Работа велась в течении года.', 'в течении года', 'в течение года'],
    ['ru', 'Не смотря на погоду, все пришли.', 'Не смотря на', 'Несмотря на'],
    ['ru', 'По окончанию встречи выдали грамоты.', 'По окончанию', 'По окончании'],
    ['ru', 'Из за дождя акцию перенесли.', 'Из за', 'Из-за'],
  ])('%s: %s', async (language, text, marked, meant) => {
    expect(await listMarked(text, { language })).toEqual([['word-wrong', marked, meant]]);
  });

  test.each([
    ['en', 'He takes the lead by example. It’s a start. First one, then the other.'],
    ['en', 'With out-of-date data it has no effect. There, own goals count.'],
    ['en', 'It is more, then less. A loose end; publicity.'],
    ['ru', 'В течение года, в течении реки, несмотря на дождь, из-за дождя.'],
  ])('none in %s: %s', async (language, text) => {
    expect(await listMarked(text, { language })).toEqual([]);
  });
});

describe('articles', () => {
  test.each([
    ['She is a operative.', 'a', 'an'],
    ['An university opened.', 'An', 'A'],
    ['It took a hour.', 'a', 'an'],
    ['A 18-year-old man was detained.', 'A', 'An'],
    ['They met an European expert.', 'an', 'a'],
    ['It was an one-day course.', 'an', 'a'],
    ['He received a award.', 'a', 'an'],
    ['Made by an Ukrainian firm.', 'an', 'a'],
    ['Told by a “Amanat” member.', 'a', 'an'],
    ['An unique project.', 'An', 'A'],
    ['- A officer spoke.', 'A', 'An'],
    ['He is an police officer.', 'an', 'a'],
    ['A honest answer.', 'A', 'An'],
    ['It has an CARICC logo.', 'an', 'a'],
    ['It was a *important* day.', 'a', 'an'],
  ])('%s', async (text, marked, meant) => {
    expect(await listMarked(text)).toEqual([['article-form', marked, meant]]);
    expect((await proofread(text))[0]?.edits?.[0]?.isSure).toBe(true);
  });

  test.each([
    'An hour, an honour, an heir; a unit, a union, a user, a utility, a uniform.',
    'A European, a one-off, a once famous, a ewe; an urgent, an unusual, an uncle.',
    'An 8-year-old, an 11 kg load, an 18-year-old, an 80 % share; a 10-day, a 100 kg, a 1,800 m run.',
    'An NGO, a NATO, an MVD, a UN body, a UNODC officer, an IT firm, an X-ray, an HIV test, a HIV test.',
    'A historic day, an historic day, a hotel, an hotel, an Uzbek, a Uighur.',
    'Group A is full. Hepatitis A and B. Vitamin A in milk. Point a is clear, and a or b.',
    'A unanimous vote, a unilateral step, an unidentified man, an uninformed one, an unintended one.',
    'A useful, usual and universal rule; a Utah firm; a eulogy; a euro; an umbrella; an umpire.',
    'Class 9A elected a leader. Line A ends here.',
  ])('none in %s', async (text) => {
    expect(await listMarked(text)).toEqual([]);
  });
});

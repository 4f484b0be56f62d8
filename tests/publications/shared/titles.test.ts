import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  createCapitalizer,
  createTitleComposer,
  withoutBackticks,
} from '../../../src/publications/shared/titles.ts';
import { readYaml } from '../../../src/source/read-yaml.ts';
import { createTypesetter } from '../../../src/text/typography.ts';
import { root } from '../../helpers/project-root.ts';

function keepCaseOf(publication: string, language: string): string[] {
  const name = `words.${language}.yaml`;
  const text = readFileSync(join(root, 'templates', publication, name), 'utf8');
  return (readYaml(text, name).document.value as { keepCase: string[] }).keepCase;
}

const capitals = {
  en: createCapitalizer('en', keepCaseOf('information-release', 'en')),
  ru: createCapitalizer('ru', keepCaseOf('information-release', 'ru')),
};

test.each([
  ['units', 'Police seize 12 kg, 300mg and 5 ml', 'POLICE SEIZE 12 kg, 300mg AND 5 ml'],
  ['units with a slash', 'Over 3 mg/l at 90 km/h', 'OVER 3 mg/l AT 90 km/h'],
  ['a unit of one letter behind a number', 'About 5 g and 2\u00a0t', 'ABOUT 5 g AND 2\u00a0t'],
  ['the same letter elsewhere', 'Plan g, a t-shirt', 'PLAN G, A T-SHIRT'],
  ['a unit inside a word', 'Kgalagadi, Amgen, mgr', 'KGALAGADI, AMGEN, MGR'],
  ['a unit typed in capitals', 'SEIZED 5 KG', 'SEIZED 5 KG'],
  ['a symbol', 'pH-meters for a pH of 7', 'pH-METERS FOR A pH OF 7'],
  ['substances', 'α-PVP, α-PiHP and 25I-NBOMe', 'α-PVP, α-PiHP AND 25I-NBOMe'],
  ['a prefix with a word', 'a β-ketone, not A-β', 'A β-KETONE, NOT A-Β'],
  ['mixed case', 'A PhD’s iPhone-based eBay', 'A PhD’s iPhone-BASED eBay'],
  ['a name with an apostrophe', 'O’Brien, d’Artagnan', 'O’BRIEN, D’ARTAGNAN'],
  ['backticks', 'The app `kolibri mail` and `x`', 'THE APP kolibri mail AND x'],
  ['backticks beside a hyphen or a number', 'the `de`-file 5`mol`', 'THE de-FILE 5mol'],
  ['apostrophes typed as backticks', 'O`zbekiston va G`alaba', 'O`ZBEKISTON VA G`ALABA'],
  ['a backtick without another', 'The `end', 'THE `END'],
  ['backticks around nothing', 'a `` b ` ` c', 'A `` B ` ` C'],
])('in English: %s', (_, title, printed) => {
  expect(capitals.en(title)).toBe(printed);
});

test.each([
  ['units', 'Изъято 5 кг, 300 мг, 20 мл', 'ИЗЪЯТО 5 кг, 300 мг, 20 мл'],
  ['a unit of one letter behind a number', 'Около 7 г, 2 т', 'ОКОЛО 7 г, 2 т'],
  ['the same letter elsewhere', 'В г. Алматы, т. е.', 'В Г. АЛМАТЫ, Т. Е.'],
  ['a preposition behind a number', '15 с лишним', '15 С ЛИШНИМ'],
  ['a unit inside a word', 'магия, кгб, смена', 'МАГИЯ, КГБ, СМЕНА'],
  ['substances of both alphabets', 'α-PVP и α-ПВП', 'α-PVP И α-ПВП'],
  ['mixed case', 'ОсОО «Кант», СанПиН', 'ОсОО «КАНТ», СанПиН'],
])('in Russian: %s', (_, title, printed) => {
  expect(capitals.ru(title)).toBe(printed);
});

test('newsletters keep the same letters as the Information Release', () => {
  expect(keepCaseOf('newsletter', 'en')).toEqual(keepCaseOf('information-release', 'en'));
});

test('without entries only mixed case and backticks are kept', () => {
  expect(createCapitalizer('en', [])('5 kg `of` iPhones')).toBe('5 KG of iPhones');
});

test('an entry is a text, not a pattern', () => {
  expect(createCapitalizer('en', ['a.c', 'x+'])('abc a.c x+ xx')).toBe('ABC a.c x+ XX');
});

test('a composed title is typeset as if it had no backticks', () => {
  const typeset = createTypesetter('en', { quotes: true, dashes: true, spaces: true });
  const compose = createTitleComposer('en', ['kg'], typeset);
  expect(compose(' "`hi`"  and\n 5 `kg` -- "no"')).toEqual({
    title: '“hi” and 5\u00a0kg – “no”',
    printedTitle: '“hi” AND 5\u00a0kg – “NO”',
  });
});

test('pairs of backticks are removed from a text that is read aloud', () => {
  expect(withoutBackticks('The `kg` of O`zbek')).toBe('The kg of O`zbek');
});

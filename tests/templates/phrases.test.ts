import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createPhraseRenderer } from '../../src/templates/phrases.ts';
import { root } from '../helpers/project-root.ts';

const { render, renderText } = createPhraseRenderer('en');

test('fills in values between braces', () => {
  expect(renderText('Release #{{number}}, {{year}}', { number: 19, year: 2024 })).toBe(
    'Release #19, 2024',
  );
});

test('renders emphasis, strong text and links', () => {
  expect(render('*{{name}}* **b** [c](https://example.org/)', { name: 'a' })).toEqual([
    { text: 'a', italic: true },
    { text: ' ' },
    { text: 'b', bold: true },
    { text: ' ' },
    { text: 'c', link: 'https://example.org/' },
  ]);
});

describe('the plural', () => {
  const template = '{{plural count one="activity was" other="activities were"}}';
  test.each([
    [0, 'activities were'],
    [1, 'activity was'],
    [2, 'activities were'],
    [21, 'activities were'],
  ])('of %d', (count, words) => {
    expect(renderText(template, { count })).toBe(words);
  });

  test('falls back to the form `other`', () => {
    expect(renderText('{{plural count other="events"}}', { count: 1 })).toBe('events');
  });
});

describe('the Russian plural', () => {
  const russian = createPhraseRenderer('ru');
  const template =
    '{{count}} {{plural count one="мероприятие" few="мероприятия" many="мероприятий" other="мероприятия"}}';
  test.each([
    [1, '1 мероприятие'],
    [2, '2 мероприятия'],
    [5, '5 мероприятий'],
    [11, '11 мероприятий'],
    [21, '21 мероприятие'],
    [22, '22 мероприятия'],
    [111, '111 мероприятий'],
  ])('of %d', (count, words) => {
    expect(russian.renderText(template, { count })).toBe(words);
  });
});

describe('a selection', () => {
  const template = '{{select (date day "d") 2="со" other="с"}}';
  test.each([
    ['2024-11-02', 'со'],
    ['2024-11-12', 'с'],
    ['2024-11-22', 'с'],
  ])('by the day of %s', (day, words) => {
    expect(renderText(template, { day })).toBe(words);
  });

  test('takes no form that only objects have', () => {
    expect(renderText('{{select name other="a"}}', { name: 'toString' })).toBe('a');
  });
});

describe('a date', () => {
  test.each([
    ['d MMMM yyyy', '3 March 2024'],
    ['dd.MM.yyyy', '03.03.2024'],
    ['d', '3'],
  ])('as %s', (pattern, printed) => {
    expect(renderText(`{{date day "${pattern}"}}`, { day: '2024-03-03' })).toBe(printed);
  });
});

describe('a value', () => {
  test.each([
    '*not* **italics**',
    '[no](https://example.org/)',
    '{{number}}',
    '<b>&amp;</b>',
    'a\\b \'c\' "d"',
    '# 1. - >',
    '`code`',
  ])('is not parsed as markup: %s', (text) => {
    expect(render('On {{text}}.', { text, number: 19 })).toEqual([{ text: `On ${text}.` }]);
  });

  test('is not parsed as markup inside a list either', () => {
    const values = { list: [{ name: '*a*', words: ['_b_'] }] };
    expect(
      render('{{#each list}}{{name}}{{#each words}} {{this}}{{/each}}{{/each}}', values),
    ).toEqual([{ text: '*a* _b_' }]);
  });

  test('that is missing throws', () => {
    expect(() => renderText('{{nothing}}', {})).toThrow(/nothing/);
  });

  test('cannot be an inherited property', () => {
    expect(() => renderText('{{constructor.name}}', {})).toThrow();
  });
});

test('throws for an unknown language', () => {
  expect(() => createPhraseRenderer('xx')).toThrow(/xx/);
});

test('dates do not depend on the time zone of the machine', () => {
  // The zones at both ends of the day, and two where the change to summer time skips midnight on one of the days.
  const script = `
    import { build } from 'esbuild';
    const { outputFiles } = await build({
      entryPoints: ['src/templates/phrases.ts'], bundle: true, write: false,
      platform: 'node', format: 'esm', logLevel: 'silent',
    });
    const url = 'data:text/javascript;base64,' + Buffer.from(outputFiles[0].text).toString('base64');
    const { createPhraseRenderer } = await import(url);
    const { renderText } = createPhraseRenderer('en');
    const zones = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Almaty', 'Africa/Cairo', 'America/Santiago'];
    for (const zone of zones) {
      process.env.TZ = zone;
      const days = ['2024-04-26', '2024-09-08', '2024-12-31'];
      console.log(new Date(0).getHours() + ' ' + days.map((day) => renderText('{{date day "d MMMM yyyy"}}', { day })).join(', '));
    }`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: join(root),
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Pacific/Kiritimati' },
  });
  const lines = printed.trim().split('\n');
  expect(new Set(lines.map((line) => line.split(' ')[0])).size).toBeGreaterThan(4);
  expect(new Set(lines.map((line) => line.replace(/^\S+ /, '')))).toEqual(
    new Set(['26 April 2024, 8 September 2024, 31 December 2024']),
  );
});

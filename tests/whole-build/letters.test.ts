import { describe, expect, test } from '@jest/globals';
import { buildInMemory, createTextPipeline, renderIssue } from '../helpers/render-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

/** The alphabets of the region, with their distinctive letters. */
const ALPHABETS = {
  Azerbaijani: 'Çç Əə Ğğ Iı İi Öö Şş Üü',
  Kazakh: 'Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі Áá Ǵǵ Ññ Óó Úú Ýý',
  Kyrgyz: 'Ңң Өө Үү',
  Russian: 'Ёё Йй Щщ Ъъ Ыы Ээ Юю Яя',
  Tajik: 'Ғғ Ӣӣ Ққ Ӯӯ Ҳҳ Ҷҷ',
  Turkmen: 'Ää Çç Žž Ňň Öö Şş Üü Ýý',
  'Uzbek in Latin letters': 'Oʻoʻ Gʻgʻ Shsh Chch ʼ',
  'Uzbek in Cyrillic letters': 'Ўў Ққ Ғғ Ҳҳ',
  English: 'Aa Zz “” ‘’ – — № € §',
};

describe('letters of the region', () => {
  test.each(Object.entries(ALPHABETS))('%s is printed', async (_, letters) => {
    const { pdf } = await renderIssue(sampleIssue({ KZ: [{ body: letters, title: letters }] }));
    expect(pdf.pages[2]?.text).toContain(letters);
    expect(pdf.pages[2]?.text).toContain(letters.toUpperCase());
  });

  test('composed and decomposed letters give the same PDF', async () => {
    const issue = (body: string) =>
      sampleIssue({ KZ: [{ title: 'A title', source: 'https://example.org/', body }] });
    const composed = await renderIssue(issue('Алматы қаласы, ў й ё ä ň'));
    const decomposed = await renderIssue(issue('Алматы қаласы, ў й ё ä ň'.normalize('NFD')));
    expect(decomposed.bytes?.equals(composed.bytes ?? Buffer.alloc(0))).toBe(true);
  });
});

test('a paragraph after decomposed letters has the correct offset in the source text', async () => {
  const first = 'Йошкар-Ола, қала ў ё ä ň'.normalize('NFD');
  const body = `${first}\n\n*${first}* and more.\n\nThe last paragraph.`;
  const { issue } = await createTextPipeline().render(sampleIssue({ KZ: [{ body }] }));
  const starts = issue?.rendered.lines.filter(
    ({ index, origin }) => index === 0 && origin?.path.at(-1) === 'body',
  );
  const written = starts?.map(({ origin }) => body.slice(origin?.at).slice(0, 9));
  expect(written).toEqual([first.slice(0, 9), `*${first.slice(0, 8)}`, 'The last ']);
});

test.each([
  ['an emoji', '🎉', 'U+1F389'],
  ['Chinese', '漢', 'U+6F22'],
  ['a right-to-left override', '\u202e', 'U+202E'],
  ['a joined emoji', '👩‍⚕️', 'U+1F469'],
])('%s is an error with its line and code point', async (_, character, code) => {
  const yaml = sampleIssue({ KZ: [{ body: `First.\n\nSome ${character} here.` }] });
  const { problems, report } = await buildInMemory(yaml);
  const missing = problems.find(({ message }) => message.includes(code));
  expect(report).toBeUndefined();
  expect(missing).toMatchObject({ code: 'glyph-missing', severity: 'error' });
  const line = yaml.split('\n').findIndex((text) => text.includes(character)) + 1;
  expect(missing?.range?.start).toEqual({ line, column: 16 });
});

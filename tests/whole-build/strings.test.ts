// Every string in the PDF has the type that its key requires, in any alphabet. Source: ISO 32000-1, 7.9
// and the tables of each dictionary.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { SaxesParser } from 'saxes';
import {
  decodeTextString,
  type PdfValue,
  readMetadata,
  readValues,
} from '../helpers/read-objects.ts';
import { makePhoto, renderIssue } from '../helpers/render-issue.ts';

const TITLE = 'Дәріс “Ұлттық” қала & <мектеп> (№ 5) \\ Əli';
const ALT = 'Студенты в зале (1) \\ ə';
const LINKS = [
  'https://мвд.рф/новости/пресс_релиз_(1)?тема=дәріс#үй',
  'https://polisia.kz/kk/Ұлттық-қауіпсіздік',
  'https://bücher.example/ə',
  'http://example.org/%D0%BD%D0%BE%D0%B2/a(b)c\\d',
  'mailto:почта@мвд.рф',
];

const yaml = `number: 19
period: { from: 2024-11-16, to: 2024-11-30 }
sections:
  - country: CI
    topics: ['дәріс туралы']
    articles:
${LINKS.map(
  (link, index) => `      - title: ${JSON.stringify(`${TITLE} ${index}`)}
        source: ${JSON.stringify(link.startsWith('http') ? link : 'https://мвд.рф/')}
        photo: { file: фото.jpg, alt: ${JSON.stringify(ALT)}, caption: Қала }
        body: |
          ${'Сыбайлас жемқорлық representatives of organisations. '.repeat(20)}[Мұнда](<${link}>)
`,
).join('')}`;

/** Keys of human-readable text strings. */
const TEXT = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'Alt', 'ActualText'];
const TEXT_KEYS = new Set([...TEXT, 'Contents', 'T', 'OutputCondition', 'Info', 'RegistryName']);
/** Keys of machine-readable strings, with their ASCII patterns. */
const CODES: Readonly<Record<string, RegExp>> = {
  CreationDate: /^D:\d{14}Z$/,
  ModDate: /^D:\d{14}Z$/,
  Lang: /^[a-z]{2}$/,
  D: /^[\w-]+$/,
  P: /^0$/,
  Names: /^[\w-]+$/,
  Limits: /^[\w-]+$/,
  Registry: /^Adobe$/,
  Ordering: /^(?:Identity|UCS)$/,
  OutputConditionIdentifier: /^[\x20-\x7e]+$/,
  URI: /^[\x21-\x7e]+$/,
};

describe('the strings of a PDF', () => {
  let bytes: Uint8Array;
  let values: PdfValue[];

  beforeAll(async () => {
    const issue = await renderIssue(yaml, { 'фото.jpg': await makePhoto() });
    bytes = issue.bytes ?? Buffer.alloc(0);
    values = readValues(bytes);
  });
  const written = (key: string) =>
    values.filter((value) => value.key === key && value.kind === 'string');

  test('have only known keys', () => {
    const keys = new Set(values.filter(({ kind }) => kind === 'string').map(({ key }) => key));
    const known = [...TEXT_KEYS, ...Object.keys(CODES), 'ID'];
    expect([...keys].filter((key) => !known.includes(key))).toEqual([]);
  });

  test.each(Object.entries(CODES))('are ASCII under %s', (key, form) => {
    for (const { written: text } of written(key)) expect(text).toMatch(form);
  });

  test('contain link addresses in normalized form', () => {
    const uris = new Set(written('URI').map((value) => value.written));
    for (const link of LINKS) expect([...uris]).toContain(new URL(link).href);
    expect(uris).toContain('https://xn--b1aew.xn--p1ai/');
  });

  test('contain human-readable text as written, without split characters', () => {
    const texts = values.filter(({ key, kind }) => kind === 'string' && TEXT_KEYS.has(key));
    for (const { written: text } of texts) {
      const isUtf16 = text.startsWith('\xfe\xff') && text.length % 2 === 0;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a text string must not contain any
      expect(isUtf16 || /^[^\x00-\x1f\x7f-\xff]*$/.test(text)).toBe(true);
      expect(decodeTextString(text)).not.toMatch(/\p{Cs}|\p{Cc}|\ufffd/u);
    }
    const said = new Set(
      texts.map((value) => decodeTextString(value.written).replaceAll('\u00a0', ' ')),
    );
    expect(said).toContain(ALT);
    expect(said).toContain(`${TITLE} 0`.toUpperCase());
    for (const link of LINKS) expect(said).toContain(link);
  });

  test('identify the file with two strings of 16 bytes', () => {
    expect(written('ID').map((value) => value.written.length)).toEqual([16, 16]);
  });

  test('and names need no escapes', () => {
    const names = values.filter(({ kind }) => kind === 'name').map((value) => value.written);
    expect(names.filter((name) => !/^[\w+.-]+$/.test(name))).toEqual([]);
  });

  test('are the same in the XMP metadata, which is UTF-8', () => {
    const xml = readMetadata(bytes);
    const elements: string[] = [];
    const texts = new Map<string, string>();
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name }) => elements.push(name));
    parser.on('text', (text) => {
      if (text.trim() !== '') texts.set(elements.at(-1) ?? '', text.trim());
    });
    parser.write(xml).close();
    const textOf = (key: string) => decodeTextString(written(key)[0]?.written ?? '');
    expect(texts.get('pdf:Keywords')).toBe(textOf('Keywords'));
    expect(textOf('Keywords')).toContain('Ivory Coast');
    expect([...texts.values()]).toEqual(expect.arrayContaining([textOf('Author')]));
  });
});

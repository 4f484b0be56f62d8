import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseHTML } from 'linkedom';
import { SaxesParser } from 'saxes';
import { composeSample, sampleSiteIssue } from '../helpers/sample-site.ts';

/** Texts that would become markup if a page did not escape them. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '</title><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '{{say}} {{{constructor}}} {{> page}}',
  '&lt;b&gt; &amp;amp; ]]> <!-- -->',
];

let files: Map<string, string>;

beforeAll(async () => {
  const articles = HOSTILE.map((text) => ({
    title: text,
    lead: text,
    body: `${text.replace(/[[\]]/g, '')}\n\n[to](https://example.org/?a="%3E<b>&c='d')`,
    sources: [
      {
        address: `https://example.org/"><script>${text.length}`,
        printedAddress: `https://example.org/${text}`,
        name: text,
        label: text,
        path: [],
      },
    ],
    photos: [0, 1].map((index) => ({
      path: [index],
      value: {
        image: text,
        size: { width: 1, height: 1 },
        alt: text,
        side: 'left',
        caption: text,
        credit: text,
      } as const,
    })),
  }));
  const plain = sampleSiteIssue({ KZ: articles });
  const { document, cover } = plain.composed;
  const issue = sampleSiteIssue(
    { KZ: articles },
    {
      document: { ...document, title: HOSTILE[1] ?? '', subject: HOSTILE[2] ?? '' },
      cover: { ...cover, number: HOSTILE[0] ?? '' },
    },
  );
  const { sections } = issue.composed;
  const [section] = sections;
  if (!section) throw new Error('The sample has no section');
  const named = { ...section, shortName: HOSTILE[0] ?? '', title: HOSTILE[2] ?? '' };
  files = await composeSample(
    [{ ...issue, composed: { ...issue.composed, sections: [named] } }],
    'https://example.org/',
  );
});

describe('text of an issue is escaped on a page', () => {
  test('and creates no elements or attributes', () => {
    for (const [page, html] of files) {
      if (!page.endsWith('.html')) continue;
      const { document } = parseHTML(html);
      const scripts = [...document.querySelectorAll('script')];
      expect([page, scripts.filter((script) => !script.getAttribute('src'))]).toEqual([page, []]);
      const events = [...document.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes].map(({ name }) => name).filter((name) => name.startsWith('on')),
      );
      expect([page, events]).toEqual([page, []]);
      expect([page, document.querySelectorAll('img[src=x], svg[onload], b.x').length]).toEqual([
        page,
        0,
      ]);
    }
  });

  test('and is shown unchanged', () => {
    const { document } = parseHTML(files.get('issues/2024-19.html') ?? '');
    const events = [...document.querySelectorAll('article.event')];
    expect(events.map((event) => event.querySelector('h3')?.textContent)).toEqual(HOSTILE);
    expect(events.map((event) => event.querySelector('.lead')?.textContent)).toEqual(HOSTILE);
    expect(events.map((event) => event.querySelector('img')?.getAttribute('alt'))).toEqual(HOSTILE);
    const country = parseHTML(files.get('countries/kz.html') ?? '').document;
    expect(country.querySelector('h1')?.textContent).toBe(HOSTILE[0]);
  });

  test('also in the feed', () => {
    const texts: string[] = [];
    const names = new Set<string>();
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name }) => void names.add(name));
    parser.on('text', (text) => void texts.push(text));
    parser.write(files.get('feed.xml') ?? '').close();
    for (const text of HOSTILE) expect(texts).toContain(text);
    expect([...names].filter((name) => /script|svg|img|^b$/.test(name))).toEqual([]);
  });

  test('also in the chart', () => {
    const { document } = parseHTML(files.get('charts.html') ?? '');
    expect(
      document.querySelector('svg text[font-weight=bold], svg g[font-weight=bold] text')
        ?.textContent,
    ).toBe(HOSTILE[0]);
    expect(document.querySelectorAll('svg script').length).toBe(0);
  });
});

test('a link of an issue that could run a script becomes plain text', async () => {
  const body = '[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x) [d](//evil.example)';
  const pages = await composeSample([sampleSiteIssue({ KZ: [{ body }] })]);
  const html = pages.get('issues/2024-19.html') ?? '';
  const { document } = parseHTML(html);
  const links = [...document.querySelectorAll('article.event p:not(.source) a')];
  expect(links.map((link) => link.getAttribute('href'))).toEqual([]);
});

// The pages of an issue in Russian, read back from its PDF: what a line may begin and end with, quotes,
// dates, numbers, names, the cover, and where pages end.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createPipeline } from '../../src/pipeline/pipeline.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import {
  linesInMargins,
  linesOnPictures,
  picturesInMargins,
  shortSectionEnds,
  singleLines,
  sourcesAlone,
  strandedTitles,
  textLines,
} from '../helpers/page-rules.ts';
import { root } from '../helpers/project-root.ts';
import type { PlacedLine, ReadPage, ReadPdf } from '../helpers/read-pdf.ts';
import { type BuiltIssue, makePhoto, renderIssue } from '../helpers/render-issue.ts';
import { renderSections, type SectionArticle } from '../helpers/render-sections.ts';
import { makeRussianText } from '../helpers/russian-text.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

/** A build of some hundred pages, ms. */
const PATIENCE = 120_000;
const NBSP = '\u00a0';

/** Words that no line may end with; г. behind a year may. */
const BOUND =
  /(?:^|[\s(«„])(?:а|без|бы|в|во|для|до|за|и|из|или|из-за|к|ко|на|над|не|ни|но|о|об|от|по|под|при|про|с|со|у|я|№|ул\.|им\.|пр\.|стр\.|ст\.|п\.|т\.)$/iu;
const TOWN = /(?<!\d)[\s\u00a0]г\.$/u;
/** What stands with the number before it. */
const COUNTED = /^(?:кг|г|т|км|%|лет|года?|тыс|млн|млрд|тенге|руб|ноября|января)(?!\p{L})/u;

const inRussian = (yaml: string) => `language: ru\n${yaml}`;

/** Lines of text whose end or beginning a Russian printer would not let pass. */
function misbrokenLines(pages: readonly ReadPage[]): string[] {
  return pages.flatMap((page) => {
    const lines = textLines(page);
    return lines.flatMap((line, index) => {
      const next = lines[index + 1]?.text ?? '';
      const text = line.text.replaceAll(NBSP, ' ');
      const isBound = (BOUND.test(text) && !/(?:^|\s)бы$/u.test(text)) || TOWN.test(text);
      const isParted =
        (/\d$/.test(text) && COUNTED.test(next)) ||
        (/(?:^|\s)\p{Lu}\.$/u.test(text) && /^\p{Lu}/u.test(next)) ||
        /^(?:бы|же|ли)(?!\p{L})/u.test(text);
      // Direct speech opens with a dash, which no plain space follows.
      const opensWithDash = /^[—–-] /.test(line.text) && !isSpeech(line);
      return isBound || isParted || opensWithDash ? [`${page.label}: ${text} / ${next}`] : [];
    });
  });
}

const isSpeech = ({ text }: PlacedLine) => /^—[ \u00a0](?:Мы|Нет)/.test(text);

const BODIES = Array.from(
  { length: 24 },
  (_, index) =>
    `${makeRussianText(9 + index, index + 1)}\n\n- Мы говорили - и не раз.\n\n${makeRussianText(30, index + 50)}`,
);

describe('an issue', () => {
  let issue: BuiltIssue;
  let inside: readonly ReadPage[];

  beforeAll(async () => {
    const articles = BODIES.map((body, index) => ({
      title: `Заголовок о "Чистом поколении" номер ${index}`,
      body,
      ...(index % 2 === 0 && { photo: 'a.jpg' }),
    }));
    const yaml = inRussian(
      sampleIssue({ UZ: articles.slice(0, 12), KG: articles.slice(12), BA: [{}] }),
    );
    issue = await renderIssue(yaml, { 'a.jpg': await makePhoto() });
    inside = issue.pdf.pages.slice(1, -1);
  }, PATIENCE);

  test('breaks no line at a bound word, before a dash, or in a number', () => {
    expect(inside.flatMap(textLines).length).toBeGreaterThan(400);
    expect(misbrokenLines(inside)).toEqual([]);
  });

  test('sets quotes, dashes and ranges', () => {
    const text = inside.map((page) => page.text.replaceAll(NBSP, ' ')).join('\n');
    const words = text.replace(/\s+/g, ' ');
    expect(words).toContain('«Чистое поколение»');
    expect(words).toContain('прекурсоры – это вещества');
    expect(words).toContain('2023–2025 годы');
    expect(words).toContain('— Мы говорили – и не раз.');
    expect(words).not.toMatch(/["']| - /);
  });

  test('divides words with two letters or more on either line, and no abbreviation', () => {
    const divided = inside.flatMap((page) => {
      const lines = textLines(page);
      return lines.flatMap((line, index) => {
        const next = lines[index + 1];
        if (!line.hyphenated || !next) return [];
        const head = /(\p{L}+)-$/u.exec(line.text)?.[1] ?? '';
        return [[head, /^\p{L}+/u.exec(next.text)?.[0] ?? ''] as const];
      });
    });
    expect(divided.length).toBeGreaterThan(50);
    for (const [head, tail] of divided) {
      expect(head.length).toBeGreaterThanOrEqual(2);
      expect(tail.length).toBeGreaterThanOrEqual(2);
      expect(tail).not.toMatch(/\p{Lu}/u);
    }
  });

  test('names countries by the table, member states first', () => {
    expect(issue.pdf.bookmarks.map(({ title }) => title.replaceAll(NBSP, ' '))).toEqual([
      expect.stringMatching(/^КЫРГЫЗСКАЯ РЕСПУБЛИКА/),
      expect.stringMatching(/^РЕСПУБЛИКА УЗБЕКИСТАН/),
      expect.stringMatching(/^БОСНИЯ И ГЕРЦЕГОВИНА/),
    ]);
    const introduction = issue.pdf.pages[1]?.text.replaceAll(NBSP, ' ').replace(/\s+/g, ' ');
    expect(introduction).toContain(
      'В период с 16 по 30 ноября 2024 года в СМИ государств – участников ЦАРИКЦ и других стран ' +
        'освещено 25 мероприятий в антинаркотической сфере (Кыргызстан – 12, Узбекистан – 12, ' +
        'Босния и Герцеговина – 1).',
    );
  });

  test('sets each line of the cover on one line, within the text block', () => {
    const [cover] = issue.pdf.pages;
    const lines = cover?.lines.map(({ text }) => text.replaceAll(NBSP, ' ')) ?? [];
    expect(lines).toEqual([
      'Ц А Р И К Ц',
      'C A R I C C',
      'ЦЕНТРАЛЬНОАЗИАТСКИЙ РЕГИОНАЛЬНЫЙ',
      'ИНФОРМАЦИОННЫЙ КООРДИНАЦИОННЫЙ ЦЕНТР',
      'ПО БОРЬБЕ С НЕЗАКОННЫМ ОБОРОТОМ',
      'НАРКОТИЧЕСКИХ СРЕДСТВ, ПСИХОТРОПНЫХ ВЕЩЕСТВ',
      'И ИХ ПРЕКУРСОРОВ',
      'ИНФОРМАЦИОННЫЙ РЕЛИЗ',
      'О ПРОШЕДШИХ СОБЫТИЯХ',
      'В АНТИНАРКОТИЧЕСКОЙ СФЕРЕ',
      '(по материалам СМИ)',
      '16–30.11.2024',
      '№ 19',
      'Алматы – 2024',
    ]);
    for (const { x, right } of cover?.lines ?? []) {
      expect(right - x).toBeLessThanOrEqual((170 * 72) / 25.4 + 0.1);
    }
  });

  test('says its language in the file, and has plain spaces in its metadata', () => {
    expect(issue.bytes?.toString('latin1')).toContain('/Lang (ru)');
    expect(issue.pdf.info).toMatchObject({ Title: 'Информационный релиз ЦАРИКЦ № 19, 2024' });
  });
});

test(
  'even word spaces in at least 95 of 100 justified lines',
  async () => {
    const articles = BODIES.map((body, index) => ({
      body,
      ...(index % 3 === 0 && { photo: 'a.jpg' }),
    }));
    const host = createMemoryHost({
      '/desk/2024-19/issue.yaml': inRussian(sampleIssue({ KZ: articles })),
      '/desk/2024-19/a.jpg': await makePhoto(),
    });
    const pipeline = createPipeline({ host, root, output: '/desk/output' });
    const { figures } = await pipeline.measureIssue('/desk/2024-19/issue.yaml');
    expect(figures?.justified).toBeGreaterThan(200);
    expect((figures?.even ?? 0) / (figures?.justified ?? 1)).toBeGreaterThanOrEqual(0.95);
    const others = figures?.blemishes.filter(({ kind }) => kind !== 'loose' && kind !== 'tight');
    expect(others).toEqual([]);
  },
  PATIENCE,
);

describe('the words file', () => {
  /** Builds a small issue with a piece of the words file replaced; `line` is that of the piece. */
  async function buildWith(piece: string, replacement: string) {
    const file = '/desk/2024-19/issue.yaml';
    const host = createMemoryHost({ [file]: inRussian(sampleIssue({ KZ: [{}] })) });
    let line = 0;
    const readFile: typeof host.readFile = async (path, most) => {
      const bytes = await host.readFile(path, most);
      if (!path.endsWith('words.ru.yaml')) return bytes;
      const text = bytes.toString();
      if (!text.includes(piece)) throw new Error(`The words have no ${piece}`);
      line = text.slice(0, text.indexOf(piece)).split('\n').length;
      return Buffer.from(text.replace(piece, replacement));
    };
    const pipeline = createPipeline({ host: { ...host, readFile }, root, output: '/desk/output' });
    return { outcome: await pipeline.buildIssue(file), line };
  }

  test('is refused at the line of a plural without all forms, and nothing is written', async () => {
    const { outcome, line } = await buildWith(' many="мероприятий"', '');
    expect(outcome.file).toBeUndefined();
    const [problem] = outcome.problems;
    expect(problem).toMatchObject({ code: 'forms-missing', severity: 'error' });
    expect(problem?.file).toMatch(/words\.ru\.yaml$/);
    // The phrase is folded over three lines more; the problem names the first.
    expect(problem?.range?.start.line).toBe(line - 3);
    expect(problem?.message).toBe('`plural total` has no `many`');
  });

  test('is refused at a line of the cover that is too wide at its least size', async () => {
    const { outcome, line } = await buildWith(
      'title: ИНФОРМАЦИОННЫЙ РЕЛИЗ\n',
      'title: ИНФОРМАЦИОННЫЙ РЕЛИЗ О СОБЫТИЯХ\n',
    );
    expect(outcome.file).toBeUndefined();
    const [problem, ...others] = outcome.problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'cover-too-wide', severity: 'error' });
    expect(problem?.range?.start.line).toBe(line);
  });
});

describe('a page ends without blemish', () => {
  const filler = (lines: number): SectionArticle => ({
    body: Array.from({ length: lines }, (_, line) => `Строка ${line}.`).join('\n\n'),
  });
  const shapes: readonly (readonly [string, SectionArticle])[] = [
    [
      'several paragraphs',
      { body: `${makeRussianText(20)}\n\n${makeRussianText(7, 2)}\n\n${makeRussianText(16, 3)}` },
    ],
    ['a list', { body: `${makeRussianText(18)}\n\n* первое;\n* второе;\n* третье.` }],
    [
      'direct speech',
      {
        body: `${makeRussianText(9)}\n\n- Мы говорили - и не раз.\n\n- Нет, - сказал он.\n\n${makeRussianText(9, 4)}`,
      },
    ],
    [
      'a photo',
      { photo: { side: 'left' }, body: `${makeRussianText(28)}\n\n${makeRussianText(24, 2)}` },
    ],
  ];
  test.each(shapes)(
    'in an article with %s',
    async (_, article) => {
      const next = { body: makeRussianText(12, 5) };
      const lengths = Array.from({ length: article.photo ? 34 : 20 }, (__, index) => 45 - index);
      const { pdf } = await renderSections(
        lengths.map((lines) => [filler(lines), article, next]),
        'ru',
      );
      expect(blemishesOf(pdf)).toEqual([]);
      expect(misbrokenLines(pdf.pages.slice(2, -1))).toEqual([]);
    },
    PATIENCE,
  );
});

function blemishesOf(pdf: ReadPdf): string[] {
  const rules = [
    sourcesAlone,
    strandedTitles,
    shortSectionEnds,
    singleLines,
    linesOnPictures,
    linesInMargins,
    picturesInMargins,
  ];
  return rules.flatMap((rule) => rule(pdf).map((found) => `${rule.name}: ${found}`));
}

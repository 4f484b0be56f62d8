import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { buildNewsletter } from '../helpers/check-newsletter.ts';
import { referenceNewsletter, root } from '../helpers/project-root.ts';
import { type ReadPdf, readPdf } from '../helpers/read-pdf.ts';
import { readAloud } from '../helpers/read-structure.ts';
import { readNewsletter, transcribe } from '../helpers/reference-newsletter.ts';
import { splitWords } from '../helpers/reference-release.ts';

// A published newsletter lies beside the project on some machines only. Its text is transcribed at run time
// and never kept in the project.
const describeReference = referenceNewsletter ? describe : describe.skip;

/** Words with quotation marks, spaces and dashes of any form as plain ones. */
const wordsOf = (text: string) => splitWords(text.replace(/–/g, '-'));

describeReference('the published newsletter', () => {
  const newsletter = readNewsletter(
    referenceNewsletter ? readFileSync(referenceNewsletter, 'utf8') : '',
  );
  let built: Awaited<ReturnType<typeof buildNewsletter>>;
  let pdf: ReadPdf;

  beforeAll(async () => {
    built = await buildNewsletter(stringify(transcribe(newsletter)));
    pdf = await readPdf(built.bytes);
  });

  test('is transcribed completely', () => {
    const { brand, heading, contents, articles, vision, website, mission } = newsletter;
    const parts = [
      ...brand,
      heading,
      ...contents.flatMap(({ label, page }) => [label, page]),
      ...articles.flatMap(({ title, paragraphs }) => [title, ...paragraphs]),
      ...['Vision', vision, website, 'Mission'],
      ...mission.flatMap((text, index) => [`0${index + 1}`, text]),
    ];
    const text = readFileSync(referenceNewsletter ?? '', 'utf8');
    expect(splitWords(parts.join(' '))).toEqual(splitWords(text));
    expect([contents.length, articles.length, mission.length]).toEqual([4, 6, 5]);
  });

  test('has only the mistakes that it was published with', () => {
    expect(built.problems.map(({ code, severity }) => [code, severity])).toEqual([
      // Kazakstan; Nursultan and Nur-Sultan; fighting- against
      ['name-preferred', 'warning'],
      ['name-spelling', 'warning'],
      ['hyphen-space', 'warning'],
      ['programme-name', 'warning'],
      ['word-twice', 'warning'],
      ['range-mixed', 'warning'],
    ]);
  });

  test('is printed word for word, with nothing added but the words of its programme', async () => {
    const { funder, implementer } = parse(
      readFileSync(join(root, 'templates', 'press-release', 'programmes', 'cadap-7.yaml'), 'utf8'),
    );
    const { brand, heading, contents, articles, vision, website, mission } = newsletter;
    const expected = [
      ...brand,
      'July to September 2022',
      funder.statement,
      heading,
      ...contents.flatMap(({ label, page }) => [label, page]),
      ...articles.flatMap(({ title, paragraphs }) => [title, ...paragraphs]),
      ...['Vision', vision, website, 'Mission'],
      ...mission.flatMap((text, index) => [`0${index + 1}`, text]),
      ...[implementer.statement, implementer.name, ...implementer.address],
      ...[funder.statement, funder.disclaimer],
    ];
    expect(wordsOf(await readAloud(built.bytes))).toEqual(wordsOf(expected.join(' ')));
  });

  test('has contents that read 01, 02, 03, 04 and lead there', async () => {
    expect(built.report?.contents.map(({ page }) => page)).toEqual([1, 2, 3, 4]);
    const [first] = pdf.pages;
    const numbers = first?.lines.flatMap(({ text }) => /Page (\d+)$/.exec(text)?.[1] ?? []);
    expect(numbers).toEqual(['01', '02', '03', '04']);
    expect(pdf.pages.map(({ label }) => label).slice(0, 4)).toEqual(numbers);
    const targets = [...new Set(first?.links.map(({ target }) => target))];
    const pages = await Promise.all(targets.map((target) => pdf.destination(target)));
    expect(pages.map(({ page }) => page)).toEqual([1, 2, 3, 4]);
    for (const [index, page] of pdf.pages.entries()) {
      expect(page.lines.at(-1)?.text).toBe(`0${index + 1}`);
    }
  });
});

// The two editions of a sample issue: outputs, reports, and what both have in common.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { main } from '../../src/cli.ts';
import { listFiles } from '../../src/host/list-files.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { createMemoryHost, type MemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { type ReadPdf, readPdf } from '../helpers/read-pdf.ts';

const ISSUE = join(root, 'issues', '2025-01');
const NAME = 'information-release-2025-01';

async function createIssueHost(): Promise<MemoryHost> {
  const names = await listFiles(ISSUE, createNodeHost());
  return createMemoryHost(
    Object.fromEntries(names.map((name) => [join(ISSUE, name), readFileSync(join(ISSUE, name))])),
  );
}

const outputOf = (host: MemoryHost, file: string) => host.files.get(join(root, 'output', file));
const reportOf = (host: MemoryHost, file: string) => JSON.parse(String(outputOf(host, file)));

describe('build-issue', () => {
  let host: MemoryHost;
  let english: ReadPdf;
  let russian: ReadPdf;

  beforeAll(async () => {
    host = await createIssueHost();
    expect(await main(['build-issue', '2025-01'], root, host)).toBe(0);
    english = await readPdf(outputOf(host, `${NAME}.pdf`) ?? Buffer.of());
    russian = await readPdf(outputOf(host, `${NAME}.ru.pdf`) ?? Buffer.of());
  }, 120_000);

  test('builds a PDF in each language', () => {
    expect(english.info).toMatchObject({
      Language: 'en',
      Title: expect.stringMatching(/^CARICC Information Release/),
    });
    expect(russian.info).toMatchObject({
      Language: 'ru',
      Title: 'Информационный релиз ЦАРИКЦ № 1, 2025',
    });
  });

  test('the reports name each other, and count the same events', () => {
    const [first, second] = [`${NAME}.json`, `${NAME}.ru.json`].map((file) => reportOf(host, file));
    expect(first.editions).toEqual([
      { language: 'ru', file: `${NAME}.ru.pdf`, sha256: second.sha256 },
    ]);
    expect(second.editions).toEqual([
      { language: 'en', file: `${NAME}.pdf`, sha256: first.sha256 },
    ]);
    expect(second.events).toEqual(first.events);
    expect(second.contents.map(({ country }: { country: string }) => country)).toEqual(
      first.contents.map(({ country }: { country: string }) => country),
    );
  });

  test('prints the same photos and links', () => {
    const linksOf = ({ pages }: ReadPdf) =>
      pages.flatMap((page) => page.links.map(({ target }) => target));
    expect(new Set(linksOf(russian))).toEqual(new Set(linksOf(english)));
    const picturesOf = ({ pages }: ReadPdf) => pages.flatMap((page) => page.pictures).length;
    expect(picturesOf(russian)).toBe(picturesOf(english));
  });
});

test('one edition is built alone, and the report of the other one is kept up to date', async () => {
  const host = await createIssueHost();
  await main(['build-issue', '2025-01', '--language', 'en'], root, host);
  const alone = outputOf(host, `${NAME}.pdf`);
  expect(outputOf(host, `${NAME}.ru.pdf`)).toBeUndefined();
  expect(reportOf(host, `${NAME}.json`).editions).toBeUndefined();

  await main(['build-issue', join(ISSUE, 'issue.ru.yaml')], root, host);
  expect(outputOf(host, `${NAME}.pdf`)).toBe(alone);
  const { sha256 } = reportOf(host, `${NAME}.ru.json`);
  expect(reportOf(host, `${NAME}.json`).editions).toMatchObject([{ language: 'ru', sha256 }]);
}, 120_000);

test('an edition with errors leaves the files of both as they are, and the other is built', async () => {
  const host = await createIssueHost();
  await main(['build-issue', '2025-01'], root, host);
  const before = outputOf(host, `${NAME}.ru.pdf`);
  const file = join(ISSUE, 'issue.ru.yaml');
  host.files.set(
    file,
    Buffer.from(String(host.files.get(file)).replace('translates: en', 'translates: ru')),
  );
  expect(await main(['build-issue', '2025-01'], root, host)).toBe(1);
  expect(outputOf(host, `${NAME}.ru.pdf`)).toBe(before);
  // The reports go on naming the PDFs that are there.
  const { sha256 } = reportOf(host, `${NAME}.ru.json`);
  expect(reportOf(host, `${NAME}.json`).editions).toMatchObject([{ language: 'ru', sha256 }]);
  expect(host.printed.filter((line) => line.includes(`${NAME}.pdf`))).toHaveLength(2);
}, 120_000);

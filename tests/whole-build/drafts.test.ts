// An issue with `draft: true` is built and says so; it is never released, nor on the site.
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { makeReleaseAssets } from '../../src/commands/release-assets.ts';
import { draftRelease, publishRelease } from '../../src/commands/release-draft.ts';
import { planReleases } from '../../src/commands/release-plan.ts';
import type { Host } from '../../src/host/host.ts';
import { buildRelease } from '../helpers/build-release.ts';
import { buildNewsletter, sampleNewsletter } from '../helpers/check-newsletter.ts';
import { sampleRelease } from '../helpers/check-release.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { readPdf } from '../helpers/read-pdf.ts';
import { readStructureTexts } from '../helpers/read-structure.ts';
import { renderIssue } from '../helpers/render-issue.ts';
import { runSite } from '../helpers/run-site.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const FINISHED = sampleIssue({ KZ: [{ title: 'A finished issue' }] });
const NEWER = sampleIssue(
  { KZ: [{ title: 'Not yet' }] },
  { number: 1, from: '2025-01-01', to: '2025-01-15' },
);
const DRAFT = `draft: true\n${NEWER}`;
const WRONG = DRAFT.replace('country: KZ', 'country: QQ');

const fileOf = (name: string) => `${root}/issues/${name}/issue.yaml`;
// gh lists no releases.
const run: Host['run'] = async () => ({ code: 0, output: '[]', printed: '' });

describe.each([
  ['a draft', DRAFT],
  ['a draft with errors', WRONG],
])('%s', (_, draft) => {
  const files = { [fileOf('2024-19')]: FINISHED, [fileOf('2025-01')]: draft };

  test('is left out by a run for all missing releases, which says so', async () => {
    const host = createMemoryHost(files, { run });
    await planReleases([], root, host);
    expect(host.printed).toEqual(['issues=["2024-19"]']);
    expect(host.warned.join()).toContain('2025-01 is a draft and is not released: remove `draft`');
  });

  test('is planned if it is asked for, so that the next step says why it is refused', async () => {
    const host = createMemoryHost(files, { run });
    await planReleases(['2025-01'], root, host);
    expect(host.printed).toEqual(['issues=["2025-01"]']);
  });

  test('is refused by each step of a release', async () => {
    const assets = `${root}/output/release/2025-01/release.json`;
    for (const step of [makeReleaseAssets, draftRelease, publishRelease]) {
      const host = createMemoryHost({ ...files, [assets]: '{"title":"Earlier"}' }, { run });
      await expect(step(['2025-01'], root, host)).rejects.toThrow('2025-01 is a draft');
    }
  });

  test('is not on the site, in the feed, the data or the search', async () => {
    const russian = { [join(root, 'issues', '2025-01', 'issue.ru.yaml')]: 'translates: en\n' };
    const { code, names, err, host } = await runSite({ ...files, ...russian });
    expect(code).toBe(0);
    expect(err).toContain(
      'issues/2025-01/issue.yaml is not on the site, because the issue is a draft.',
    );
    expect(names.filter((name) => name.includes('2025'))).toEqual([]);
    const texts = names.filter((name) => /\.(?:html|xml|json|csv)$/.test(name));
    expect(texts.length).toBeGreaterThan(8);
    for (const name of texts) expect(String(host.files.get(name))).not.toMatch(/2025-01|Not yet/i);
  });
});

test('a site of drafts alone is not written', async () => {
  const { code, err, names } = await runSite({ [fileOf('2025-01')]: DRAFT });
  expect([code, names]).toEqual([2, []]);
  expect(err).toContain('All issues are drafts');
});

test.each([
  ['en', 'DRAFT'],
  ['ru', 'ЧЕРНОВИК'],
])(
  'an Information Release in %s has %s on its cover, tagged, and in its report',
  async (language, word) => {
    const { pdf, bytes, report } = await renderIssue(
      `language: ${language}\ndraft: true\n${FINISHED}`,
    );
    expect(pdf.pages[0]?.lines.map(({ text }) => text)).toContain(word);
    expect(pdf.pages.slice(1).some(({ text }) => text.includes(word))).toBe(false);
    const texts = await readStructureTexts(bytes ?? Buffer.alloc(0));
    expect(texts.filter(({ text }) => text === word)).toMatchObject([
      { roles: expect.arrayContaining(['P']) },
    ]);
    expect(report).toMatchObject({ draft: true, summary: '1 event' });
  },
);

test('an issue that is no draft has no such word, nor key of the report', async () => {
  const { pdf, report } = await renderIssue(`draft: false\n${FINISHED}`);
  expect(pdf.pages[0]?.text).not.toContain('DRAFT');
  expect(Object.keys(report ?? {})).not.toContain('draft');
});

test('a press release and a newsletter have the word at their head', async () => {
  const built = [
    await buildRelease(sampleRelease({ draft: 'true' }), 'press-release-2025-03-06-topic'),
    await buildNewsletter(sampleNewsletter({ draft: true })),
  ];
  for (const { bytes, report, problems } of built) {
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect((await readPdf(bytes)).pages[0]?.lines[0]?.text).toBe('DRAFT');
    expect(report?.draft).toBe(true);
  }
});

import { describe, expect, test } from '@jest/globals';
import { buildReview, printCiSummary } from '../../src/commands/build-review.ts';
import type { Host } from '../../src/host/host.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const REVIEW = `${root}/output/review`;
const GOOD = sampleIssue({ KZ: [{}] }, { number: 1, from: '2025-01-01', to: '2025-01-15' });
const OLDER = sampleIssue({ KZ: [{}] });

/** A host whose git knows one commit, whose npm builds the base, and whose pages look as given. */
function createHostWith(changed: readonly string[], issue = GOOD) {
  const calls: string[] = [];
  const done = (output = '') => ({ code: 0, output, printed: output });
  const run: Host['run'] = async (program, words) => {
    const line = [program, ...words].join(' ').replaceAll(root, '');
    calls.push(line);
    if (line.includes(' rev-parse ')) {
      return words.at(-1) === 'main^{commit}' ? done('c0ffee\n') : { ...done(), code: 1 };
    }
    if (line.includes(' diff ')) return done(changed.map((path) => `${path}\0`).join(''));
    if (line.includes(' worktree add ')) {
      host.files.set(`${REVIEW}/base/issues/2025-01/issue.yaml`, Buffer.from(GOOD));
    }
    if (line.includes(' build-issue ')) {
      const report = { pages: 3, sha256: 'old', events: { total: 1 }, warnings: [] };
      const path = `${REVIEW}/before/information-release-2025-01`;
      host.files.set(`${path}.pdf`, Buffer.from('%PDF'));
      host.files.set(`${path}.json`, Buffer.from(JSON.stringify(report)));
    }
    if (line.includes('draw-pages.mjs')) return done(JSON.stringify(draw(line)));
    return done();
  };
  const draw = (line: string) =>
    [...(line.includes('/before/') ? 'abc' : 'abXc')].map((sha256, index) => {
      const file = `${line.split(' ')[3]}/${index + 1}.webp`;
      host.files.set(file, Buffer.from(sha256));
      return { number: index + 1, label: String(index), file, sha256 };
    });
  const css = `${root}/src/publishing/review/review-page.css`;
  const host = createMemoryHost(
    {
      [`${root}/issues/2024-19/issue.yaml`]: OLDER,
      [`${root}/issues/2025-01/issue.yaml`]: issue,
      [css]: 'body { margin: 0 }',
      [`${REVIEW}/before/information-release-2024-19.json`]: '{"from": "an earlier run"}',
    },
    { folder: root, run },
  );
  return { host, calls };
}

test('builds only the changed issues, before and after the change', async () => {
  const { host, calls } = createHostWith(['issues/2025-01/issue.yaml']);
  expect(await buildReview(['main'], root, host)).toBe(0);
  expect(host.printed).toEqual(['2025-01  1 page differs', 'output/review/pages.html']);
  expect([...host.files.keys()].filter((path) => path.startsWith(`${REVIEW}/after/`))).toEqual([
    `${REVIEW}/after/information-release-2025-01.pdf`,
    `${REVIEW}/after/information-release-2025-01.json`,
  ]);
  expect(calls.filter((line) => line.includes('build-issue'))).toEqual([
    'npm --prefix /output/review/base run build-issue -- /output/review/base/issues/2025-01 --out /output/review/before',
  ]);
  const html = String(host.files.get(`${REVIEW}/pages.html`));
  expect(html.match(/<h3>.*<\/h3>/g)).toEqual([
    '<h3>Cover: unchanged</h3>',
    '<h3>Contents: unchanged</h3>',
    '<h3>Page 2: new</h3>',
  ]);
});

test('is summarised as a table', async () => {
  const { host } = createHostWith(['issues/2025-01/issue.yaml']);
  await buildReview(['main'], root, host);
  host.printed.length = 0;
  expect(await printCiSummary(['https://example.org/p'], root, host)).toBe(0);
  const text = host.printed.join('\n');
  expect(text).toMatch(/^\| 2025\\-01 \| 4 \(was 3\) \| 1 event \| .* \| 1 page differs \|$/m);
  expect(text).toContain('Compared with `c0ffee`.');
});

test('builds all issues if the program has changed', async () => {
  const { host } = createHostWith(['src/cli.ts', 'issues/2023-07/issue.yaml']);
  expect(await buildReview(['main'], root, host)).toBe(0);
  expect(host.printed.slice(0, -1)).toEqual([
    '2024-19  new',
    '2025-01  1 page differs',
    '2023-07  removed',
  ]);
});

test('builds all issues and says so if the commit is unknown', async () => {
  const { host } = createHostWith([]);
  expect(await buildReview(['0000000'], root, host)).toBe(0);
  expect(host.printed.slice(0, -1)).toEqual(['2024-19  new', '2025-01  new']);
  await printCiSummary([], root, host);
  expect(host.printed.at(-1)).toMatch(/nothing to compare with: this clone has no commit 0000000/);
});

describe('an issue with errors', () => {
  test('is a row of the table and sets exit code 1', async () => {
    const { host } = createHostWith(['issues/2025-01/issue.yaml'], 'number: none\n');
    expect(await buildReview(['main'], root, host)).toBe(1);
    expect(host.printed[0]).toMatch(/^2025-01 {2}has \d+ errors$/);
    await printCiSummary([], root, host);
    expect(host.printed.at(-1)).toMatch(/\| 2025\\-01 \|.*\| has \d+ errors \|/);
  });
});

test('ci-summary without results names build-review', async () => {
  await expect(printCiSummary([], root, createMemoryHost())).rejects.toThrow('build-review first');
});

test('an edition that the change removes is named', async () => {
  const { host } = createHostWith(['issues/2025-01/issue.ru.yaml']);
  expect(await buildReview(['main'], root, host)).toBe(0);
  expect(host.printed).toContain('2025-01.ru  removed');
});

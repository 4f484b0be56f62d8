import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { makeReleaseAssets } from '../../src/commands/release-assets.ts';
import type { Host } from '../../src/host/host.ts';
import { composeChecksums } from '../../src/publishing/releases/release-files.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const RELEASE = `${root}/output/release/2024-19`;
const TITLE = 'Police | court <b> [link](https://example.org) *bold* @someone #12';
let moment = 0;

/** npm's bill of materials, with another serial number and time at each call. */
const runNpm: Host['run'] = async () => {
  moment += 1;
  const component = { name: 'a-folder', version: '1.0.0' };
  const bill = { bomFormat: 'CycloneDX', serialNumber: `urn:uuid:${moment}`, components: [] };
  const output = JSON.stringify({ ...bill, metadata: { timestamp: moment, component } });
  return { code: 0, output, printed: `npm warn something\n${output}` };
};

/** Files of an earlier run, including one that this run does not write. */
const EARLIER = {
  [`${RELEASE}/assets/of-an-earlier-run.pdf`]: 'earlier',
  [`${RELEASE}/assets/information-release-2024-19.pdf`]: 'changed by hand',
  [`${RELEASE}/assets/SHA256SUMS`]: composeChecksums(
    new Map([['of-an-earlier-run.pdf', Buffer.from('earlier')]]),
  ),
  [`${RELEASE}/assets/attestation.sigstore.json`]: '{}',
  [`${RELEASE}/assets/.SHA256SUMS.77.unfinished`]: 'ha',
  [`${RELEASE}/notes.md`]: 'Earlier.',
};

function createHostWith(yaml: string, changes: Partial<Host> = {}, files = EARLIER) {
  return createMemoryHost(
    {
      [`${root}/issues/2024-19/issue.yaml`]: yaml,
      [`${root}/package.json`]: '{"name": "caricc-bulletin"}',
      ...files,
    },
    { run: runNpm, ...changes },
  );
}

const GOOD = sampleIssue({ KZ: [{ title: TITLE }, {}], UZ: [{}] });

test('are the PDF, its report, the bill of materials and checksums, with the same bytes each time', async () => {
  const host = createHostWith(GOOD);
  const again = createHostWith(GOOD);
  expect(await makeReleaseAssets(['2024-19'], root, host)).toBe(0);
  expect(await makeReleaseAssets(['issue-2024-19'], root, again)).toBe(0);
  const made = [...host.files].filter(([path]) => path.startsWith(RELEASE));
  expect(made.map(([path]) => path.slice(RELEASE.length)).sort()).toEqual([
    '/assets/SHA256SUMS',
    '/assets/information-release-2024-19.json',
    '/assets/information-release-2024-19.pdf',
    '/assets/sbom.cdx.json',
    '/notes.md',
    '/release.json',
  ]);
  for (const [path, bytes] of made) expect(again.files.get(path)?.equals(bytes)).toBe(true);
  const sums = String(host.files.get(`${RELEASE}/assets/SHA256SUMS`))
    .trimEnd()
    .split('\n');
  expect(sums).toHaveLength(3);
  for (const [sum, name] of sums.map((line) => line.split('  '))) {
    const bytes = host.files.get(`${RELEASE}/assets/${name}`) ?? '';
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
  }
  const bill = JSON.parse(String(host.files.get(`${RELEASE}/assets/sbom.cdx.json`)));
  expect(bill).toEqual({
    bomFormat: 'CycloneDX',
    components: [],
    metadata: { component: { name: 'caricc-bulletin', version: '1.0.0' } },
  });
});

test('have notes with period, counts and escaped titles by country', async () => {
  const host = createHostWith(GOOD);
  await makeReleaseAssets(['2024-19'], root, host);
  const notes = String(host.files.get(`${RELEASE}/notes.md`));
  expect(notes).toContain('from 16 to 30 November 2024, 3 counter');
  expect(notes).toMatch(/^### Kazakhstan \(2\)\n\n- .*\n- .*\n\n### Uzbekistan \(1\)$/m);
  expect(notes).toContain(
    'Police \\| court \\<b\\> \\[link\\](https\\://example\\.org) \\*bold\\*',
  );
  expect(notes.replaceAll('&#8203;', '\u200b')).not.toMatch(/@\w|#\d|<b>/);
});

test('of an issue with errors are not written', async () => {
  const host = createHostWith(GOOD.replace('number:', 'nubmer:'));
  expect(await makeReleaseAssets(['2024-19'], root, host)).toBe(1);
  expect([...host.files.keys()].filter((path) => path.startsWith(RELEASE))).toEqual([]);
});

test.each([
  ['its source', { source: 'https://example.org/copy-the-address-from-the-browser' }],
  ['its title', { title: 'Example: replace it by the title of the first article' }],
  ['an address that is kept for examples', { source: 'https://example.net/news' }],
])('of an issue with an example as %s are not written', async (_, article) => {
  const host = createHostWith(sampleIssue({ KZ: [article] }));
  expect(await makeReleaseAssets(['2024-19'], root, host)).toBe(1);
  expect(host.warned.join('\n')).toMatch(/issue\.yaml:[89]:\d+: warning: /);
  expect(host.warned.at(-1)).toContain('not released');
  expect([...host.files.keys()].filter((path) => path.startsWith(RELEASE))).toEqual([]);
});

test('print the problems that check finds, which are not in the build report', async () => {
  const host = createHostWith(sampleIssue({ KZ: [{ body: 'It it was.' }], UZ: [{}] }));
  expect(await makeReleaseAssets(['2024-19'], root, host)).toBe(0);
  expect(host.warned.join('\n')).toContain('[word-twice]');
  const report = String(host.files.get(`${RELEASE}/assets/information-release-2024-19.json`));
  expect(report).not.toContain('word-twice');
});

test.each([
  ['a file of others', { 'assets/letter.txt': 'mine' }],
  ['a file of an earlier run that was changed since', { 'assets/of-an-earlier-run.pdf': 'mine' }],
  ['a folder of others', { 'assets/letters/dear.txt': 'mine' }],
  ['a folder in place of a file', { 'notes.md/dear.txt': 'mine' }],
])('with %s beside them are not written, and nothing is removed', async (_, files) => {
  const { [`${RELEASE}/notes.md`]: _notes, ...earlier } = EARLIER;
  const others = Object.entries(files).map(([name, text]) => [`${RELEASE}/${name}`, text]);
  const before = { ...earlier, ...Object.fromEntries(others) };
  const host = createHostWith(GOOD, {}, before as typeof EARLIER);
  await expect(makeReleaseAssets(['2024-19'], root, host)).rejects.toThrow(
    /was not written by `release-assets`\. Move it away/,
  );
  const left = [...host.files].filter(([path]) => path.startsWith(RELEASE));
  const { [`${RELEASE}/assets/.SHA256SUMS.77.unfinished`]: _litter, ...expected } = before;
  expect(Object.fromEntries(left.map(([path, bytes]) => [path, String(bytes)]))).toEqual(expected);
});

test.each(['2031-01', '../../issues/2024-19', '', undefined])(
  'of %p are not written, and nothing is removed',
  async (word) => {
    const host = createHostWith(GOOD);
    const before = [...host.files.keys()];
    await expect(makeReleaseAssets(word === undefined ? [] : [word], root, host)).rejects.toThrow(
      /There is no issue 2031-01|Give an issue’s name/,
    );
    expect([...host.files.keys()]).toEqual(before);
  },
);

test('need npm’s bill of materials', async () => {
  const host = createHostWith(GOOD, {
    run: async () => ({ code: 1, output: '', printed: 'npm error the lock file is broken' }),
  });
  await expect(makeReleaseAssets(['2024-19'], root, host)).rejects.toThrow('lock file is broken');
});

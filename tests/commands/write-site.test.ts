import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { main } from '../../src/cli.ts';
import type { Host } from '../../src/host/host.ts';
import { root } from '../helpers/project-root.ts';
import { makePhoto } from '../helpers/render-issue.ts';
import { runSite } from '../helpers/run-site.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const NEWER = sampleIssue(
  { KZ: [{ photo: 'photos/a.jpg' }] },
  { number: 1, from: '2025-01-01', to: '2025-01-15' },
);
const OLDER = sampleIssue({ KZ: [{}], UZ: [{}] });
const BROKEN = OLDER.replace('country: UZ', 'country: QQ');

let photo: Buffer;

beforeAll(async () => {
  photo = await makePhoto();
});

/** Runs `site` in memory, with two issues. */
function run(
  older: string,
  words: readonly string[] = [],
  changes: Partial<Host> = {},
  files: Readonly<Record<string, string>> = {},
) {
  const issues = {
    [`${root}/issues/2025-01/issue.yaml`]: NEWER,
    [`${root}/issues/2025-01/photos/a.jpg`]: photo,
    [`${root}/issues/2024-19/issue.yaml`]: older,
  };
  return runSite({ ...issues, ...files }, words, changes);
}

test('every issue has a page, PDF, cover and photos; no unfinished files are left', async () => {
  const { code, names, out, host } = await run(OLDER, ['--base-url', 'https://example.org/b']);
  expect(code).toBe(0);
  expect(out).toMatch(/^site\/index\.html {2}2 issues, [\d.]+ s$/);
  const issues = names.filter((name) => name.includes('/issues/'));
  expect(issues.map((name) => name.replace(/-[0-9a-f]{10}\.webp/, '-*.webp')).sort()).toEqual(
    [
      'issues/2024-19.html',
      'issues/2024-19/cover.jpg',
      'issues/2024-19/information-release-2024-19.pdf',
      'issues/2025-01.html',
      'issues/2025-01/cover.jpg',
      'issues/2025-01/information-release-2025-01.pdf',
      'issues/2025-01/photo-01-*.webp',
    ].map((name) => `/desk/site/${name}`),
  );
  expect(names.filter((name) => !name.startsWith('/desk/site/'))).toEqual([]);
  expect(names).toContain('/desk/site/sitemap.xml');
  expect(names).toContainEqual(
    expect.stringMatching(/^\/desk\/site\/assets\/search-[0-9a-f]{10}\.js$/),
  );
  const { files } = JSON.parse(String(host.files.get('/desk/site/site-files.json')));
  const listed = Object.keys(files).map((name) => `/desk/site/${name}`);
  expect([...listed, '/desk/site/site-files.json'].sort()).toEqual(names.sort());
});

test('without an address, a message says what is missing; a second run writes the same bytes', async () => {
  const { code, names, err, host } = await run(OLDER);
  expect(code).toBe(0);
  expect(err).toContain('--base-url');
  expect(names).not.toContain('/desk/site/sitemap.xml');
  const once = new Map(host.files);
  expect(await main(['site', '--out', '/desk/site'], root, host)).toBe(0);
  const changed = names.filter((name) => !once.get(name)?.equals(host.files.get(name) ?? photo));
  expect(changed).toEqual([]);
  expect([...host.files.keys()].sort()).toEqual([...once.keys()].sort());
}, 60_000);

test.each([
  ['https://bulletin.example.org', 'https://bulletin.example.org/', '/'],
  ['github-pages', 'https://centre.github.io/bulletins/', '/bulletins/'],
])('at %s, sitemap, feed and error page have its address', async (typed, base, home) => {
  const environment = { GITHUB_REPOSITORY: 'centre/bulletins' };
  const { code, host } = await run(OLDER, ['--base-url', typed], { environment });
  expect(code).toBe(0);
  const textOf = (name: string) => String(host.files.get(`/desk/site/${name}`));
  expect(textOf('sitemap.xml')).toContain(`<loc>${base}issues/2025-01.html</loc>`);
  expect(textOf('feed.xml')).toContain(`href="${base}issues/2025-01.html"`);
  expect(textOf('404.html')).toContain(`href="${home}countries.html"`);
  expect(textOf('issues/2025-01.html')).toContain('href="../countries.html"');
});

test('files of others are kept, and outdated pages are removed', async () => {
  const { host } = await run(OLDER, [], {}, { '/desk/site/CNAME': 'example.org' });
  host.files.delete(`${root}/issues/2024-19/issue.yaml`);
  host.files.set('/desk/site/countries/uz.html', Buffer.from('changed by hand'));
  expect(await main(['site', '--out', '/desk/site'], root, host)).toBe(0);
  expect(String(host.files.get('/desk/site/CNAME'))).toBe('example.org');
  expect(host.files.has('/desk/site/issues/2024-19.html')).toBe(false);
  expect(host.files.has('/desk/site/issues/2025-01.html')).toBe(true);
  expect(String(host.files.get('/desk/site/countries/uz.html'))).toBe('changed by hand');
  expect(host.warned.join('\n')).toContain(
    'site/countries/uz.html is no longer part of the site. It was kept because it was changed after',
  );
}, 60_000);

describe('the problems that check finds are printed', () => {
  const TWICE = ['It it was.', 'They they say so.', 'He he did.'].join(' ');
  const warned = (words: string) => sampleIssue({ KZ: [{ body: words }], UZ: [{}] });

  test('with all warnings of a few issues', async () => {
    const { code, err } = await run(warned(TWICE));
    expect(code).toBe(0);
    expect(err.match(/\[[a-z-]+\]/g)?.filter((one) => one === '[word-twice]')).toHaveLength(3);
  });

  test('with a count of the warnings of many issues, newest first', async () => {
    const older = Object.fromEntries(
      Array.from({ length: 18 }, (_, index) => [
        `${root}/issues/2024-${String(index + 1).padStart(2, '0')}/issue.yaml`,
        warned(TWICE).replace('number: 19', `number: ${index + 1}`),
      ]),
    );
    // A broken issue saves the time of writing the site; the checks are the same.
    const { code, err } = await run(BROKEN, [], {}, older);
    expect(code).toBe(1);
    const lines = err.split('\n');
    const counted = lines.filter((line) => line.includes('`npm run check'));
    expect(counted.slice(0, 2)).toEqual([
      expect.stringMatching(
        /issues\/2024-1\d\/issue.yaml {2}\d warnings: `npm run check -- 2024-1\d` shows them$/,
      ),
      expect.stringMatching(
        /issues\/2024-1\d\/issue.yaml {2}\d warnings: `npm run check -- 2024-1\d` shows them$/,
      ),
    ]);
    expect(counted).toHaveLength(11);
    expect(counted.at(-1)).toMatch(/^\d more issues have warnings: `npm run check` shows them$/);
  });
});

describe('an example of new-issue', () => {
  test.each([
    ['an article', { source: 'https://example.org/copy-the-address-from-the-browser' }],
    ['a title', { title: 'Example: replace it by the title of the first article' }],
    ['a site that is kept for examples', { source: 'https://www.example.com/news' }],
  ])(
    'left in as %s is reported, the exit code is 1 and the site is unchanged',
    async (_, article) => {
      const { code, names, err } = await run(sampleIssue({ KZ: [article], UZ: [{}] }));
      expect(code).toBe(1);
      expect(err).toMatch(/issue\.yaml:\d+:\d+.*\[example-left-in\]|\[example-left-in\]/);
      expect(err).toContain('1 issue has example texts of new-issue. The site was not written');
      expect(names).toEqual([]);
    },
  );

  test('that is suppressed is published', async () => {
    const meant = sampleIssue({
      KZ: [{ source: 'https://example.com/news # ok: example-left-in' }],
    });
    expect(await run(meant)).toMatchObject({ code: 0 });
  });
});

describe('an issue with errors', () => {
  test('is reported, the exit code is 1 and the site is unchanged', async () => {
    const { code, names, err } = await run(BROKEN);
    expect(code).toBe(1);
    expect(err).toContain('country-unknown');
    expect(err).toContain('1 issue has errors. The site was not written');
    expect(names).toEqual([]);
  });
});

describe('the exit code is 2 and nothing is written', () => {
  test('if a file of another program would be replaced', async () => {
    const { code, names, err } = await run(OLDER, [], {}, { '/desk/site/index.html': 'mine' });
    expect(code).toBe(2);
    expect(err).toContain(
      '/desk/site is left unchanged: index.html was not written by `npm run site`',
    );
    expect(names).toEqual(['/desk/site/index.html']);
  });

  test.each([
    ['the root folder', '/'],
    ['the parent of the project', dirname(root)],
    ['the project', root],
    ['its issues', join(root, 'issues')],
    ['one issue', join(root, 'issues', '2025-01')],
    ['its sources', join(root, 'src', 'site')],
    ['its packages', join(root, 'node_modules', 'site')],
    ['the folder of git', join(root, '.git')],
    ['the output folder', join(root, 'output')],
    ['the output folder, spelt differently', join(root, 'issues', '..', 'output', '.')],
  ])('in %s', async (_, out) => {
    const { code, names, err, host } = await run(OLDER, ['--out', out]);
    expect(code).toBe(2);
    expect(err).toContain('belongs to the project itself. Choose a folder for the site alone');
    expect(names).toEqual([]);
    expect(host.files.size).toBe(3);
  });

  test.each(['example.org', 'javascript:alert(1)', 'https://example.org/?a=b'])(
    'for the address %s',
    async (address) => {
      const { code, names, err } = await run(OLDER, ['--base-url', address]);
      expect(code).toBe(2);
      expect(err).toContain('is not an address for a site');
      expect(names).toEqual([]);
    },
  );

  test('if the covers cannot be drawn', async () => {
    const { code, names, err } = await run(OLDER, [], {
      run: async () => ({ code: 1, printed: 'no canvas', output: '' }),
    });
    expect(code).toBe(2);
    expect(err).toMatch(/could not be drawn: no canvas/);
    expect(names).toEqual([]);
  });
});

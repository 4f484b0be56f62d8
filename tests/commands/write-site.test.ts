import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { main } from '../../src/cli.ts';
import type { World } from '../../src/world/world.ts';
import { createMemoryWorld, type MemoryWorld } from '../helpers/memory-world.ts';
import { root } from '../helpers/project-root.ts';
import { makePhoto } from '../helpers/render-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const NEWER = sampleIssue(
  { KZ: [{ photo: 'photos/a.jpg' }] },
  { number: 1, from: '2025-01-01', to: '2025-01-15' },
);
const OLDER = sampleIssue({ KZ: [{}], UZ: [{}] });
const BROKEN = OLDER.replace('country: UZ', 'country: QQ');

let photo: Buffer;
let drawing: Buffer;

beforeAll(async () => {
  photo = await makePhoto();
  drawing = await sharp({ create: { width: 1190, height: 1684, channels: 3, background: 'navy' } })
    .png()
    .toBuffer();
});

/** Runs `site` in memory; in place of the program that draws covers one that has them ready. */
async function run(older: string, words: readonly string[] = [], changes: Partial<World> = {}) {
  const world: MemoryWorld = createMemoryWorld(
    {
      [`${root}/issues/2025-01/issue.yaml`]: NEWER,
      [`${root}/issues/2025-01/photos/a.jpg`]: photo,
      [`${root}/issues/2024-19/issue.yaml`]: older,
    },
    {
      run: async (_, [, pdf = '', folder = '']) => {
        if (!world.files.get(pdf)?.subarray(0, 5).equals(Buffer.from('%PDF-'))) return undefined;
        world.files.set(join(folder, '1.png'), drawing);
        return { code: 0, printed: '', output: '' };
      },
      ...changes,
    },
  );
  const code = await main(['site', '--out', '/desk/site', ...words], root, world);
  const names = [...world.files.keys()].filter((path) => path.startsWith('/desk/'));
  return { code, world, names, out: world.printed.join('\n'), err: world.warned.join('\n') };
}

test('every issue has its page, PDF, cover and photos; nothing unfinished is left', async () => {
  const { code, names, out } = await run(OLDER, ['--base-url', 'https://example.org/b']);
  expect(code).toBe(0);
  expect(out).toMatch(/^site\/index\.html {2}2 issues, [\d.]+ s$/);
  const issues = names.filter((name) => name.includes('/issues/'));
  expect(issues.sort()).toEqual(
    [
      'issues/2024-19.html',
      'issues/2024-19/cover.jpg',
      'issues/2024-19/information-release-2024-19.pdf',
      'issues/2025-01.html',
      'issues/2025-01/cover.jpg',
      'issues/2025-01/information-release-2025-01.pdf',
      'issues/2025-01/photo-01.webp',
    ].map((name) => `/desk/site/${name}`),
  );
  expect(names.filter((name) => !name.startsWith('/desk/site/'))).toEqual([]);
  expect(names).toContain('/desk/site/sitemap.xml');
  expect(names).toContain('/desk/site/assets/search.js');
});

test('without its address the site is told to lack what needs one; written again it is the same', async () => {
  const { code, names, err, world } = await run(OLDER);
  expect(code).toBe(0);
  expect(err).toContain('--base-url');
  expect(names).not.toContain('/desk/site/sitemap.xml');
  const once = new Map(world.files);
  expect(await main(['site', '--out', '/desk/site'], root, world)).toBe(0);
  const changed = names.filter((name) => !once.get(name)?.equals(world.files.get(name) ?? photo));
  expect(changed).toEqual([]);
  expect([...world.files.keys()].sort()).toEqual([...once.keys()].sort());
}, 60_000);

test.each([
  ['https://bulletin.example.org', 'https://bulletin.example.org/', '/'],
  ['github-pages', 'https://centre.github.io/bulletins/', '/bulletins/'],
])('at %s its sitemap, feed and lost page know where it is', async (typed, base, home) => {
  const environment = { GITHUB_REPOSITORY: 'centre/bulletins' };
  const { code, world } = await run(OLDER, ['--base-url', typed], { environment });
  expect(code).toBe(0);
  const textOf = (name: string) => String(world.files.get(`/desk/site/${name}`));
  expect(textOf('sitemap.xml')).toContain(`<loc>${base}issues/2025-01.html</loc>`);
  expect(textOf('feed.xml')).toContain(`href="${base}issues/2025-01.html"`);
  expect(textOf('404.html')).toContain(`href="${home}countries.html"`);
  expect(textOf('issues/2025-01.html')).toContain('href="../countries.html"');
});

describe('an issue with errors', () => {
  test('leaves the site as it was, is told, and the exit code is 1', async () => {
    const { code, names, err } = await run(BROKEN);
    expect(code).toBe(1);
    expect(err).toContain('country-unknown');
    expect(err).toContain('1 issue has errors: the site was not written');
    expect(names).toEqual([]);
  });
});

describe('the exit code is 2 and nothing is written', () => {
  test('where other files would go', async () => {
    const world = createMemoryWorld({ '/desk/letters/dear.txt': 'mine' });
    expect(await main(['site', '--out', '/desk/letters'], root, world)).toBe(2);
    expect(world.warned.join('\n')).toContain('name a folder of its own');
    expect(world.files.get('/desk/letters/dear.txt')?.toString()).toBe('mine');
  });

  test.each(['example.org', 'javascript:alert(1)', 'https://example.org/?a=b'])(
    'for the address %s',
    async (address) => {
      const { code, names, err } = await run(OLDER, ['--base-url', address]);
      expect(code).toBe(2);
      expect(err).toContain('no address of a site');
      expect(names).toEqual([]);
    },
  );

  test('when no cover can be drawn', async () => {
    const { code, names, err } = await run(OLDER, [], {
      run: async () => ({ code: 1, printed: 'no canvas', output: '' }),
    });
    expect(code).toBe(2);
    expect(err).toMatch(/could not be drawn: no canvas/);
    expect(names).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { applyPatch } from 'diff';
import { type CheckRequest, checkIssues } from '../../src/commands/check.ts';
import { createMemoryHost, type MemoryHost, namesIn } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const GOOD = sampleIssue({ KZ: [{ source: 'https://gazeta.news/first' }] });
const BAD = GOOD.replace('number:', 'nubmer:').replace('2024-11-16', '16.11.2024');
const NEXT = sampleIssue({ KZ: [{}] }, { number: 20, from: '2024-12-01', to: '2024-12-15' });
const FILE = '2024-19/issue.yaml';

function createHostWith(
  files: Readonly<Record<string, string>>,
  changes: Partial<MemoryHost> = {},
): MemoryHost {
  const below = Object.entries(files).map(([path, text]) => [`${root}/issues/${path}`, text]);
  return createMemoryHost(Object.fromEntries(below), { folder: root, ...changes });
}

const fix = (host: MemoryHost, request: Partial<CheckRequest> = {}) =>
  checkIssues({ names: [], strict: false, rules: false, fix: true, ...request }, root, host);
const textOf = (host: MemoryHost, path = FILE) =>
  String(host.files.get(`${root}/issues/${path}`) ?? '');
const printed = ({ printed: lines }: MemoryHost) => lines.join('\n');

test('sure edits are written, and each is printed', async () => {
  const host = createHostWith({ [FILE]: BAD });
  expect(await fix(host)).toBe(0);
  expect(textOf(host)).toBe(GOOD);
  expect(host.printed).toEqual([
    'issues/2024-19/issue.yaml:1:1: fixed: Replace `nubmer` with `number` [key-unknown]',
    'issues/2024-19/issue.yaml:2:17: fixed: Write `2024-11-16` [value-invalid]',
    '2 problems fixed. 1 issue checked: 0 errors, 0 warnings',
  ]);
  expect(namesIn(host, `${root}/issues/2024-19`)).toEqual(['issue.yaml']);
});

test('a second time nothing is fixed and nothing is written', async () => {
  const host = createHostWith({ [FILE]: BAD });
  await fix(host);
  host.printed.length = 0;
  const again = createHostWith({ [FILE]: textOf(host) }, { writeFile: refuse });
  expect(await fix(again)).toBe(0);
  expect(again.printed).toEqual(['1 issue checked: 0 errors, 0 warnings']);
});

/** The caches are written, too, but failing to write them is no error. */
async function refuse(path: string): Promise<void> {
  throw Object.assign(new Error(`${path} is read-only`), { code: 'EROFS', path });
}

test('what is left is reported, and gives the exit code', async () => {
  const host = createHostWith({ [FILE]: BAD.replace('KZ', 'QQ') });
  expect(await fix(host)).toBe(1);
  expect(printed(host)).toContain('`QQ` is not a country code');
  const loud = () => createHostWith({ [FILE]: BAD.replace('A short', 'A A short') });
  expect(await fix(loud())).toBe(0);
  expect(await fix(loud(), { strict: true })).toBe(1);
});

test('a byte-order mark, CRLF and a missing last line end stay', async () => {
  const windows = (text: string) => `\ufeff${text.trimEnd().replaceAll('\n', '\r\n')}`;
  const host = createHostWith({ [FILE]: windows(BAD) });
  expect(await fix(host)).toBe(0);
  expect(textOf(host)).toBe(windows(GOOD));
});

test('all issues are written or none', async () => {
  const files = { [FILE]: BAD, '2024-20/issue.yaml': NEXT.replace('number', 'nubmer') };
  const host = createHostWith(files, { writeFile: refuse });
  await expect(fix(host)).rejects.toThrow(
    /issue\.yaml could not be written: the disk is read-only/,
  );
  for (const [path, text] of Object.entries(files)) expect(textOf(host, path)).toBe(text);
});

test('a file that was changed meanwhile is not overwritten', async () => {
  const path = `${root}/issues/${FILE}`;
  /** Fixes the issue while it is changed before a read. @returns the number of reads */
  const fixWhile = async (host: MemoryHost, changedAt: number): Promise<number> => {
    let reads = 0;
    const { readFile } = host;
    const change = () => host.files.set(path, Buffer.from(`${BAD}# typed\n`));
    Object.assign(host, {
      readFile: async (name: string, most?: number) => {
        if (name === path && ++reads === changedAt) change();
        return readFile(name, most);
      },
    });
    await fix(host);
    return reads;
  };
  const last = await fixWhile(createHostWith({ [FILE]: BAD }), 0);
  const host = createHostWith({ [FILE]: BAD });
  await expect(fixWhile(host, last)).rejects.toThrow('was changed while it was checked');
  expect(textOf(host)).toBe(`${BAD}# typed\n`);
});

test('a link to a file outside the issue’s folder is not followed', async () => {
  const host = createHostWith({ '2024-20/issue.yaml': NEXT });
  host.files.set('/desk/outside.yaml', Buffer.from(BAD));
  host.links.set(`${root}/issues/${FILE}`, '/desk/outside.yaml');
  expect(await fix(host)).toBe(1);
  expect(String(host.files.get('/desk/outside.yaml'))).toBe(BAD);
});

describe('--dry-run', () => {
  test('prints a diff that makes the same change, and writes nothing', async () => {
    const host = createHostWith({ [FILE]: BAD });
    expect(await fix(host, { dryRun: true })).toBe(0);
    expect(textOf(host)).toBe(BAD);
    expect(printed(host)).toMatch(
      /^--- a\/issues\/2024-19\/issue\.yaml\n\+\+\+ b\/issues\/2024-19\/issue\.yaml\n@@ /,
    );
    expect(applyPatch(BAD, `${printed(host)}\n`)).toBe(GOOD);
    expect(host.warned).toEqual([
      '2 problems would be fixed. 1 issue checked: 0 errors, 0 warnings',
    ]);
  });

  test('has the exit code of what would be left', async () => {
    const host = createHostWith({ [FILE]: BAD.replace('KZ', 'QQ') });
    expect(await fix(host, { dryRun: true })).toBe(1);
  });

  test('shows control characters on a terminal', async () => {
    const text = BAD.replace('A short', 'A\u202e short');
    const host = createHostWith({ [FILE]: text }, { isTerminal: () => true });
    await fix(host, { dryRun: true });
    expect(printed(host)).not.toContain('\u202e');
  });

  test.each([
    [{ fix: false, dryRun: true }, '--dry-run belongs to --fix'],
    [{ dryRun: true, format: 'json' as const }, '--dry-run prints a diff'],
  ])('%p is refused', async (request, message) => {
    await expect(fix(createHostWith({ [FILE]: BAD }), request)).rejects.toThrow(message);
  });
});

test('json prints what is left to standard output, and the fixes to standard error', async () => {
  const host = createHostWith({ [FILE]: BAD.replace('KZ', 'QQ') });
  await fix(host, { format: 'json' });
  expect(host.printed).toHaveLength(1);
  expect(JSON.parse(printed(host))).toMatchObject({ errors: 1 });
  expect(host.warned).toHaveLength(2);
});

test('without --fix the summary says how many problems it can fix', async () => {
  const host = createHostWith({ [FILE]: BAD });
  await fix(host, { fix: false });
  expect(printed(host)).toContain(
    '\n2 problems can be fixed by the program: npm run check -- --fix',
  );
});

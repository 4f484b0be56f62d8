import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { root } from './helpers/project-root.ts';

const read = (name: string) => readFileSync(join(root, name), 'utf8');

interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const manifest: { dependencies: Record<string, string> } = JSON.parse(read('package.json'));
const locked: Record<string, LockedPackage> = JSON.parse(read('package-lock.json')).packages;
const installed = Object.entries(locked).filter(([path]) => path !== '');
const nameOf = (path: string) => path.split('node_modules/').at(-1) ?? path;

/** Parts of src/ that lay out an issue: the packages that they import can change a page. */
const PAGE_STAGES = ['source', 'text', 'templates', 'images', 'pdf', 'publications'];

/** Lists the packages whose new version could change the PDF of an issue. */
function listPagePackages(): string[] {
  const files = PAGE_STAGES.flatMap((stage) =>
    readdirSync(join(root, 'src', stage), { recursive: true }).map((name) =>
      ['src', stage, String(name)].join(sep),
    ),
  );
  const isOfSite = (name: string) => name.split(sep).slice(0, -1).includes('site');
  const texts = files.filter((name) => name.endsWith('.ts') && !isOfSite(name)).map(read);
  const used = Object.keys(manifest.dependencies).filter((name) =>
    texts.some((text) => new RegExp(`'${name}(/[^']*)?'`).test(text)),
  );
  // The fonts are named by the themes.
  const themes = readdirSync(join(root, 'templates'))
    .map((name) => join('templates', name, 'theme.yaml'))
    .filter((name) => existsSync(join(root, name)))
    .map(read);
  const fonts = Object.keys(manifest.dependencies).filter((name) =>
    themes.some((theme) => theme.includes(name)),
  );
  return [...new Set([...used, ...fonts])].sort();
}

describe('the packages that a page depends on', () => {
  const names = listPagePackages();

  test('are found', () => {
    for (const name of ['pdfmake', 'sharp', 'hyphen', 'world-countries', 'yaml', 'date-fns']) {
      expect(names).toContain(name);
    }
    expect(names).not.toContain('commander');
  });

  test('have exact versions', () => {
    const ranges = names.filter(
      (name) => !/^\d+\.\d+\.\d+$/.test(manifest.dependencies[name] ?? ''),
    );
    expect(ranges).toEqual([]);
  });

  test.each(['pdfkit', 'fontkit', 'linebreak'])(
    'and %s, a dependency of pdfmake, are installed once',
    (name) => {
      expect(installed.filter(([path]) => nameOf(path) === name)).toHaveLength(1);
    },
  );

  test('have their own group in dependabot.yml', () => {
    const [npm] = parse(read('.github/dependabot.yml')).updates;
    const isNamed = (name: string) =>
      npm.groups.pages.patterns.some((pattern: string) =>
        pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
      );
    expect(names.filter((name) => !isNamed(name))).toEqual([]);
    expect(npm.groups.program['exclude-patterns']).toEqual(npm.groups.pages.patterns);
  });
});

describe('the lock file', () => {
  test('has the checksum of every package, and no registry URL', () => {
    const bare = installed.filter(([, { integrity, resolved }]) => !integrity || resolved);
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  test('contains the builds for every platform', () => {
    const missing = installed.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !locked[`node_modules/${name}`] && !locked[`${path}/node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  test('is installed without running package scripts', () => {
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
  });
});

describe('licences', () => {
  /** Free licences that allow redistribution, and combinations of them. */
  const FREE =
    /^\(?(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Zlib|OFL-1\.1|LGPL-3\.0-or-later|ODbL-1\.0|Unlicense|CC0-1\.0)( (AND|OR) (MIT|BSD|Zlib|OFL-1\.1|Apache-2\.0|LGPL-3\.0-or-later))*\)?$/;
  /** Packages without an SPDX licence in package.json: their licence and how its file begins. */
  const BY_FILE: Readonly<Record<string, [licence: string, begins: RegExp]>> = {
    'png-js': ['MIT', /^MIT License/],
    'world-countries': ['ODbL-1.0', /^## ODC Open Database License \(ODbL\)/],
  };
  const shipped = installed
    .filter(([, { dev }]) => !dev)
    .map(([path, { license }]) => ({
      path,
      name: nameOf(path),
      licence: license ?? BY_FILE[nameOf(path)]?.[0] ?? 'none',
    }));

  test('of all runtime packages are free', () => {
    const others = shipped.filter(({ licence }) => !FREE.test(licence));
    expect(others.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
    expect(shipped.length).toBeGreaterThan(50);
  });

  test.each(Object.entries(BY_FILE))('of %s matches its licence file', (name, [, begins]) => {
    expect(read(join('node_modules', name, 'LICENSE'))).toMatch(begins);
  });

  test('other than MIT are listed in docs/packages.md with their packages', () => {
    const packages = new Map<string, Set<string>>();
    for (const { name, licence } of shipped.filter((one) => one.licence !== 'MIT')) {
      packages.set(licence, (packages.get(licence) ?? new Set()).add(family(name)));
    }
    const rows = [...packages].map(
      ([licence, names]) => `| ${licence} | ${[...names].sort().join(', ')} |`,
    );
    expect(read('docs/packages.md')).toContain(`\n${rows.sort().join('\n')}\n`);
  });

  /** Returns one name for all platform builds of a package, and for all parts of d3. */
  function family(name: string): string {
    return name.replace(/^(@img\/sharp(?:-libvips)?|@napi-rs\/canvas|d3)-.*$/, '$1-…');
  }

  test('of the project is in LICENSE and package.json', () => {
    expect(existsSync(join(root, 'LICENSE'))).toBe(true);
    expect(read('package.json')).toContain('"license": "MIT"');
  });
});

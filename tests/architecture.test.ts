import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { root } from './helpers/project-root.ts';

const SRC = join(root, 'src');

/** What each part of src/ may import of the others; what is pure and shared stands at the end. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'cli.ts': ['command-line', 'commands', 'archive', 'output', 'world'],
  'command-line': ['commands', 'archive', 'diagnostics', 'world'],
  commands: [
    'pipeline.ts',
    'archive',
    'desk',
    'preview',
    'site',
    'publications',
    'releases',
    'review',
    'pdf',
    'output',
    'diagnostics',
    'world',
  ],
  preview: ['pipeline.ts', 'templates', 'diagnostics', 'world'],
  archive: ['pipeline.ts', 'source', 'output', 'world'],
  site: ['publications', 'images', 'source', 'output', 'templates', 'text', 'diagnostics', 'world'],
  desk: ['publications', 'source', 'output', 'templates', 'world'],
  'pipeline.ts': [
    'publications',
    'register',
    'source',
    'images',
    'pdf',
    'output',
    'templates',
    'diagnostics',
    'memory',
    'text',
    'world',
  ],
  publications: [
    'limits.ts',
    'layout',
    'source',
    'images',
    'templates',
    'text',
    'diagnostics',
    'memory',
    'pdf',
    'output',
    'world',
  ],
  releases: ['publications', 'output', 'templates', 'text', 'world'],
  review: ['output', 'text', 'world'],
  templates: ['source', 'pdf', 'text', 'diagnostics', 'memory', 'world'],
  source: ['limits.ts', 'diagnostics', 'world'],
  register: ['limits.ts', 'source', 'memory', 'world'],
  images: ['limits.ts', 'diagnostics', 'memory', 'world'],
  output: ['diagnostics', 'world'],
  layout: ['pdf', 'text'],
  pdf: ['text', 'memory'],
  text: ['limits.ts', 'memory'],
  diagnostics: ['limits.ts'],
  memory: ['limits.ts', 'world'],
  world: [],
  'limits.ts': [],
};

/** Folders of which others may know the types, and none of the code. */
const TYPES_ONLY: readonly (readonly [from: string, of: string])[] = [
  ['commands', 'pdf'],
  ['layout', 'pdf'],
  ['publications', 'pdf'],
  ['publications', 'output'],
  ['releases', 'publications'],
  ['site', 'publications'],
  ['templates', 'pdf'],
];

interface Import {
  readonly file: string;
  /** What is imported: a path below src/ or a package's name. */
  readonly target: string;
  readonly isPackage: boolean;
  readonly isType: boolean;
}

const files = readdirSync(SRC, { recursive: true })
  .map((name) => String(name).split(sep).join('/'))
  .filter((name) => /\.(ts|mjs|cjs)$/.test(name));
const imports = files.filter((name) => name.endsWith('.ts')).flatMap(readImports);

function readImports(file: string): Import[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\b([^'";]*?)\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...statements].map(([, clause = '', from, bare, dynamic]) => {
    const target = from ?? bare ?? dynamic ?? '';
    const isPackage = !target.startsWith('.');
    return {
      file,
      target: isPackage ? target : normalize(join(dirname(file), target)),
      isPackage,
      isType: /^\s*type\b/.test(clause),
    };
  });
}

/** The folder of src/ that a file is in, or the file itself at its top. */
function partOf(path: string): string {
  return path.split('/')[0] ?? path;
}

function show({ file, target }: Import): string {
  return `${file} imports ${target}`;
}

test('the imports are found', () => {
  expect(imports.map(show)).toContain('cli.ts imports commands/exit.ts');
  expect(imports.map(show)).toContain('images/prepare-picture.ts imports sharp');
  expect(imports.length).toBeGreaterThan(files.length);
});

/** What starts the program and is no part of it. */
const LAUNCHER: ReadonlySet<string> = new Set([
  'launch.cjs',
  'bundle-program.mjs',
  'escape-non-ascii.mjs',
]);

test('every part of src/ has its line in the table', () => {
  const parts = new Set(files.map(partOf).filter((part) => !LAUNCHER.has(part)));
  expect([...parts].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
});

describe('a part imports only what stands before it', () => {
  test.each(Object.keys(MAY_IMPORT))('%s', (part) => {
    const wrong = imports.filter(({ file, target, isPackage }) => {
      const of = partOf(target);
      if (isPackage || partOf(file) !== part || of === part) return false;
      return !MAY_IMPORT[part]?.includes(of);
    });
    expect(wrong.map(show)).toEqual([]);
  });
});

test('no part imports itself by way of others', () => {
  const reaches = (from: string, to: string): boolean =>
    (MAY_IMPORT[from] ?? []).some((next) => next === to || reaches(next, to));
  expect(Object.keys(MAY_IMPORT).filter((part) => reaches(part, part))).toEqual([]);
});

test('no file imports itself by way of others', () => {
  const targets = new Map<string, string[]>();
  for (const { file, target, isPackage, isType } of imports) {
    if (!isPackage && !isType) targets.set(file, [...(targets.get(file) ?? []), target]);
  }
  const done = new Set<string>();
  const findCircle = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const target of targets.get(file) ?? []) {
      const circle = findCircle(target, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  expect(files.map((file) => findCircle(file, [])).filter(Boolean)).toEqual([]);
});

test.each(TYPES_ONLY)('%s knows no more of %s than types', (from, of) => {
  const wrong = imports.filter(
    ({ file, target, isPackage, isType }) =>
      !isPackage && !isType && partOf(file) === from && partOf(target) === of,
  );
  expect(wrong.map(show)).toEqual([]);
});

test('a publication imports no other', () => {
  const publicationOf = (path: string) => path.split('/').slice(0, 2).join('/');
  const wrong = imports.filter(
    ({ file, target, isPackage }) =>
      !isPackage &&
      partOf(file) === 'publications' &&
      file.split('/').length > 2 &&
      target.split('/').length > 2 &&
      partOf(target) === 'publications' &&
      publicationOf(file) !== publicationOf(target),
  );
  expect(wrong.map(show)).toEqual([]);
});

test('what publications share knows none of them', () => {
  const wrong = imports.filter(
    ({ file, target, isPackage }) =>
      !isPackage &&
      file.split('/').length === 2 &&
      /^publications\/.+\//.test(target) &&
      partOf(file) !== 'commands',
  );
  expect(wrong.map(show)).toEqual([]);
});

describe('a package has one home', () => {
  test.each([
    ['pdfmake', ['pdf']],
    ['pdfkit', ['pdf']],
    ['fontkit', ['pdf']],
    ['sharp', ['images']],
    ['yaml', ['source']],
    ['handlebars', ['templates']],
    ['date-fns', ['templates', 'publications']],
    ['commander', ['cli.ts', 'command-line']],
    ['tinypool', ['archive']],
    ['mdast-util-from-markdown', ['text']],
    ['pdfjs-dist', ['preview']],
    ['esbuild', ['preview', 'site']],
    ['minisearch', ['site']],
    ['@observablehq/plot', ['site']],
    ['linkedom', ['site']],
    ['csv-stringify', ['site']],
    ['node:http', ['preview']],
    ['open', ['world']],
    ['node:child_process', ['world']],
    ['diff', ['review']],
    ['node:fs', ['world']],
    ['node:fs/promises', ['world']],
  ])('%s', (name, homes) => {
    const importers = imports.filter(
      ({ target, isPackage }) => isPackage && (target === name || target.startsWith(`${name}/`)),
    );
    const strangers = importers.filter(({ file }) => !homes.includes(partOf(file)));
    expect(strangers.map(show)).toEqual([]);
  });
});

test('every package that is imported is a dependency, and of pdfmake one exact version', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const nameOf = (target: string) =>
    target
      .split('/')
      .slice(0, target.startsWith('@') ? 2 : 1)
      .join('/');
  const packages = imports
    .filter(({ target, isPackage, isType }) => isPackage && !isType && !target.startsWith('node:'))
    .map(({ target }) => nameOf(target));
  expect(packages.filter((name) => !(name in dependencies))).toEqual([]);
  expect(dependencies.pdfmake).toMatch(/^\d+\.\d+\.\d+$/);
});

describe('every file', () => {
  const texts = files.map((file) => [file, readFileSync(join(SRC, file), 'utf8')] as const);

  test('has at most 300 lines', () => {
    const long = texts.filter(([, text]) => text.split('\n').length - 1 > 300);
    expect(long.map(([file]) => file)).toEqual([]);
  });

  test('is named for what it holds', () => {
    const names = /(^|[/-])(utils?|helpers?|common|misc|shared|index)\.(ts|mjs|cjs)$/;
    expect(files.filter((file) => names.test(file))).toEqual([]);
    expect(files.filter((file) => !/^[a-z0-9/.-]+$/.test(file))).toEqual([]);
  });

  test('exports by name', () => {
    const unnamed = texts.filter(
      ([file, text]) => !file.endsWith('.d.ts') && /^export default\b/m.test(text),
    );
    expect(unnamed.map(([file]) => file)).toEqual([]);
  });

  test('has a sentence on each function and each type it exports', () => {
    // pdfmake.ts gives pdfmake's own classes their types; their names say what they are.
    const bare = texts
      .filter(([file]) => file.endsWith('.ts') && file !== 'pdf/pdfmake.ts')
      .flatMap(([file, text]) => {
        const lines = text.split('\n');
        return lines.flatMap((line, index) =>
          /^export (async )?(function|class|interface|type) /.test(line) &&
          !/\*\/\s*$/.test(lines[index - 1] ?? '')
            ? [`${file}:${index + 1} ${line}`]
            : [],
        );
      });
    expect(bare).toEqual([]);
  });

  test('asks no clock, no chance and no time zone of the machine', () => {
    const machine = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\btoLocale\w*\(/;
    const asking = texts.filter(([, text]) => machine.test(text));
    expect(asking.map(([file]) => file)).toEqual([]);
  });

  test('wraps a world through observe-world.ts only, which forwards every argument', () => {
    const spreading = texts.filter(([, text]) => /\.\.\.[\w.]*\bworld\b/i.test(text));
    expect(spreading.map(([file]) => file)).toEqual(['world/observe-world.ts']);
  });

  test('hands nothing to a shell', () => {
    const shell = /import \{[^}]*\bexec(Sync)?\b[^}]*\} from 'node:child_process'|\bshell:/;
    const handing = texts.filter(([, text]) => shell.test(text));
    expect(handing.map(([file]) => file)).toEqual([]);
  });

  test('fetches nothing; the preview answers, its page asks it for PDFs, a site’s page for its index', () => {
    const fetching = texts.filter(([, text]) =>
      /\bfetch\(|\bnew (EventSource|WebSocket|XMLHttpRequest)\(|from 'node:(https?|http2|net|tls|dns)'/.test(
        text.replaceAll(/^import type .*$/gm, ''),
      ),
    );
    expect(fetching.map(([file]) => file).sort()).toEqual([
      'preview/page/connection.ts',
      'preview/page/load-pdf.ts',
      'preview/serve-preview.ts',
      'site/page/search.ts',
    ]);
  });

  test('of the preview’s page knows no more of the program than the messages', () => {
    const known = imports.filter(
      ({ file, target, isPackage }) =>
        !isPackage && file.startsWith('preview/page/') && !target.startsWith('preview/page/'),
    );
    expect(known.length).toBeGreaterThan(0);
    expect(
      known.filter(({ target, isType }) => target !== 'preview/messages.ts' || !isType),
    ).toEqual([]);
  });
});

test('git keeps every source: no rule of .gitignore reaches into src or tests', () => {
  const rules = readFileSync(join(root, '.gitignore'), 'utf8').split('\n');
  const anywhere = rules
    .filter((rule) => /^[^/#]/.test(rule))
    .map((rule) => rule.replace(/\/$/, ''));
  const tests = readdirSync(join(root, 'tests'), { recursive: true }).map(String);
  const lost = [...files, ...tests].filter((name) =>
    name.split(/[\\/]/).some((step) => anywhere.includes(step)),
  );
  expect(lost).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { root } from './helpers/project-root.ts';

const SRC = join(root, 'src');

/**
 * The layers of src/, from the top: a file imports only its own part and parts of lower layers, types
 * included. Parts of the same layer do not import each other.
 */
const LAYERS: readonly (readonly string[])[] = [
  ['cli.ts'],
  ['commands'],
  ['preview', 'publishing'],
  ['pipeline'],
  ['publications'],
  ['site', 'pdf'],
  ['templates'],
  ['source', 'images', 'text', 'output'],
  ['diagnostics', 'cache'],
  ['host', 'limits.ts'],
];

/** The layers of src/pdf, from the top: files and folders. */
const PDF_LAYERS: readonly (readonly string[])[] = [
  ['engine.ts'],
  ['render.ts'],
  ['engine-resources.ts'],
  ['paginate', 'inspect', 'draw'],
  ['linebreak', 'tag', 'write'],
  ['measure', 'page-numbers.ts'],
  ['fonts'],
  ['definition.ts', 'pdfmake'],
  ['definition-blocks.ts'],
];

/** The layers of src/publications, from the top; `*` is the folder of a publication. */
const PUBLICATION_LAYERS: readonly (readonly string[])[] = [
  ['index.ts'],
  ['*'],
  ['shared'],
  ['publication.ts'],
  ['edition-format.ts'],
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

/** Returns the top folder of a path below src/, or the file itself. */
function partOf(path: string): string {
  return path.split('/')[0] ?? path;
}

/** Returns the same within a folder of src/; undefined for other files. */
function partIn(folder: string, path: string): string | undefined {
  return path.startsWith(`${folder}/`) ? partOf(path.slice(folder.length + 1)) : undefined;
}

function show({ file, target }: Import): string {
  return `${file} imports ${target}`;
}

/** Finds imports from a higher or the same layer; `nameOf` returns undefined for files to ignore. */
function findUpwardImports(
  nameOf: (path: string) => string | undefined,
  layers: readonly (readonly string[])[],
): string[] {
  const layerOf = (part: string) => layers.findIndex((parts) => parts.includes(part));
  return imports
    .filter(({ file, target, isPackage }) => {
      const [from, to] = [nameOf(file), nameOf(target)];
      if (isPackage || from === undefined || to === undefined || from === to) return false;
      return layerOf(to) <= layerOf(from);
    })
    .map(show);
}

test('the imports are found', () => {
  expect(imports.map(show)).toContain('cli.ts imports commands/terminal.ts');
  expect(imports.map(show)).toContain('images/prepare-picture.ts imports sharp');
  expect(imports.length).toBeGreaterThan(files.length);
});

/** Folder of the launcher, which is not part of the layers. */
const LAUNCHER = 'program';

describe('every part belongs to a layer', () => {
  const isLaunched = (file: string) => partOf(file) !== LAUNCHER;

  test('of src/', () => {
    const parts = new Set(files.filter(isLaunched).map(partOf));
    expect([...parts].sort()).toEqual(LAYERS.flat().sort());
  });

  test('of src/pdf', () => {
    const parts = new Set(files.flatMap((file) => partIn('pdf', file) ?? []));
    expect([...parts].sort()).toEqual(PDF_LAYERS.flat().sort());
  });
});

describe('a file imports only from lower layers', () => {
  test('of src/', () => {
    expect(findUpwardImports(partOf, LAYERS)).toEqual([]);
  });

  test('of src/pdf', () => {
    expect(findUpwardImports((path) => partIn('pdf', path), PDF_LAYERS)).toEqual([]);
  });

  test('of src/publications', () => {
    const named = new Set(PUBLICATION_LAYERS.flat());
    const partOfPublications = (path: string) => {
      const part = partIn('publications', path);
      return part === undefined || named.has(part) ? part : '*';
    };
    expect(findUpwardImports(partOfPublications, PUBLICATION_LAYERS)).toEqual([]);
  });
});

test('there are no import cycles, types included', () => {
  const targets = new Map<string, string[]>();
  for (const { file, target, isPackage } of imports) {
    if (!isPackage) targets.set(file, [...(targets.get(file) ?? []), target]);
  }
  const done = new Set<string>();
  const findCycle = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const target of targets.get(file) ?? []) {
      const cycle = findCycle(target, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  expect(files.map((file) => findCycle(file, [])).filter(Boolean)).toEqual([]);
});

test('no general file contains the name of a publication or a term of only one of them', () => {
  // src/program trims the data of a package that only one publication uses.
  const isGeneral = (file: string) =>
    !/^(publications\/(?!shared\/|publication\.ts$)|program\/)/.test(file);
  const terms =
    /\bcountr(?:y|ies)\b|CARICC|masthead|information[- ]release|press[- ]release|newsletter/i;
  const found = files.filter(isGeneral).flatMap((file) =>
    readFileSync(join(SRC, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        // The package is named after the centre.
        const [term] = terms.exec(line.replaceAll('caricc-bulletin', '')) ?? [];
        return term === undefined ? [] : [`${file}:${index + 1}: ${term}`];
      }),
  );
  expect(found).toEqual([]);
});

test('a publication does not import another', () => {
  const publicationOf = (path: string) => path.split('/')[1];
  const wrong = imports.filter(
    ({ file, target, isPackage }) =>
      !isPackage &&
      [file, target].every((path) => path.startsWith('publications/') && path.split('/')[2]) &&
      publicationOf(target) !== 'shared' &&
      publicationOf(file) !== publicationOf(target),
  );
  expect(wrong.map(show)).toEqual([]);
});

describe('a package is imported only in its own parts', () => {
  test.each([
    ['pdfmake', ['pdf']],
    ['pdfkit', ['pdf']],
    ['fontkit', ['pdf']],
    ['sharp', ['images']],
    ['yaml', ['source']],
    ['handlebars', ['templates']],
    ['date-fns', ['templates', 'text', 'publications']],
    ['commander', ['cli.ts', 'commands']],
    ['picocolors', ['commands', 'diagnostics']],
    ['tinypool', ['publishing']],
    ['mdast-util-from-markdown', ['text']],
    ['pdfjs-dist', ['preview']],
    ['esbuild', ['preview', 'site']],
    ['minisearch', ['site']],
    ['@orama/stemmers', ['text']],
    ['@observablehq/plot', ['site']],
    ['linkedom', ['site']],
    ['csv-stringify', ['publications']],
    ['node:http', ['preview']],
    ['open', ['host']],
    ['node:child_process', ['host']],
    ['diff', ['commands', 'publishing']],
    ['node:fs', ['host']],
    ['node:fs/promises', ['host']],
  ])('%s', (name, allowedParts) => {
    const importers = imports.filter(
      ({ target, isPackage }) => isPackage && (target === name || target.startsWith(`${name}/`)),
    );
    const others = importers.filter(({ file }) => !allowedParts.includes(partOf(file)));
    expect(others.map(show)).toEqual([]);
  });
});

test('every imported package is a dependency, and pdfmake has an exact version', () => {
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

  test('has a specific name in lower case', () => {
    const names = /(^|[/-])(utils?|helpers?|common|misc|shared)\.(ts|mjs|cjs)$/;
    expect(files.filter((file) => names.test(file))).toEqual([]);
    expect(files.filter((file) => !/^[a-z0-9/.-]+$/.test(file))).toEqual([]);
  });

  test('has no default export', () => {
    const unnamed = texts.filter(
      ([file, text]) => !file.endsWith('.d.ts') && /^export default\b/m.test(text),
    );
    expect(unnamed.map(([file]) => file)).toEqual([]);
  });

  test('has a docstring on each exported function and type', () => {
    // pdfmake/types.ts declares types of pdfmake's own classes, which need no explanation.
    const bare = texts
      .filter(([file]) => file.endsWith('.ts') && file !== 'pdf/pdfmake/types.ts')
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

  test('does not use the machine’s clock, random numbers or locale', () => {
    // Capitals of a language that is named depend on no machine.
    const machine =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\btoLocale(?!UpperCase\(\w)\w*\(/;
    const found = texts.filter(([, text]) => machine.test(text));
    // The host's clock decides whether an issue under embargo may be released; no page shows its time.
    expect(found.map(([file]) => file)).toEqual(['host/node-host.ts']);
  });

  test('wraps a host through observe-host.ts only, which forwards every argument', () => {
    const spreading = texts.filter(([, text]) => /\.\.\.[\w.]*\bhost\b/i.test(text));
    expect(spreading.map(([file]) => file)).toEqual(['host/observe-host.ts']);
  });

  test('passes nothing to a shell', () => {
    const shell = /import \{[^}]*\bexec(Sync)?\b[^}]*\} from 'node:child_process'|\bshell:/;
    const found = texts.filter(([, text]) => shell.test(text));
    expect(found.map(([file]) => file)).toEqual([]);
  });

  test('uses no network, except the preview server, its page, and the site’s search', () => {
    const found = texts.filter(([, text]) =>
      /\bfetch\(|\bnew (EventSource|WebSocket|XMLHttpRequest)\(|from 'node:(https?|http2|net|tls|dns)'/.test(
        text.replaceAll(/^import type .*$/gm, ''),
      ),
    );
    expect(found.map(([file]) => file).sort()).toEqual([
      'preview/page/connection.ts',
      'preview/page/load-pdf.ts',
      'preview/serve-preview.ts',
      'site/page/search.ts',
    ]);
  });

  test('of the preview’s page imports only the message types of the program', () => {
    const found = imports.filter(
      ({ file, target, isPackage }) =>
        !isPackage && file.startsWith('preview/page/') && !target.startsWith('preview/page/'),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(
      found.filter(({ target, isType }) => target !== 'preview/messages.ts' || !isType),
    ).toEqual([]);
  });
});

test('.gitignore ignores no file in src or tests', () => {
  const rules = readFileSync(join(root, '.gitignore'), 'utf8').split('\n');
  const ignoredNames = rules
    .filter((rule) => /^[^/#]/.test(rule))
    .map((rule) => rule.replace(/\/$/, ''));
  const tests = readdirSync(join(root, 'tests'), { recursive: true }).map(String);
  const ignored = [...files, ...tests].filter((name) =>
    name.split(/[\\/]/).some((step) => ignoredNames.includes(step)),
  );
  expect(ignored).toEqual([]);
});

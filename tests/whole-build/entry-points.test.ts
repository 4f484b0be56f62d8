// An issue has the same bytes and problems through every entry point: tests run the sources, npm starts a
// bundle of them with caches, and worker threads of an archive load the bundle as a module.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { PictureFormat } from '../../src/images/picture-format.ts';
import { detectFormat } from '../../src/images/picture-format.ts';
import { CODES } from '../../src/publications/index.ts';
import {
  addLanguage,
  FIRST_EDITION,
  furtherEdition,
  isEdition,
} from '../../src/source/issue-file.ts';
import { parseRichText } from '../../src/text/parse-rich-text.ts';
import { type Block, listSpans } from '../../src/text/rich-text.ts';
import {
  createTypesetter,
  type TypographyRules,
  typesetBlocks,
} from '../../src/text/typography.ts';
import { writeCorpus } from '../helpers/corpus.ts';
import { createEntryPoints, hashOf, type Printed, type Run } from '../helpers/entry-points.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

/** Issues of the default publication without errors in the corpus. */
const GOOD_BULLETINS = ['2024-01', '2024-02', '2024-03', '2024-05', '2024-13', '2024-15'];
/** Issues of other publications, whose files are named after their folders. */
const GOOD_OTHERS = ['press-release-2024-02-10-every-key', 'newsletter-cadap-7-1'];
/** Issues of the corpus without errors. */
const GOOD = [...GOOD_BULLETINS, ...GOOD_OTHERS];
/** Those of them that may be released: 2024-05 contains example texts of a new issue. */
const RELEASABLE = GOOD.filter((name) => name !== '2024-05');
/** An issue whose first edition has no errors, but its further ones have. */
const HALF_GOOD = '2024-16';
/** Editions of the corpus without errors. */
const GOOD_EDITIONS = [...GOOD, HALF_GOOD, '2024-15.en'];
/** Problem codes that no issue of the corpus can raise, with the reason. */
const OUT_OF_REACH: Readonly<Record<string, string>> = {
  'template-missing':
    'It is a problem of a template, not of an issue: templates/template-folder.test.ts.',
  'phrase-invalid': 'It is a problem of a template: templates/check-phrases.test.ts.',
  'forms-missing': 'It is a problem of a template: templates/check-phrases.test.ts.',
  'cover-too-wide': 'It is a problem of a template: information-release/fit-cover.test.ts.',
};

/** A path with Cyrillic letters and spaces. */
const project = join(makeRealFolder(), 'выпуски № 5');
const { runSources, runCommand, startPreview, clearCaches, hashFiles } = createEntryPoints(project);
const nameOfPdf = (name: string) =>
  GOOD_OTHERS.includes(name) ? `${name}.pdf` : `information-release-${name}.pdf`;

interface ListedProblem {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly start: { readonly line: number } | null;
  readonly message: string;
  readonly hints: readonly string[];
}

/** Output folder of the sources; each command writes to a folder of its own. */
const SOURCES = 'outputs/sources';
const build = (issues: readonly string[], output: string): Run => {
  return { words: ['build-issue', ...issues, '--out', 'OUT'], output };
};
const DRAFTS = ['drafts/one', 'drafts/two'];
const CHECK = { words: ['check', '--format', 'json'] };
let built: Printed;
let good: Printed;
let drafts: Printed;
let checked: Printed;
let problems: readonly ListedProblem[] = [];
let files: Record<string, string> = {};
let goodFiles: Record<string, string> = {};

beforeAll(async () => {
  mkdirSync(project);
  await writeCorpus(project);
  checked = await runSources(CHECK);
  problems = JSON.parse(checked.out).problems;
  built = await runSources(build(['--all'], SOURCES));
  files = hashFiles(SOURCES);
  goodFiles = Object.fromEntries(
    Object.entries(files).filter(([name]) => !name.includes(HALF_GOOD)),
  );
  good = await runSources(build(GOOD, SOURCES));
  drafts = await runSources(build(DRAFTS, SOURCES));
}, 120_000);

describe('the corpus', () => {
  const readIssue = (name: string) =>
    parse(readFileSync(join(project, 'issues', name, 'issue.yaml'), 'utf8'));
  const listArticles = () =>
    GOOD_BULLETINS.flatMap((name) =>
      readIssue(name).sections.flatMap(({ articles }: { articles: unknown[] }) => articles),
    );
  const listBlocks = () =>
    listArticles().flatMap(({ body }: { body: string }) => parseRichText(body).blocks);

  test('has exactly the expected issues without errors', () => {
    const pdfs = Object.keys(files).filter((name) => name.endsWith('.pdf'));
    expect(pdfs.sort()).toEqual(GOOD_EDITIONS.map(nameOfPdf).sort());
    expect(built.code).toBe(1);
  });

  test('raises every problem code', () => {
    const codes = [...problems.map(({ code }) => code), ...codesIn(drafts.err)];
    const missing = Object.keys(CODES).filter((code) => !codes.includes(code));
    expect(missing).toEqual(Object.keys(OUT_OF_REACH));
  });

  test('uses every key and every enum value of the format', () => {
    const used = new Set<string>();
    const collect = (value: unknown) => {
      if (typeof value === 'string') used.add(value);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, child] of Object.entries(value)) {
        if (!Array.isArray(value)) used.add(key);
        collect(child);
      }
    };
    for (const name of GOOD) collect(readIssue(name));
    expect(namesOfFormat().filter((name) => !used.has(name))).toEqual([]);
    expect(used).toContain('caption');
  });

  test('has every kind of block', () => {
    const kinds = {
      paragraph: true,
      list: true,
      quote: true,
      subheading: true,
      table: true,
    } satisfies Record<Block['kind'], true>;
    const found = new Set<string>();
    const collect = (block: Block) => {
      found.add(block.kind);
      for (const span of listSpans([block])) for (const key of Object.keys(span)) found.add(key);
      if (block.kind !== 'list' && block.kind !== 'quote') return;
      if (block.kind === 'list') found.add(block.start === undefined ? 'bullets' : 'numbers');
      for (const child of block.kind === 'quote' ? block.blocks : block.items.flat()) {
        if (child.kind !== 'paragraph') found.add(`${child.kind} in a ${block.kind}`);
        collect(child);
      }
    };
    for (const block of listBlocks()) collect(block);
    const wanted = [...Object.keys(kinds), 'bullets', 'numbers', 'bold', 'italic', 'link'];
    const nested = ['list in a list', 'list in a quote', 'quote in a quote'];
    for (const kind of [...wanted, ...nested]) expect(found).toContain(kind);
  });

  test('has text for every typography rule', () => {
    const all: TypographyRules = { quotes: true, dashes: true, spaces: true };
    const typeset = (rules: TypographyRules) =>
      JSON.stringify(typesetBlocks(listBlocks(), createTypesetter('en', rules)));
    for (const rule of Object.keys(all))
      expect(typeset({ ...all, [rule]: false })).not.toBe(typeset(all));
  });

  test('has a photo of every format', () => {
    const formats = { JPEG: 0, PNG: 0, WebP: 0, AVIF: 0, TIFF: 0 } satisfies Record<
      PictureFormat,
      number
    >;
    const photos = join(project, 'issues', '2024-02', 'photos');
    const found = readdirSync(photos).map((name) => {
      const { format } = detectFormat(readFileSync(join(photos, name)));
      return format;
    });
    expect([...new Set(found)].sort()).toEqual(Object.keys(formats).sort());
  });
});

function codesIn(text: string): string[] {
  return [...text.matchAll(/\[([a-z]+(?:-[a-z]+)+)\]$/gm)].map(([, code = '']) => code);
}

/** Returns all keys and enum values of the format. */
function namesOfFormat(): string[] {
  const folder = join(project, 'templates');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === 'issue.schema.json')
    .map((path) => join(folder, path));
  const names = new Set<string>();
  const visit = (node: unknown, isProperties: boolean) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      if (isProperties) names.add(key);
      else if (key === 'enum') for (const choice of child) names.add(choice);
      visit(child, key === 'properties' && !isProperties);
    }
  };
  for (const path of paths) visit(JSON.parse(readFileSync(path, 'utf8')), false);
  return [...names];
}

describe('the command', () => {
  test.each([
    ['when the program is bundled, without caches'],
    ['when the code cache is written, with caches of the issues'],
    ['when the code cache is used'],
  ])('builds the same files with the same output %s', async (when) => {
    if (when.includes('without caches')) clearCaches();
    const output = `outputs/${when.replaceAll(/\W+/g, '-')}`;
    expect(await runCommand(build(GOOD, output))).toEqual(good);
    expect(hashFiles(output)).toEqual(goodFiles);
  });

  test('has a code cache of V8', () => {
    const kept = readdirSync(join(project, 'node_modules', '.cache', 'bulletin', 'program'));
    expect(kept.filter((name) => name.endsWith('.build-issue.v8'))).toHaveLength(1);
  });

  test('refuses the same issues with the same output', async () => {
    expect(await runCommand(build(['--all'], 'outputs/all'))).toEqual(built);
    expect(hashFiles('outputs/all')).toEqual(files);
    expect(await runCommand(build(DRAFTS, 'outputs/drafts'))).toEqual(drafts);
  });

  test('has the same output of check and typeset-report', async () => {
    expect(await runCommand(CHECK)).toEqual(checked);
    for (const words of [['check'], ['typeset-report', ...GOOD]]) {
      expect(await runCommand({ words })).toEqual(await runSources({ words }));
    }
  });
});

test('worker threads of an archive build the same files and find the same problems', async () => {
  clearCaches();
  const words = ['archive', '--jobs', '2', '--out', 'OUT'];
  const { code, err } = await runCommand({ words, output: 'outputs/archive' });
  expect(code).toBe(1);
  expect(err.split('\n').sort()).toEqual(built.err.split('\n').sort());
  const written = Object.entries(hashFiles('outputs/archive'));
  expect(Object.fromEntries(written.filter(([name]) => name in files))).toEqual(files);
  expect(written.filter(([name]) => /\.pdf$/.test(name))).toHaveLength(GOOD_EDITIONS.length);
});

describe('the preview', () => {
  /** Issue folders without issue.yaml, for which the preview waits. */
  const MISSING = ['2024-12', '2024-18'];

  test('shows the same pages and the same problems', async () => {
    const { address, readState, stop } = await startPreview();
    try {
      const folders = readdirSync(join(project, 'issues'));
      const editions = folders.flatMap((folder) =>
        readdirSync(join(project, 'issues', folder))
          .filter(isEdition)
          .map((file) => addLanguage(folder, file)),
      );
      for (const name of editions.filter((one) => !MISSING.includes(one))) {
        const { document, problems: shown, notice } = await readState(name);
        expect(notice).toBeUndefined();
        const listed = shown.map(({ severity, code, message, hints, place }) => {
          return { severity, code, message, hints, place };
        });
        expect(listed).toEqual(errorsFirst(name));
        expect(document?.hash).toBe(files[nameOfPdf(name)]);
        if (!document) continue;
        const pdf = await fetch(`${address}pdf/${document.hash}?issue=${name}`);
        expect(hashOf(new Uint8Array(await pdf.arrayBuffer()))).toBe(document.hash);
      }
    } finally {
      await stop();
    }
  }, 60_000);

  /** Returns the problems that check reports for an issue, in the order of the preview. */
  function errorsFirst(name: string) {
    const [folder = '', language] = name.split('.');
    const file = `issues/${folder}/${language ? furtherEdition(language) : FIRST_EDITION}`;
    const own = problems
      .filter((problem) => problem.file === file)
      .map(({ severity, code, message, hints, start }) => {
        return { severity, code, message, hints, place: start ? `${file}:${start.line}` : file };
      });
    const isError = ({ severity }: { severity: string }) => severity === 'error';
    return [...own.filter(isError), ...own.filter((problem) => !isError(problem))];
  }
});

test.each(RELEASABLE)('a release of %s has the same files', async (name) => {
  expect(await runCommand({ words: ['release-assets', name] })).toMatchObject({ code: 0 });
  const assets = hashFiles(join('output', 'release', name, 'assets'));
  for (const ending of ['.pdf', '.json']) {
    const file = nameOfPdf(name).replace('.pdf', ending);
    expect(assets[file]).toBe(files[file]);
  }
});

// Must be the last test: it removes issues that the others need.
test('the site has the same files', async () => {
  for (const name of readdirSync(join(project, 'issues'))) {
    if (!RELEASABLE.includes(name)) rmSync(join(project, 'issues', name), { recursive: true });
  }
  const words = ['site', '--out', 'OUT', '--base-url', 'https://caricc.org/'];
  clearCaches();
  const sources = await runSources({ words, output: 'outputs/site-of-sources' });
  expect(sources).toMatchObject({ code: 0 });
  clearCaches();
  expect(await runCommand({ words, output: 'outputs/site' })).toEqual(sources);
  const site = hashFiles('outputs/site');
  expect(site).toEqual(hashFiles('outputs/site-of-sources'));
  // Press releases have no pages on the site.
  for (const name of RELEASABLE.filter((one) => !GOOD_OTHERS.includes(one))) {
    expect(Object.values(site)).toContain(files[nameOfPdf(name)]);
  }
}, 120_000);

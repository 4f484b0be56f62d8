import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import Handlebars from 'handlebars';
import { buildIssues } from '../../src/commands/build-issue.ts';
import { checkIssues } from '../../src/commands/check.ts';
import { HOSTILE_FIELDS, HOSTILE_TEXTS, hostileIssue } from '../helpers/hostile-issue.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { makePhoto, renderIssue } from '../helpers/render-issue.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

/** Records every text that is compiled as a template from now on. */
function watchCompiler(): string[] {
  const compiled: string[] = [];
  const create = Handlebars.create.bind(Handlebars);
  jest.spyOn(Handlebars, 'create').mockImplementation(() => {
    const compiler = create();
    const compile = compiler.compile.bind(compiler);
    compiler.compile = (text, options) => {
      compiled.push(text);
      return compile(text, options);
    };
    return compiler;
  });
  return compiled;
}

/** Returns the texts in templates/ with whitespace collapsed, because YAML folds lines. */
function templateTexts(): string {
  const folder = join(root, 'templates', 'information-release');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'));
  return texts.join('\n').replaceAll(/\s+/g, ' ');
}

test('text that other programs would execute is printed literally and never compiled', async () => {
  const compiled = watchCompiler();
  const issue = hostileIssue(HOSTILE_TEXTS, 'photos/a.jpg');
  const { pdf } = await renderIssue(issue, { 'photos/a.jpg': await makePhoto() });
  const flat = (words: string) => words.replaceAll(/[\s\u00ad]/g, '').toLowerCase();
  const printed = flat(pdf.pages.map((page) => page.text).join(' '));
  for (const text of HOSTILE_TEXTS) {
    for (const field of HOSTILE_FIELDS) {
      // Backticks in a title keep the letters between them, and are not printed.
      const shown = field === 'Title' ? text.replaceAll('`', '') : text;
      expect(printed).toContain(flat(`${field} ${shown}`));
    }
  }
  const known = templateTexts();
  const unknown = compiled.filter((text) => !known.includes(text.replaceAll(/\s+/g, ' ')));
  expect(compiled.length).toBeGreaterThan(0);
  expect(unknown).toEqual([]);
});

/** An issue with mistakes that are quoted in messages. */
const QUOTED = `number: 19
period: { from: 2024-11-16, to: 2024-11-30 }
"\\n::stop-commands::token": 1
sections:
  - country: "\\n::error::XX"
    topics: ["lessons \\r\\n::warning::x"]
    articles:
      - title: ${JSON.stringify('A \u001b[31mred\n::error::title')}
        source: "https://example.org/\\n::error::x"
        photo: { file: "photos/\\n::add-mask::a.jpg", alt: x }
        "\\u009b31m::set-env name=PATH::x": 3
        body: |
          A [x](javascript:alert\\(1\\)) \u001b]0;owned\u0007 and \u202eturned
          ::error::a line of the body
`;

describe('a message that quotes an issue', () => {
  const file = '/desk/evil\n::error::folder/issue.yaml';
  const runs = {
    'build-issue': (host: ReturnType<typeof createMemoryHost>) =>
      buildIssues({ names: [file], all: false, out: '/out' }, root, host),
    check: (host: ReturnType<typeof createMemoryHost>) =>
      checkIssues({ names: [file], strict: false, rules: false }, root, host),
  };
  test.each(Object.entries(runs))(
    'in %s contains no commands for GitHub or a terminal',
    async (_, run) => {
      const host = createMemoryHost(
        { [file]: QUOTED },
        { environment: { GITHUB_ACTIONS: 'true' } },
      );
      expect(await run(host)).toBe(1);
      const printed = [...host.printed, ...host.warned].join('\n');
      expect(printed).toContain('stop-commands');
      const commands = printed
        .split(/\r\n|[\n\r\u2028\u2029]/)
        .filter((line) => /^\s*::/.test(line));
      const ours =
        /^::(error|warning) file=evil[^,:]*,line=\d+,endLine=\d+,col=\d+(,endColumn=\d+)?,title=[a-z-]+::/;
      expect(commands.length).toBeGreaterThan(5);
      expect(commands.filter((line) => !ours.test(line))).toEqual([]);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the test looks for them
      expect(printed.match(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/g)).toBeNull();
    },
  );
});

test('SECURITY.md has the correct number of these texts and links', () => {
  const readme = readFileSync(join(root, 'SECURITY.md'), 'utf8');
  const texts = HOSTILE_TEXTS.length * HOSTILE_FIELDS.length;
  expect(readme).toContain(`in every field for text | ${texts} | 0 |`);
  expect(readme).toContain(`http, https and mailto | ${REFUSED_LINKS.length} | 0 |`);
});

/** Link targets that are not allowed. */
const REFUSED_LINKS = [
  'javascript:alert%281%29',
  'JAVASCRIPT:x',
  '&#106;avascript:x',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'ftp://example.org/',
  'smb://host/share',
  'tel:+123',
  '//example.org/x',
  '/etc/passwd',
  'issue.yaml',
  '#page=2',
];

describe('a link', () => {
  const issueWith = (target: string) => `number: 19
period: { from: 2024-11-16, to: 2024-11-30 }
sections:
  - country: KZ
    topics: [lessons]
    articles:
      - title: One
        source: https://example.org/1
        body: |
          See [this](${target}) and [that](https://example.org/2).
`;

  test.each(['http://example.org/a', 'https://example.org/a', 'mailto:a@example.org'])(
    'to %s is in the PDF',
    async (target) => {
      const { pdf } = await renderIssue(issueWith(target));
      const targets = pdf.pages.flatMap((page) => page.links.map((link) => link.target));
      expect(targets).toContain(target);
    },
  );

  test.each(REFUSED_LINKS)('to %s is an error', async (target) => {
    const host = createMemoryHost({ '/desk/2024-19/issue.yaml': issueWith(target) });
    const request = { names: ['/desk/2024-19'], all: false, out: '/out' };
    expect(await buildIssues(request, root, host)).toBe(1);
    expect(host.warned.join('\n')).toContain('[link-invalid]');
    expect(host.files.has('/out/information-release-2024-19.pdf')).toBe(false);
  });
});

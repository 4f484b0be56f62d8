import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { sampleNewsletter } from '../helpers/check-newsletter.ts';
import { copyProject } from '../helpers/copy-project.ts';
import { drawPages } from '../helpers/draw-page.ts';
import { createEntryPoints } from '../helpers/entry-points.ts';
import {
  type Area,
  type DrawnPage,
  findColour,
  isWhite,
  readDrawnPage,
} from '../helpers/find-colour.ts';
import { runProgram } from '../helpers/launch-program.ts';
import { root } from '../helpers/project-root.ts';
import { type ReadPdf, readPdf } from '../helpers/read-pdf.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

// The sample newsletter through every command.

const project = join(makeRealFolder(), 'project');
const NAME = 'newsletter-cadap-7-1';
const PT_PER_MM = 72 / 25.4;
/** Pixels to a point; 0.1 mm is a pixel. */
const SCALE = 3.5;
/** Timeout in ms. */
const PATIENCE = 120_000;

const run = (...words: string[]) => runProgram(words, { project });
const output = (...path: string[]) => join(project, 'output', ...path);
const issueFile = (name: string) => join(project, 'issues', name, 'issue.yaml');

function writeIssue(name: string, text: string): void {
  mkdirSync(join(project, 'issues', name), { recursive: true });
  writeFileSync(issueFile(name), text);
}

let pdf: ReadPdf;
let bytes: Buffer;

beforeAll(async () => {
  mkdirSync(project);
  copyProject(project);
  cpSync(join(root, 'package-lock.json'), join(project, 'package-lock.json'));
  for (const name of [NAME, '2025-01'])
    cpSync(join(root, 'issues', name), join(project, 'issues', name), { recursive: true });
  const { code, out, err } = await run('build-issue', '--publication', 'newsletter');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(`output/${NAME}.pdf  4 pages, `);
  bytes = readFileSync(output(`${NAME}.pdf`));
  pdf = await readPdf(bytes);
}, PATIENCE);

test('check finds no problem in the sample', async () => {
  expect((await run('check', NAME)).out).toBe('1 issue checked: 0 errors, 0 warnings\n');
});

test('the report has the contents that are printed', () => {
  expect(JSON.parse(readFileSync(output(`${NAME}.json`), 'utf8'))).toMatchObject({
    publication: 'newsletter',
    title: 'CADAP 7 Quarterly Newsletter N1',
    date: '2022-06-30',
    programme: 'cadap-7',
    number: 1,
    period: '2022-Q2',
    summary: '6 articles',
    contents: [
      { title: 'Technical Committees agree on work plans', page: 1 },
      { title: 'Assessment mission on prevention', page: 2 },
      { title: 'The five results of CADAP 7', page: 3 },
      { title: 'News in brief', page: 4 },
    ],
  });
});

describe.each([
  ['in the brand line', 0, /^Central Asia Drug Action Programme/],
  ['at the foot of the last page', 3, /^Implemented by:/],
])('the emblem %s', (_, index, beside) => {
  let page: DrawnPage;
  let emblem: Area;

  beforeAll(async () => {
    const [png] = drawPages(bytes, [index + 1], SCALE);
    page = await readDrawnPage(png ?? Buffer.alloc(0), SCALE);
    const { y = 0 } = pdf.pages[index]?.pieces.find(({ text }) => beside.test(text)) ?? {};
    // The text's titles and rules have the same blue.
    const half = page.width / SCALE / 2;
    const head = index === 0 ? 60 : 40;
    const within = { left: half, top: y - head, right: 2 * half, bottom: y + 40 };
    const rule = { ...within, bottom: y - 12 };
    const top = index === 0 ? within.top : (findColour(page, '#003399', rule)?.bottom ?? 0) + 2;
    emblem = findColour(page, '#003399', { ...within, top }) ?? within;
  });

  test('is at least 10 mm high and two to three', () => {
    const height = emblem.bottom - emblem.top;
    expect(height / PT_PER_MM).toBeGreaterThanOrEqual(10);
    expect(height / PT_PER_MM).toBeLessThan(14);
    expect((emblem.right - emblem.left) / height).toBeCloseTo(1.5, 1);
  });

  test('has golden stars in its middle, and free space around', () => {
    const stars = findColour(page, '#ffcc00', emblem);
    const { left = 0, right = 0 } = stars ?? {};
    expect((left + right) / 2).toBeCloseTo((emblem.left + emblem.right) / 2, 0);
    const [clear, edge] = [4 * PT_PER_MM - 1, 1];
    for (const area of [
      { ...emblem, top: emblem.top - clear, bottom: emblem.top - edge },
      { ...emblem, top: emblem.bottom + edge, bottom: emblem.bottom + clear },
      { ...emblem, left: emblem.left - clear, right: emblem.left - edge },
    ])
      expect([area, isWhite(page, area)]).toEqual([area, true]);
  });

  test('stands beside its statement', () => {
    const lines = pdf.pages[index]?.pieces.filter(
      ({ x, y }) => x > emblem.right && y > emblem.top && y < emblem.bottom,
    );
    expect(lines?.map(({ text }) => text)).toEqual(['Funded by', 'the European Union']);
    for (const { x } of lines ?? []) expect(x - emblem.right).toBeLessThan(4 * PT_PER_MM);
  });
});

test(
  'archive, typeset-report and build-review take a newsletter',
  async () => {
    const archive = await run('archive');
    expect(archive.code).toBe(0);
    expect(existsSync(output('archive', `${NAME}.pdf`))).toBe(true);
    expect(readFileSync(output('archive', `${NAME}.pdf`)).equals(bytes)).toBe(true);
    expect((await run('archive')).out).toMatch(/: 0 built, \d+ unchanged/);
    expect((await run('typeset-report', NAME)).out).toContain(`issues/${NAME}/issue.yaml`);
    expect((await run('build-review', 'main')).out).toContain(`${NAME}  new`);
  },
  PATIENCE,
);

test(
  'a change of the programme’s file, which press releases use, too, builds the newsletter again',
  async () => {
    const file = join(project, 'templates', 'press-release', 'programmes', 'cadap-7.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('Madrid, Spain', 'Lisbon, Portugal'));
    const { code, out } = await run('archive');
    writeFileSync(file, text);
    expect(code).toBe(0);
    expect(out).not.toMatch(/: 0 built/);
    const { pages } = await readPdf(readFileSync(output('archive', `${NAME}.pdf`)));
    expect(pages.at(-1)?.text).toContain('Lisbon, Portugal');
  },
  PATIENCE,
);

test(
  'preview shows a newsletter, the same that is built',
  async () => {
    const preview = await createEntryPoints(project).startPreview();
    try {
      const { document, problems } = await preview.readState(NAME);
      expect(problems).toEqual([]);
      expect(document?.summary).toBe('6 articles');
      expect(document?.hash).toBe(JSON.parse(readFileSync(output(`${NAME}.json`), 'utf8')).sha256);
    } finally {
      await preview.stop();
    }
  },
  PATIENCE,
);

test(
  'release-assets makes the PDF, the report and the notes',
  async () => {
    const { code, err } = await run('release-assets', NAME);
    expect([code, err]).toEqual([0, '']);
    const folder = output('release', NAME);
    expect(existsSync(join(folder, 'assets', `${NAME}.pdf`))).toBe(true);
    expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toMatch(
      /^CADAP 7 Quarterly Newsletter N1: 6 articles\n\n- Technical Committees agree on work plans, page 1\n/,
    );
  },
  PATIENCE,
);

describe('new-issue', () => {
  const NEW = ['new-issue', '--publication', 'newsletter'];

  test(
    'continues the newest newsletter; its examples are found',
    async () => {
      const { code, out } = await run(...NEW);
      expect(code).toBe(0);
      const name = 'newsletter-cadap-7-2';
      expect(out).toContain(`issues/${name}/issue.yaml`);
      const text = readFileSync(issueFile(name), 'utf8');
      expect(text).toContain('programme: cadap-7\nnumber: 2\nperiod: 2022-Q3\n');
      const { code: checked, out: problems } = await run('check', name);
      expect(checked).toBe(0);
      expect(problems).toContain('[example-left-in]');
      expect(problems).not.toContain('error:');
      expect((await run(...NEW, '--number', '2')).err).toContain(
        'newsletter-cadap-7-2 already exists and was not changed. Give another number, such as --number 3.',
      );
    },
    PATIENCE,
  );

  test(
    'begins a Russian newsletter in Russian',
    async () => {
      const { code } = await run(...NEW, ...'--number 3 --period 2022-Q4 --language ru'.split(' '));
      expect(code).toBe(0);
      const text = readFileSync(issueFile('newsletter-cadap-7-3'), 'utf8');
      expect(text).toContain('language: ru\n');
      const { code: checked, out: problems } = await run('check', 'newsletter-cadap-7-3');
      expect([checked, problems]).toEqual([0, expect.stringContaining('[example-left-in]')]);
      expect(problems).not.toMatch(/\[(?!example-left-in|newsletter-number)[a-z-]+\]/);
    },
    PATIENCE,
  );

  test.each([
    [['--language', 'kk'], /--language kk is not one of en, ru\./],
    [['--programme', 'cadap-6'], /Give the quarter, such as --period 2022-Q3/],
    [['--programme', 'CADAP 7', '--period', '2022-Q3'], /--programme CADAP 7 is not the name/],
    [['--number', '0'], /--number 0 is not a whole number from 1 to 999/],
    [['--period', 'Q3 2022'], /is not a quarter .*: did you mean 2022-Q3\?/],
  ])('says what is wrong: %j', async (words, message) => {
    const { code, err } = await run(...NEW, ...words);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test('its file is suggested for a folder with another name', async () => {
    writeIssue('Newsletter CADAP 7 N3', sampleNewsletter({ number: 3, period: '2022-Q4' }));
    const { err } = await run('check');
    expect(err).toContain('Rename the folder to newsletter-cadap-7-3.');
  });
});

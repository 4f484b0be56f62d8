import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { sampleRelease } from '../helpers/check-release.ts';
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

// Press releases through every command, in a project with a programme that has two logos: a tall one and
// a wide one.

const project = join(makeRealFolder(), 'project');
const NAME = 'press-release-2025-03-06-topic';
const LOGO_COLOURS = { tall: '#ff00aa', wide: '#00aa55' };
const TEXT = `${sampleRelease({ programme: 'example', delegation: 'kyrgyzstan' })}`;
const PT_PER_MM = 72 / 25.4;
/** Pixels to a point; 0.1 mm is a pixel. */
const SCALE = 3.5;

const run = (...words: string[]) => runProgram(words, { project });
const output = (...path: string[]) => join(project, 'output', ...path);
const readJson = (...path: string[]) => JSON.parse(readFileSync(output(...path), 'utf8'));

function writeIssue(name: string, text: string): void {
  mkdirSync(join(project, 'issues', name), { recursive: true });
  writeFileSync(join(project, 'issues', name, 'issue.yaml'), text);
}

function writeProgramme(): void {
  const folder = join(project, 'templates', 'press-release', 'programmes');
  const yaml = readFileSync(join(folder, 'cadap-7.yaml'), 'utf8').replace(
    /^implementer:\n/m,
    'implementer:\n  logos: [{ file: tall.svg, alt: Tall }, { file: wide.svg, alt: Wide }]\n',
  );
  writeFileSync(join(folder, 'example.yaml'), yaml);
  const draw = (name: keyof typeof LOGO_COLOURS, width: number, height: number) =>
    writeFileSync(
      join(folder, `${name}.svg`),
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${LOGO_COLOURS[name]}"/></svg>`,
    );
  draw('tall', 30, 90);
  draw('wide', 90, 30);
}

beforeAll(() => {
  mkdirSync(project);
  copyProject(project);
  cpSync(join(root, 'package-lock.json'), join(project, 'package-lock.json'));
  writeProgramme();
  writeIssue(NAME, TEXT);
});

describe('the emblem of the European Union', () => {
  let page: DrawnPage;
  let emblem: Area;
  let pdf: ReadPdf;

  beforeAll(async () => {
    const { code, err } = await run('build-issue', NAME);
    expect([code, err]).toEqual([0, '']);
    const bytes = readFileSync(output(`${NAME}.pdf`));
    pdf = await readPdf(bytes);
    const [png] = drawPages(bytes, [1], SCALE);
    page = await readDrawnPage(png ?? Buffer.alloc(0), SCALE);
    emblem = findColour(page, '#003399') ?? { left: 0, top: 0, right: 0, bottom: 0 };
  });

  test('is at least 10 mm high and two to three', () => {
    const height = emblem.bottom - emblem.top;
    expect(height / PT_PER_MM).toBeGreaterThanOrEqual(10);
    expect((emblem.right - emblem.left) / height).toBeCloseTo(1.5, 1);
  });

  test('has twelve golden stars in its middle', () => {
    const stars = findColour(page, '#ffcc00');
    expect(stars).toBeDefined();
    const { left = 0, right = 0, top = 0, bottom = 0 } = stars ?? {};
    expect((left + right) / 2).toBeCloseTo((emblem.left + emblem.right) / 2, 0);
    // From the tip of the highest star to the lower edge of the lowest one: 2/3 and nearly two radii of 1/18.
    const part = (bottom - top) / (emblem.bottom - emblem.top);
    expect(part).toBeGreaterThan(0.74);
    expect(part).toBeLessThan(0.79);
  });

  test('has free space on all sides but that of its statement', () => {
    const clear = 4 * PT_PER_MM - 1;
    // The outermost row of pixels is mixed of the emblem's colour and the page's.
    const edge = 1;
    const around: Area[] = [
      { ...emblem, top: emblem.top - clear, bottom: emblem.top - edge },
      { ...emblem, top: emblem.bottom + edge, bottom: emblem.bottom + clear },
      { ...emblem, left: emblem.left - clear, right: emblem.left - edge },
    ];
    for (const area of around) expect([area, isWhite(page, area)]).toEqual([area, true]);
  });

  test('stands beside its statement', () => {
    const statement = pdf.pages[0]?.pieces.filter(({ text }) =>
      /Funded|European Union$/.test(text),
    );
    const [first, second] = statement?.filter(({ x }) => x > emblem.right) ?? [];
    expect([first?.text, second?.text]).toEqual(['Funded by', 'the European Union']);
    for (const line of [first, second]) {
      expect((line?.x ?? 0) - emblem.right).toBeLessThan(4 * PT_PER_MM);
      expect(line?.y).toBeGreaterThan(emblem.top);
      expect(line?.y).toBeLessThan(emblem.bottom);
    }
  });

  test.each(Object.entries(LOGO_COLOURS))('is higher than the %s logo', (_, colour) => {
    const logo = findColour(page, colour);
    const heightOf = ({ top = 0, bottom = 0 }: Partial<Area> = {}) => bottom - top;
    expect(heightOf(logo)).toBeGreaterThan(20);
    expect(heightOf(logo)).toBeLessThanOrEqual(heightOf(emblem));
  });
});

test('the theme must not make the emblem too small or a logo higher', async () => {
  const file = join(project, 'templates', 'press-release', 'theme.yaml');
  const theme = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    theme.replace('height: 12mm', 'height: 9mm').replace('below: 4.5mm', 'below: 1mm'),
  );
  const { code, err } = await run('build-issue', NAME);
  writeFileSync(file, theme);
  expect(code).toBe(1);
  expect(err).toContain('`height` is less than 10mm, the least height of the emblem');
  writeFileSync(file, theme.replace('maxHeight: 11mm', 'maxHeight: 13mm'));
  const second = await run('build-issue', NAME);
  writeFileSync(file, theme);
  expect(second.err).toContain('`maxHeight` is more than the height of the emblem');
});

test('a logo that is not there is a problem of the programme’s file', async () => {
  const file = join(project, 'templates', 'press-release', 'programmes', 'example.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('wide.svg', 'vide.svg'));
  const { code, err } = await run('build-issue', NAME);
  writeFileSync(file, text);
  expect(code).toBe(1);
  expect(err).toMatch(
    /programmes\/example\.yaml:\d+:\d+: error: the template has no `programmes\/vide\.svg`/,
  );
});

test('the closing block stays together at the foot of the last page, however long the text is', async () => {
  const sentence =
    'A sentence of some words that fills about one line of a press release, or more. ';
  const names = Array.from({ length: 24 }, (_, index) => {
    const paragraphs = Array.from({ length: 12 + index }, () => `  ${sentence.repeat(2)}\n\n`);
    const name = `press-release-2025-03-06-long-${index}`;
    writeIssue(
      name,
      sampleRelease({ delegation: 'kyrgyzstan', body: `|\n${paragraphs.join('')}` }),
    );
    return name;
  });
  const { code } = await run('build-issue', ...names, '--out', output('long'));
  expect(code).toBe(0);
  for (const name of names) rmSync(join(project, 'issues', name), { recursive: true });
  const feet = new Set<string>();
  const counts = new Set<number>();
  for (const name of names) {
    const { pages } = await readPdf(readFileSync(output('long', `${name}.pdf`)));
    counts.add(pages.length);
    const last = pages.at(-1)?.lines.filter(({ text }) => !/^\d+$/.test(text)) ?? [];
    const statement = last.findIndex(({ text }) => text.startsWith('Implemented by'));
    const end = last.findIndex(({ text }) => text.includes('views of the European Union.'));
    expect(statement).toBeGreaterThanOrEqual(0);
    expect(end).toBe(last.length - 1);
    feet.add((last.at(-1)?.y ?? 0).toFixed(1));
    // Nothing of the text stands on the block.
    const above = last[statement - 1];
    if (above) expect((last[statement]?.y ?? 0) - above.y).toBeGreaterThan(20);
  }
  expect(feet.size).toBe(1);
  expect(counts.size).toBeGreaterThan(1);
}, 120_000);

test('check, archive, typeset-report and build-review take a release', async () => {
  expect((await run('check', NAME)).out).toBe('1 issue checked: 0 errors, 0 warnings\n');
  expect(
    (await run('build-issue', '--publication', 'press-release', '--out', output('newest'))).out,
  ).toContain('press-release-2025-03-06-topic.pdf');
  const archive = await run('archive');
  expect(archive.code).toBe(0);
  expect(existsSync(output('archive', `${NAME}.pdf`))).toBe(true);
  expect((await run('archive')).out).toMatch(/: 0 built, \d+ unchanged/);
  expect((await run('typeset-report', NAME)).out).toContain(`issues/${NAME}/issue.yaml`);
  expect((await run('build-review', 'main')).out).toContain(`${NAME}  new`);
  expect(readJson('archive', `${NAME}.json`)).toMatchObject({
    publication: 'press-release',
    title: 'A headline',
    date: '2025-03-06',
    programme: 'example',
    place: 'Bishkek',
    summary: '4 words',
    contents: [{ title: 'A headline', page: 1 }],
  });
}, 120_000);

test('a change of the programme’s file builds its releases again', async () => {
  const file = join(project, 'templates', 'press-release', 'programmes', 'example.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('Madrid, Spain', 'Lisbon, Portugal'));
  const { out } = await run('archive');
  writeFileSync(file, text);
  expect(out).not.toMatch(/: 0 built/);
  const { pages } = await readPdf(readFileSync(output('archive', `${NAME}.pdf`)));
  expect(pages[0]?.text).toContain('Lisbon, Portugal');
}, 120_000);

test('preview shows a release', async () => {
  const preview = await createEntryPoints(project).startPreview();
  try {
    const { document, problems } = await preview.readState(NAME);
    expect(problems).toEqual([]);
    expect(document?.summary).toBe('4 words');
  } finally {
    await preview.stop();
  }
}, 120_000);

test('site shows the logos of the programme in a release’s page', async () => {
  const { code, err } = await run('site');
  expect([code, err]).toEqual([0, expect.not.stringContaining('is not on the site')]);
  const page = readFileSync(output('site', 'issues', `${NAME}.html`), 'utf8');
  const logos = [...page.matchAll(/<img src="\.\.\/(assets\/logo-[0-9a-f]+\.svg)" alt="(\w+)">/g)];
  expect(logos.map(([, , alt]) => alt)).toEqual(['Tall', 'Wide']);
  for (const [, file = ''] of logos) expect(existsSync(output('site', file))).toBe(true);
}, 120_000);

describe('new-issue', () => {
  const NEW = ['new-issue', '--publication', 'press-release'];

  test('says what it needs', async () => {
    const { code, err } = await run(...NEW);
    expect(code).toBe(2);
    expect(err).toContain('Give the day of the release, such as --date 2025-03-06.');
    expect(err).toContain('--headline');
  });

  test('begins a release of the newest one’s programme; its examples are found', async () => {
    const words = [
      '--date',
      '2026-01-15',
      '--headline',
      "Bishkek’s seminar: a 'start'",
      '--place',
      'Osh',
    ];
    const { code, out } = await run(...NEW, ...words);
    expect(code).toBe(0);
    const name = 'press-release-2026-01-15-bishkek-s-seminar-a-start';
    expect(out).toContain(`issues/${name}/issue.yaml`);
    const text = readFileSync(join(project, 'issues', name, 'issue.yaml'), 'utf8');
    expect(text).toContain("headline: 'Bishkek’s seminar: a ''start'''\n");
    const { code: checked, out: problems } = await run('check', name);
    expect(checked).toBe(0);
    expect(problems).toContain('[example-left-in]');
    expect(problems).not.toContain('error:');
    expect((await run(...NEW, ...words)).err).toContain('already exists and was not changed');
  });

  test('begins a Russian release in Russian', async () => {
    const programme = ['--programme', 'cadap-7'];
    const words = ['--date', '2026-01-16', '--slug', 'seminar', ...programme, '--language', 'ru'];
    expect(await run(...NEW, ...words)).toMatchObject({ code: 0, err: '' });
    const name = 'press-release-2026-01-16-seminar';
    const text = readFileSync(join(project, 'issues', name, 'issue.yaml'), 'utf8');
    expect(text).toContain('language: ru\n');
    const { code, out } = await run('check', name);
    expect([code, out]).toEqual([0, expect.stringContaining('[example-left-in]')]);
    expect(out).not.toMatch(/\[(?!example-left-in)[a-z-]+\]/);
    expect((await run(...NEW, ...words.slice(0, -1), 'kk')).err).toContain(
      '--language kk is not one of en, ru.',
    );
  });
});

describe('release-assets', () => {
  test('makes the PDF, the report and the notes', async () => {
    const { code, err } = await run('release-assets', NAME);
    expect([code, err]).toEqual([0, '']);
    const folder = output('release', NAME);
    expect(existsSync(join(folder, 'assets', `${NAME}.pdf`))).toBe(true);
    expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toMatch(
      /^\*\*A headline\*\*\n\n\*Bishkek, 6 March 2025\*\n\nA text\\?\.\n/,
    );
  }, 120_000);

  test('refuses before the end of the embargo, and prints it at the head of the page', async () => {
    writeIssue(NAME, `${TEXT}embargo: 2999-01-01T10:00+06:00\n`);
    const { code, err } = await run('release-assets', NAME);
    expect(code).not.toBe(0);
    expect(err).toContain(`${NAME} is under embargo until 2999-01-01T10:00+06:00`);
    expect(existsSync(output('release', NAME, 'assets', `${NAME}.pdf`))).toBe(false);
    expect((await run('build-issue', NAME)).code).toBe(0);
    expect(readJson(`${NAME}.json`).embargo).toBe('2999-01-01T10:00+06:00');
    const { pages } = await readPdf(readFileSync(output(`${NAME}.pdf`)));
    expect(pages[0]?.lines[0]?.text).toBe(
      'EMBARGO: not for publication before 1 January 2999, 10:00 (UTC+6)',
    );
    writeIssue(NAME, `${TEXT}embargo: 2025-03-06T10:00+06:00\n`);
    expect((await run('release-assets', NAME)).code).toBe(0);
  }, 120_000);
});

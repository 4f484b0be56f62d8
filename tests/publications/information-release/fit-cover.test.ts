import { expect, test } from '@jest/globals';
import { fitCover } from '../../../src/publications/information-release/layout/fit-cover.ts';
import { textBlock } from '../../../src/publications/shared/layout/page.ts';
import { theme, words } from '../../helpers/read-template.ts';

const limit = textBlock(theme).width;

/** Fits a cover on which the line of this text has a width at its size, and the others fit. */
function fitWith(text: string, width: number) {
  return fitCover(words, theme, {
    render: (template) => template,
    measure: async (lines) =>
      lines.map((line) =>
        line.text === text ? width : 10 + line.characterSpacing * line.text.length,
      ),
  });
}

test('lines that fit stay as large as the theme says', async () => {
  expect(await fitWith(words.cover.title, limit)).toEqual({ theme, findings: [] });
});

test('a line that is too wide is set smaller, its spacing apart, and no other style with it', async () => {
  const { styles } = theme;
  const spacing = (styles.coverTitle.spacing ?? 0) * words.cover.title.length;
  const fitted = await fitWith(words.cover.title, (limit - spacing) * 1.25 + spacing);
  expect(fitted.findings).toEqual([]);
  expect(fitted.theme.styles.coverTitle.size).toBeCloseTo((styles.coverTitle.size ?? 0) / 1.25, 6);
  const { coverTitle: _, ...others } = fitted.theme.styles;
  const { coverTitle: __, ...before } = styles;
  expect(others).toEqual(before);
});

test('lines of one style are all as small as the widest needs', async () => {
  const fitted = await fitWith(words.cover.centre[3] ?? '', limit * 1.2);
  const size = theme.styles.coverCentre.size ?? 0;
  expect(fitted.theme.styles.coverCentre.size).toBeCloseTo(size / 1.2, 6);
});

test('a line that is too wide at its least size is a problem at its place', async () => {
  const { findings, ...fitted } = await fitWith(words.cover.centre[3] ?? '', limit * 1.6);
  expect(findings).toMatchObject([{ code: 'cover-too-wide', path: ['cover', 'centre', 3] }]);
  expect(findings[0]?.message).toBe(
    'this line of the cover is 204 mm wide at its least size; it must fit in 170 mm',
  );
  expect(fitted.theme.styles.coverCentre).toEqual(theme.styles.coverCentre);
});

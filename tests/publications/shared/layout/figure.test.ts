import { expect, test } from '@jest/globals';
import {
  figureAcross,
  figureBeside,
  printedSize,
} from '../../../../src/publications/shared/layout/figure.ts';

const MAX_SIZE = { width: 200, maxHeight: 300 };
const styles = { caption: 'caption', credit: 'credit' };
const origin = { path: ['photo'], at: 0 };
const figure = {
  image: 'hall.jpg',
  size: { width: 200, height: 133 },
  alt: 'A hall',
  caption: undefined,
  credit: undefined,
  origin,
};

test('a picture fills the maximum width and keeps its proportions', () => {
  expect(printedSize({ width: 800, height: 600 }, MAX_SIZE)).toEqual({ width: 200, height: 150 });
});

test('a tall picture is printed narrower', () => {
  expect(printedSize({ width: 100, height: 300 }, MAX_SIZE)).toEqual({ width: 100, height: 300 });
});

test('a float is as wide as its picture', () => {
  const node = figureBeside(
    { ...figure, size: { width: 100, height: 300 } },
    { side: 'right', gutter: 10, below: 4 },
    styles,
  );
  expect(node.float).toEqual({ side: 'right', gutter: 10, below: 4, width: 100 });
  expect(node.stack).toHaveLength(1);
});

test('caption and credit share one line under the picture', () => {
  const node = figureAcross(
    { ...figure, caption: 'A hall.', credit: 'A. Ivanova' },
    { width: 200, below: 8 },
    styles,
  );
  expect(node.stack[1]).toEqual({
    text: [{ text: 'A hall. ' }, { text: 'A. Ivanova', style: 'credit' }],
    style: 'caption',
    tag: 'Caption',
    margin: [0, 0, 0, 0],
    origin,
  });
});

test('the caption of a picture narrower than the text is as wide as the picture', () => {
  const tall = { ...figure, size: { width: 100, height: 300 }, caption: 'A tower.' };
  const node = figureAcross(tall, { width: 200, below: 8 }, styles);
  expect(node.stack[1]).toMatchObject({ margin: [50, 0, 50, 0] });
});

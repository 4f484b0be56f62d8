import { describe, expect, test } from '@jest/globals';
import { parseHTML } from 'linkedom';
import { type ChartBar, drawChart } from '../../src/site/draw-chart.ts';

const MEASURES = { band: 90, foot: 30, head: 20, textSize: 13 };

function draw(bars: readonly ChartBar[], width = 720) {
  const series = [...new Set(bars.map((bar) => bar.series))];
  const content = { bars, series, alternative: 'In words', tick: (day: string) => day };
  const { markup } = drawChart(content, { width, left: 30 }, MEASURES);
  const svg = parseHTML(markup).document.querySelector('svg');
  if (!svg) throw new Error('The chart has no svg element');
  const texts = [...svg.querySelectorAll('text')].map((text) => text.textContent);
  return { markup, svg, texts };
}

const bar = (from: string, to: string, count: number, series = 'Kazakhstan') => ({
  series,
  from,
  to,
  count,
});

test('a bar’s width is proportional to its days, and its height to its count', () => {
  const { svg } = draw([bar('2024-11-01', '2024-11-10', 4), bar('2024-11-11', '2024-11-30', 2)]);
  const bars = [...svg.querySelectorAll('rect')];
  const size = (name: string) => bars.map((rect) => Number(rect.getAttribute(name)));
  const [short = 0, long = 0] = size('width').map((width) => width + 1);
  const [tall = 0, low = 0] = size('height').map((height) => height + 1);
  expect(long / short).toBeCloseTo(2);
  expect(tall / low).toBeCloseTo(2, 1);
});

test('the chart is one image with an alternative text, and has no inline styles', () => {
  const { svg, markup } = draw([bar('2024-11-01', '2024-11-15', 4)]);
  expect(svg.getAttribute('role')).toBe('img');
  expect(svg.getAttribute('aria-label')).toBe('In words');
  expect(markup).not.toMatch(/<style|style=/);
});

describe('the count axis has integers only', () => {
  test.each([
    [1, ['0', '1']],
    [3, ['0', '1', '2', '3']],
    [7, ['0', '2', '4', '6']],
    [11, ['0', '5', '10']],
    [130, ['0', '50', '100']],
  ])('up to %d', (events, counts) => {
    const { texts } = draw([bar('2024-11-01', '2024-11-15', events)]);
    expect(texts.filter((text) => /^\d+$/.test(text ?? ''))).toEqual(counts);
  });
});

describe('the time axis', () => {
  const days = (texts: (string | null)[]) => texts.filter((text) => /^\d{4}-/.test(text ?? ''));

  test('has months for a short range', () => {
    const { texts } = draw([
      bar('2024-11-01', '2024-11-15', 1),
      bar('2025-01-01', '2025-01-15', 1),
    ]);
    expect(days(texts)).toEqual(['2024-11-01', '2024-12-01', '2025-01-01']);
  });

  test('has years for ten years, also in a narrow chart', () => {
    const bars = [bar('2015-01-01', '2015-01-15', 1), bar('2024-12-16', '2024-12-31', 1)];
    expect(days(draw(bars).texts)).toHaveLength(11);
    expect(days(draw(bars, 340).texts).every((day) => day?.endsWith('-01-01'))).toBe(true);
  });
});

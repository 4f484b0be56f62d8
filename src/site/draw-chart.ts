import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Markup } from '../templates/fill-pages.ts';

/** One bar: a count for a range of days. */
export interface ChartBar {
  /** Name of the series that the bar belongs to. */
  readonly series: string;
  /** First and last day, YYYY-MM-DD; the bar ends at the end of the last day. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Content of a chart. */
export interface ChartContent {
  readonly bars: readonly ChartBar[];
  /** Names of the series; each has its own band, in this order. */
  readonly series: readonly string[];
  /** Alternative text. */
  readonly alternative: string;
  /** Returns the label of a day on the time axis; `byYear` if the labels are a year apart. */
  readonly tick: (day: string, byYear: boolean) => string;
}

/** Width of a chart, and of its left margin with the numbers, in px. */
export interface ChartWidths {
  readonly width: number;
  readonly left: number;
}

/** Heights of a chart's parts, and the size of its text, in px. */
export interface ChartMeasures {
  /** Height of the bars of a series. */
  readonly band: number;
  /** Space above each band. */
  readonly head: number;
  /** Space below the last band. */
  readonly foot: number;
  readonly textSize: number;
}

/** Length of a day, in ms. */
const DAY = 24 * 60 * 60 * 1000;
/** Width of a label on the time axis, in px. */
const TICK_WIDTH = 76;

/** Draws counts over time as SVG, with a band of bars for each series; CSS defines the colours. */
export function drawChart(
  content: ChartContent,
  { width, left }: ChartWidths,
  { band, head, foot, textSize }: ChartMeasures,
): Markup {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const { bars, series, alternative, tick } = content;
  const range = dateRangeOf(bars);
  const highest = Math.max(...bars.map(({ count }) => count));
  const counts = axisCounts(highest);
  const interval = intervalFor(range, Math.floor((width - left) / TICK_WIDTH));
  const chart = Plot.plot({
    document,
    width,
    height: series.length * (band + head) + foot,
    marginLeft: left,
    marginRight: 2,
    marginTop: head,
    marginBottom: foot,
    x: {
      type: 'utc',
      domain: range,
      ticks: interval,
      tickFormat: (day: Date) => tick(formatDay(day), interval === 'year'),
      label: null,
    },
    y: { label: null, domain: [0, highest], ticks: counts, tickFormat: String },
    fy: { domain: series, axis: null, padding: head / (band + head) },
    marks: [
      Plot.gridY(counts, { strokeOpacity: 0.15 }),
      Plot.rectY(bars, {
        x1: (bar: ChartBar) => new Date(bar.from),
        x2: (bar: ChartBar) => new Date(dayAfter(bar.to)),
        y: 'count',
        fy: 'series',
        fill: 'var(--bar)',
        inset: 0.5,
      }),
      Plot.ruleY([0]),
      Plot.text(series, {
        fy: (name: string) => name,
        text: (name: string) => name,
        frameAnchor: 'top-left',
        dy: -(head + textSize) / 2,
        fontWeight: 'bold',
      }),
    ],
  });
  return { markup: serializeChart(chart, alternative, textSize) };
}

/** The DOM methods used here; the DOM types are not available outside browser code. */
interface SvgElement {
  readonly outerHTML: string;
  querySelectorAll(selector: string): Iterable<SvgElement>;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  remove(): void;
}

/**
 * Serializes the chart as one image with an alternative text, without the inline styles of Plot, which
 * the site's security policy blocks.
 */
function serializeChart(chart: SvgElement, alternative: string, textSize: number): string {
  for (const style of chart.querySelectorAll('style')) style.remove();
  for (const part of chart.querySelectorAll('[aria-label], [aria-hidden]')) {
    part.removeAttribute('aria-label');
    part.removeAttribute('aria-hidden');
  }
  chart.setAttribute('class', 'plot');
  chart.setAttribute('role', 'img');
  chart.setAttribute('aria-label', alternative);
  chart.setAttribute('font-size', String(textSize));
  chart.removeAttribute('font-family');
  return chart.outerHTML;
}

/** Returns the integers on the axis: 0 and at most three above it. */
function axisCounts(highest: number): number[] {
  let step = 1;
  while (highest / step > 3.5) step *= String(step).startsWith('2') ? 2.5 : 2;
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, place) => place * step);
}

function dateRangeOf(bars: readonly ChartBar[]): [Date, Date] {
  const from = bars.map((bar) => bar.from).sort()[0];
  const to = bars
    .map((bar) => bar.to)
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) throw new Error('A chart needs at least one bar');
  return [new Date(from), new Date(dayAfter(to))];
}

/** Returns the shortest interval with at most `maxLabels` labels. */
function intervalFor([from, to]: [Date, Date], maxLabels: number): 'month' | '3 months' | 'year' {
  const months = (to.getTime() - from.getTime()) / DAY / 30;
  if (months <= maxLabels) return 'month';
  return months / 3 <= maxLabels ? '3 months' : 'year';
}

function dayAfter(day: string): string {
  return formatDay(new Date(new Date(day).getTime() + DAY));
}

function formatDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}

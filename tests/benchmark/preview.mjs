// Measures the preview: node tests/benchmark/preview.mjs [issue folder] [saves]
// Measures the time in ms from saving the issue's file to the new pages on screen in a real browser, and
// how much of it is layout. Each save adds a word to a paragraph.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { makeIssue } from './issues.mjs';
import { describeSpread, wordsOf } from './measure.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const [source = join(root, 'issues', '2024-19'), saves = '20'] = process.argv.slice(2);
/** Saves before the measurement, because an editor keeps the preview open for hours. */
const WARM_UP = 10;
/** Time between two saves, in ms. */
const PAUSE = 600;

const workFolder = mkdtempSync(join(tmpdir(), 'bulletin-preview-'));
const folder = join(workFolder, '2024-19');
const file = join(folder, 'issue.yaml');
makeIssue(source, folder);
const original = readFileSync(file, 'utf8');
const half = original.indexOf('.\n\n', original.length / 2);
const textOf = (round) =>
  `${original.slice(0, half)} ${'again '.repeat((round % 5) + 1).trim()}${original.slice(half)}`;

function startPreview() {
  const words = [...wordsOf('preview'), '--no-open', '--port', '0', folder];
  const program = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve) => {
    program.stdout.on('data', (chunk) => {
      const [address] = /http:\/\/[\d.:]+\//.exec(String(chunk)) ?? [];
      if (address) resolve({ program, address });
    });
  });
}

const { program, address } = await startPreview();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--headless', '--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await page.locator('html[data-hash]').waitFor({ timeout: 60_000 });
  /** Waits until the page shows a PDF with another hash; `at` is comparable with Date.now() in Node.js. */
  const shownAfter = (hash) =>
    page.evaluate(async (before) => {
      const { dataset } = document.documentElement;
      while (dataset.hash === before) await new Promise(requestAnimationFrame);
      const [, setting] = /built in (\d+) ms/.exec(document.body.innerText) ?? [];
      return {
        at: Date.now(),
        hash: dataset.hash,
        layout: Number(setting),
        drawing: Number(dataset.time),
      };
    }, hash);
  let hash = await page.locator('html').getAttribute('data-hash');
  const all = [];
  const layouts = [];
  const drawn = [];
  for (let round = 0; round < WARM_UP + Number(saves); round += 1) {
    const shown = shownAfter(hash);
    await wait(PAUSE);
    writeFileSync(`${file}~`, textOf(round));
    const saved = Date.now();
    renameSync(`${file}~`, file);
    const { at, layout, drawing, hash: next } = await shown;
    hash = next;
    if (round < WARM_UP) continue;
    all.push(at - saved);
    layouts.push(layout);
    drawn.push(drawing);
  }
  console.log(`save to page: ${describeSpread(all, 0)} ms`);
  console.log(`of it layout: ${describeSpread(layouts, 0)} ms`);
  console.log(`of it fetching and drawing: ${describeSpread(drawn, 0)} ms`);
  console.log(`${saves} saves, load ${loadavg()[0].toFixed(1)}`);
} finally {
  await browser.close();
  program.kill('SIGINT');
  rmSync(workFolder, { recursive: true, force: true });
}

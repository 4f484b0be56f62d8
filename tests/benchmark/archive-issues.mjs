// Generates issues for the archive benchmark.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const COUNTRIES = ['KZ', 'KG', 'RU', 'TJ', 'UZ'];
const ISSUES_A_YEAR = 24;
const WORDS =
  'the police of the region have told students about prevention and held a meeting with teachers on drugs at school where doctors and lawyers answered questions of parents'.split(
    ' ',
  );

/** Linear congruential generator: the same numbers for the same seed. */
function createNumbers(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function makeSentence(next) {
  const words = Array.from({ length: 8 + next(14) }, () => WORDS[next(WORDS.length)]).join(' ');
  return `${words[0].toUpperCase()}${words.slice(1)}.`;
}

function makeArticle(next, name, photo) {
  const paragraphs = Array.from({ length: 2 + next(3) }, () =>
    Array.from({ length: 2 + next(4) }, () => makeSentence(next)).join(' '),
  );
  return [
    `      - title: Event ${name} of the fortnight`,
    `        source: https://example.org/news/${name}`,
    ...(photo ? [`        photo: { file: ${photo}, alt: Colours }`] : []),
    '        body: |',
    ...paragraphs.flatMap((paragraph) => [`          ${paragraph}`, '']),
  ];
}

/** Writes the issue at an index of the archive; every third article has a photo of its own. */
export async function writeIssue(folder, index, articles) {
  const year = 2015 + Math.floor(index / ISSUES_A_YEAR);
  const number = (index % ISSUES_A_YEAR) + 1;
  const month = String(Math.ceil(number / 2)).padStart(2, '0');
  const [from, to] = number % 2 === 1 ? ['01', '15'] : ['16', '28'];
  const name = `${year}-${String(number).padStart(2, '0')}`;
  mkdirSync(join(folder, name), { recursive: true });
  const next = createNumbers(index + 1);
  const lines = [
    `number: ${number}`,
    `period: { from: ${year}-${month}-${from}, to: ${year}-${month}-${to} }`,
    'sections:',
  ];
  for (const [order, country] of COUNTRIES.entries()) {
    lines.push(`  - country: ${country}`, '    topics: [lessons held at schools]', '    articles:');
    for (let article = order; article < articles; article += COUNTRIES.length) {
      const photo = article % 3 === 0 ? `${article}.jpg` : undefined;
      if (photo) await writePhoto(join(folder, name, photo), next);
      lines.push(...makeArticle(next, `${name}-${article}`, photo));
    }
  }
  writeFileSync(join(folder, name, 'issue.yaml'), `${lines.join('\n')}\n`);
}

async function writePhoto(path, next) {
  const [width, height] = [480, 320];
  const small = Buffer.from(Array.from({ length: 24 * 16 * 3 }, () => next(256)));
  const photo = sharp(small, { raw: { width: 24, height: 16, channels: 3 } });
  await photo.resize(width, height).jpeg().toFile(path);
}

// Rules about bodies that begin with what stands above them, and about leads that are too long.
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { groupByArticle, listParagraphs, type Passage } from './passages.ts';
import { sentencePlace } from './sentence-at.ts';
import { lowerCaseWords } from './sentences.ts';

/** Problem codes of the rules about the beginning of a body. */
export const BEGINNING_CODES = {
  'title-in-body': warning('The title would be printed twice.', {
    bad: {
      title: 'Police meet pupils in Osh',
      body: 'Police meet pupils in Osh\n\nThe talk was about drugs.',
    },
    good: { title: 'Police meet pupils in Osh', body: 'The talk was about drugs.' },
  }),
  'lead-in-body': warning('Readers would read the lead twice.', {
    bad: {
      lead: 'Police in Osh have met the pupils of four schools.',
      body: 'Police in Osh met pupils of four schools. They talked about drugs.',
    },
    good: {
      lead: 'Police in Osh have met the pupils of four schools.',
      body: 'They talked about drugs for more than an hour, and then answered questions.',
    },
  }),
  'lead-long': warning('A lead says in one or two sentences what the body tells.', {
    bad: {
      lead: 'Police in Osh have met the pupils of four schools and told them about drugs.',
      body: 'They met.',
    },
    good: {
      lead: 'Police in Osh have met pupils.',
      body: 'They told the pupils of four schools about drugs.',
    },
  }),
} satisfies CodeNotes;

/** Share of equal words with which a sentence repeats another one. */
const SAME = 0.75;
/** Fewest words of a title or lead that is compared. */
const MIN_WORDS = 4;
/** Fewest words of a lead that is long. */
const MIN_LONG = 10;

/** Finds bodies that begin with the title or the lead, and leads that are longer than their body. */
export function findRepeatedBeginnings(passages: readonly Passage[]): Finding[] {
  return groupByArticle(passages).flatMap(({ passages: own }) => {
    const of = (...kinds: readonly Passage['kind'][]) =>
      own.find(({ kind }) => kinds.includes(kind));
    const [title, lead, body] = [of('title', 'headline'), of('lead'), of('body')];
    return [
      ...(title && body ? checkTitle(title, body) : []),
      ...(title && lead ? checkTitle(title, lead) : []),
      ...(lead && body ? checkLead(lead, body) : []),
    ];
  });
}

/** Finds the title as the first sentence of a text, or as a paragraph of its own. */
function checkTitle(title: Passage, { text, path, kind }: Passage): Finding[] {
  const words = lowerCaseWords(title.text);
  if (words.length < MIN_WORDS) return [];
  const paragraphs = listParagraphs({ text });
  const places = paragraphs.map((paragraph, index) => {
    const from = paragraph.at + paragraph.text.search(/\S/);
    const whole = { from, to: paragraph.at + paragraph.text.length };
    return index === 0 ? sentencePlace(text, from) : whole;
  });
  const key = words.join(' ');
  const found = places.find(
    ({ from, to }) =>
      to - from < 2 * title.text.length && lowerCaseWords(text.slice(from, to)).join(' ') === key,
  );
  if (!found) return [];
  return [
    {
      code: 'title-in-body',
      severity: 'warning',
      message: `the ${kind} repeats the ${title.kind}`,
      path,
      piece: trimmed(text, found),
      dependsOn: [title.path],
      hints: [`Remove it; the ${title.kind} is printed above.`],
    },
  ];
}

function checkLead(lead: Passage, body: Passage): Finding[] {
  const [first] = listParagraphs(body);
  const words = lowerCaseWords(lead.text);
  const ofBody = lowerCaseWords(body.text);
  if (!first || words.length < MIN_WORDS) return [];
  const long: Finding[] =
    words.length < MIN_LONG || words.length <= ofBody.length
      ? []
      : [
          {
            code: 'lead-long',
            severity: 'warning',
            message: `the lead has ${words.length} words, but the body only ${ofBody.length}`,
            path: lead.path,
            piece: trimmed(lead.text, { from: 0, to: lead.text.length }),
            dependsOn: [body.path],
            hints: ['Shorten the lead, or move a part of it to the body.'],
          },
        ];
  const sentence = sentencePlace(body.text, first.at + first.text.search(/\S/));
  const own = lowerCaseWords(body.text.slice(sentence.from, sentence.to));
  const firstOfLead = lowerCaseWords(lead.text.slice(0, sentencePlace(lead.text, 0).to));
  const isSame = [words, firstOfLead].some((one) => one.length >= MIN_WORDS && isRepeat(one, own));
  // A sentence that is equal to the letter is reported as a repeated sentence.
  if (!isSame || own.join(' ') === firstOfLead.join(' ')) return long;
  return [
    ...long,
    {
      code: 'lead-in-body',
      severity: 'warning',
      message: 'the body begins with the words of the lead',
      path: body.path,
      piece: trimmed(body.text, sentence),
      dependsOn: [lead.path],
      hints: ['Remove the sentence, or say something new with it.'],
    },
  ];
}

function trimmed(text: string, { from, to }: { readonly from: number; readonly to: number }) {
  const sentence = text.slice(from, to);
  return { from: from + sentence.search(/\S/), to: from + sentence.trimEnd().length };
}

/** Whether nearly all words of two sentences are equal. */
function isRepeat(words: readonly string[], others: readonly string[]): boolean {
  const rest = [...others];
  const shared = words.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return shared.length / Math.max(words.length, others.length) >= SAME;
}

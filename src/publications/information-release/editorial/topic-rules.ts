// Rules about topics, which the introduction joins to one sentence: "information on …, on …".
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import { replacePiece, type ValueEdit } from '../../../source/value-changes.ts';
import { lowerCaseWords } from '../../shared/editorial/sentences.ts';
import type { Issue } from '../schema.ts';

/** Problem codes of the rules about topics. */
export const TOPIC_CODES = {
  'topic-start': warning('The introduction already says “information on”.', {
    fix: 'automatic',
    bad: { topics: 'information on lessons' },
    good: { topics: 'lessons' },
  }),
  'topic-capital': warning('A topic is a part of a sentence and begins with a small letter.', {
    fix: 'automatic',
    bad: { topics: 'Lessons in schools', body: 'The police gave lessons in schools.' },
    good: { topics: 'lessons in schools', body: 'The police gave lessons in schools.' },
  }),
  'topic-end': warning(
    'The introduction puts the marks between topics and behind the last one itself.',
    {
      fix: 'automatic',
      bad: { topics: 'lessons.' },
      good: { topics: 'lessons' },
    },
  ),
  'topic-twice': warning('The introduction would say the same twice.', {
    bad: { topics: 'lessons in schools\nlessons in schools' },
    good: { topics: 'lessons in schools\na talk for parents' },
  }),
  'topic-unanswered': warning(
    'The introduction promises an article that the section does not have.',
    {
      bad: {
        topics: 'the seizure of heroin at the border',
        body: 'The police gave lessons in schools.',
      },
      good: {
        topics: 'lessons of the police in schools',
        body: 'The police gave lessons in schools.',
      },
    },
  ),
} satisfies CodeNotes;

/** A topic with the section that it belongs to. */
interface Topic {
  readonly text: string;
  readonly path: ValuePath;
  /** Beginnings of the words of each article in the topic's section. */
  readonly articles: readonly ReadonlySet<string>[];
}

/**
 * Finds topics that do not fit the sentence of the introduction or the articles of their section.
 * @param starts words that the introduction puts before a topic, in lower case
 */
export function findTopicMistakes(issue: Issue, starts: readonly string[]): Finding[] {
  const topics = issue.sections.flatMap((section, s) => {
    const articles = section.articles.map(
      ({ title, lead = '', body }) => new Set(stemsOf(`${title} ${lead} ${body}`)),
    );
    return section.topics.map(
      (text, t): Topic => ({ text, path: ['sections', s, 'topics', t], articles }),
    );
  });
  const seen = new Map<string, Topic>();
  return topics.flatMap((topic) => {
    const key = `${topic.path[1]} ${lowerCaseWords(topic.text).join(' ')}`;
    const isRepeated = seen.has(key);
    if (!isRepeated) seen.set(key, topic);
    return [
      ...checkStart(topic, starts),
      ...checkCapital(topic, issue),
      ...checkEnd(topic),
      ...(isRepeated
        ? [
            report(
              'topic-twice',
              topic,
              undefined,
              'this topic is already in the list',
              'Remove one of the two.',
            ),
          ]
        : checkAnswer(topic)),
    ];
  });
}

function report(
  code: keyof typeof TOPIC_CODES,
  { path, text }: Topic,
  part: { readonly from: number; readonly to: number } | undefined,
  message: string,
  hint: string,
  edits: readonly ValueEdit[] = [],
): Finding {
  return {
    code,
    severity: 'warning',
    message,
    path,
    piece: part ?? { from: 0, to: text.trimEnd().length },
    hints: [hint],
    edits,
  };
}

function checkStart(topic: Topic, starts: readonly string[]): Finding[] {
  const text = topic.text.toLowerCase();
  const start = starts.find((one) => text.startsWith(`${one} `));
  if (start === undefined) return [];
  const piece = { from: 0, to: start.length };
  const removed = { from: 0, to: start.length + 1 };
  return [
    report(
      'topic-start',
      topic,
      piece,
      `the introduction would say “${start}” twice`,
      'Begin with the topic itself.',
      [replacePiece(`Remove “${start}”`, topic.path, removed, '', true)],
    ),
  ];
}

function checkCapital(topic: Topic, issue: Issue): Finding[] {
  const [first = ''] = /^\p{Lu}[\p{Ll}’-]*(?!\p{L})/u.exec(topic.text) ?? [];
  const small = first.toLowerCase();
  const isLetter = first.length === 1 && topic.text[1] === ' ';
  if (first === '' || !(isLetter || isInArticles(small, issue))) return [];
  const piece = { from: 0, to: first.length };
  const title = `Write “${small}”`;
  const edit = replacePiece(title, topic.path, { from: 0, to: 1 }, small.slice(0, 1), true);
  const message = 'the topic begins with a capital letter';
  return [report('topic-capital', topic, piece, message, `${title}.`, [edit])];
}

/** Whether an article has a word in small letters, so that it is no name. */
function isInArticles(word: string, { sections }: Issue): boolean {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?!\\p{L})`, 'u');
  return sections.some(({ articles }) => articles.some(({ body }) => pattern.test(body)));
}

function checkEnd(topic: Topic): Finding[] {
  const end = topic.text.trimEnd();
  const [mark = ''] = /(?<!\.|\.\p{Lu}|(?<!\p{L})\p{Lu})[.,;:]$/u.exec(end) ?? [];
  // An abbreviation such as U.S. or etc. keeps its full stop.
  if (mark === '' || /(?<!\p{L})(?:etc|др|т\. ?[дп]|\p{L})\.$/iu.test(end)) return [];
  const piece = { from: end.length - 1, to: end.length };
  const edit = replacePiece(`Remove “${mark}”`, topic.path, piece, '', true);
  return [
    report('topic-end', topic, piece, `the topic ends with “${mark}”`, `Remove “${mark}”.`, [edit]),
  ];
}

/** Letters of a word's beginning that are compared, so that other forms of the word are found. */
const STEM = 5;
/** Shorter words say little of an article. */
const MIN_LETTERS = 4;
/** Topics with fewer words are too short to be sure. */
const MIN_STEMS = 3;
/** Share of a topic's words that an article on it has at least. */
const MIN_SHARE = 0.34;

function checkAnswer(topic: Topic): Finding[] {
  const stems = [...new Set(stemsOf(topic.text))];
  if (stems.length < MIN_STEMS) return [];
  const best = Math.max(
    0,
    ...topic.articles.map((known) => stems.filter((one) => known.has(one)).length),
  );
  const missing = stems.filter((one) => topic.articles.every((known) => !known.has(one)));
  if (best / stems.length >= MIN_SHARE || missing.length < 2) return [];
  return [
    report(
      'topic-unanswered',
      topic,
      undefined,
      'no article of the section is about this topic',
      'Write the topic in words of the article, remove it, or add the article.',
    ),
  ];
}

function stemsOf(text: string): string[] {
  return lowerCaseWords(text)
    .filter((word) => word.length >= MIN_LETTERS)
    .map((word) => word.slice(0, STEM));
}

// Rules about what is written of a photo: description, caption, credit.
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { replacePiece } from '../../../source/value-changes.ts';
import type { Language } from '../../../text/languages/language.ts';
import { type ArticlePassages, groupByArticle, type Passage } from './passages.ts';
import { lowerCaseWords } from './sentences.ts';

/** Problem codes of descriptions, captions and credits. */
export const PHOTO_TEXT_CODES = {
  'alt-file-name': warning('A file name says nothing of what the photo shows.', {
    bad: { alt: 'DSC_0412.JPG' },
    good: { alt: 'Students in a lecture hall' },
  }),
  'alt-empty': warning('Readers who have the issue read aloud want to know what the photo shows.', {
    bad: { alt: 'photo' },
    good: { alt: 'Students in a lecture hall' },
  }),
  'alt-picture': warning(
    'Screen readers say that there is a picture; the description says what it shows.',
    {
      fix: 'suggested',
      bad: { alt: 'Photo of students in a lecture hall' },
      good: { alt: 'Students in a lecture hall' },
    },
  ),
  'alt-repeats': warning('What is printed beside the photo is read aloud twice.', {
    bad: { title: 'Police meet pupils', alt: 'Police meet pupils' },
    good: { title: 'Police meet pupils', alt: 'Students in a lecture hall' },
  }),
  'alt-long': warning(
    'A description of more than 250 letters is long to listen to, and cannot be paused.',
  ),
  'caption-repeats': warning('A caption that is the title again says nothing of the photo.', {
    bad: { title: 'Police meet pupils', caption: 'Police meet pupils' },
    good: { title: 'Police meet pupils', caption: 'Bolat Nurseitov answers questions' },
  }),
  'caption-points': warning('The photo stands elsewhere on the page than on the web page.', {
    bad: { caption: 'In the photo above: Bolat Nurseitov' },
    good: { caption: 'Bolat Nurseitov' },
  }),
  'credit-unknown': warning('A credit names who took the photo, and who allows to print it.', {
    bad: { credit: 'photo from the Internet' },
    good: { credit: 'Ministry of Internal Affairs' },
  }),
} satisfies CodeNotes;

/** Source: the Web Content Accessibility Guidelines' techniques, and what screen readers read without a pause. */
const MAX_ALT_LENGTH = 250;

/** Names of files, also those of cameras, telephones and messengers without an extension. */
const FILE_NAME =
  /^\s*(?:\S.*\.(?:jpe?g|png|webp|avif|tiff?|gif|bmp|heic|svg)|(?:IMG|DSC[FN]?|PXL|DCIM|MVIMG|VID|SAM|P|PIC|PHOTO|Screenshot|Снимок экрана|Скриншот|Image|photo|photo_|image_|unnamed|download|WhatsApp Image|Telegram|signal|FB_IMG|received|viber)[-_ ]?(?:\d[\d_\-.: ]{3,}|\d{4}-\d\d-\d\d.*)(?:\s?\(\d+\))?|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{14,}|[\da-f]{16,}|\d{6,}[\d_-]*|[\p{L}\d]+(?:[-_][\p{L}\d]+)*_[\p{L}\d_-]*\d[\p{L}\d_-]*)\s*$/iu;

/** Finds descriptions, captions and credits that say nothing, or what is said already. */
export function findPhotoTextMistakes(passages: readonly Passage[], language: Language): Finding[] {
  return groupByArticle(passages).flatMap((article) => reviewArticle(article, language));
}

function reviewArticle({ passages }: ArticlePassages, { signs }: Language): Finding[] {
  const title = passages.find(({ kind }) => kind === 'title' || kind === 'headline');
  const captions = new Map(
    passages
      .filter(({ kind }) => kind === 'caption')
      .map((caption) => [keyOfPhoto(caption), caption] as const),
  );
  return passages.flatMap((passage): Finding[] => {
    switch (passage.kind) {
      case 'alt':
        return checkAlt(passage, title, captions.get(keyOfPhoto(passage)), signs);
      case 'caption':
        return checkCaption(passage, title, signs);
      case 'credit':
        return signs?.emptyCredit.test(passage.text.trim())
          ? [
              report(
                passage,
                'credit-unknown',
                'the credit names neither a person nor an agency',
                'Write who took the photo, or use another one.',
              ),
            ]
          : [];
      default:
        return [];
    }
  });
}

function keyOfPhoto({ path }: Passage): string {
  return path.slice(0, -1).join('/');
}

function report(
  { path, written }: Passage,
  code: keyof typeof PHOTO_TEXT_CODES,
  message: string,
  hint: string,
): Finding {
  const piece = { from: 0, to: written.trimEnd().length };
  return { code, severity: 'warning', message, path, piece, hints: [hint] };
}

const DESCRIBE = 'Write what the photo shows, such as: Students in a lecture hall.';

function checkAlt(
  alt: Passage,
  title: Passage | undefined,
  caption: Passage | undefined,
  signs: Language['signs'],
): Finding[] {
  const text = alt.written.trim();
  if (FILE_NAME.test(text)) {
    return [report(alt, 'alt-file-name', 'the description of the photo is a file name', DESCRIBE)];
  }
  if (signs?.emptyDescription.test(text) || !/\p{L}/u.test(text)) {
    return [report(alt, 'alt-empty', `the description “${text}” says nothing`, DESCRIBE)];
  }
  if (title && isSame(alt, title)) {
    return [report(alt, 'alt-repeats', `the description is the ${title.kind} again`, DESCRIBE)];
  }
  const found: Finding[] = [];
  if (caption && isSame(alt, caption)) {
    found.push(report(alt, 'alt-repeats', 'the description is the caption again', DESCRIBE));
  }
  const [opening] = signs?.pictureWords.exec(text) ?? [];
  if (opening !== undefined) found.push(explainOpening(alt, opening));
  if (text.length > MAX_ALT_LENGTH) {
    const message = `the description has ${text.length} letters; ${MAX_ALT_LENGTH} are enough`;
    found.push(report(alt, 'alt-long', message, 'Write in one sentence what the photo shows.'));
  }
  return found;
}

function explainOpening(alt: Passage, opening: string): Finding {
  const from = alt.written.search(/\S/);
  const piece = { from, to: from + opening.length };
  const rest = alt.written.slice(piece.to).trimStart();
  const whole = { from, to: alt.written.length - rest.length + 1 };
  // Other openings need another sentence.
  const isSimple = /(?:of|:)$/.test(opening) && rest !== '';
  return {
    code: 'alt-picture',
    severity: 'warning',
    message: `the description begins with “${opening}”`,
    path: alt.path,
    piece,
    hints: ['Begin with what the photo shows.'],
    edits: isSimple
      ? [replacePiece(`Remove “${opening}”`, alt.path, whole, rest.slice(0, 1).toUpperCase())]
      : [],
  };
}

function checkCaption(
  caption: Passage,
  title: Passage | undefined,
  signs: Language['signs'],
): Finding[] {
  const found: Finding[] = [];
  if (title && isSame(caption, title)) {
    found.push(
      report(
        caption,
        'caption-repeats',
        `the caption is the ${title.kind} again`,
        'Write who or what is in the photo, or remove the caption.',
      ),
    );
  }
  for (const { index, 0: words } of caption.text.matchAll(signs?.pointing ?? /(?!)/g)) {
    found.push({
      code: 'caption-points',
      severity: 'warning',
      message: `the caption points to another place: “${words}”`,
      path: caption.path,
      piece: { from: index, to: index + words.length },
      hints: ['Write who or what is in the photo. The caption stands below it.'],
    });
  }
  return found;
}

function isSame(one: Passage, other: Passage): boolean {
  const words = lowerCaseWords(one.text).join(' ');
  return words !== '' && words === lowerCaseWords(other.text).join(' ');
}

import type { Values } from '../../templates/phrases.ts';
import { plainBlocks } from '../../text/rich-text.ts';
import type { Photos } from '../publication.ts';
import { composeProgramme, type ProgrammeTools } from '../shared/compose-programme.ts';
import { composeLine, composePhoto } from '../shared/compose-texts.ts';
import type { Programme } from '../shared/programmes.ts';
import { readMoment } from '../shared/schema-pieces.ts';
import type { ComposedRelease } from './composed-release.ts';
import { photoOf, type Release } from './schema.ts';
import type { Words } from './words.ts';

/** Words and tools for composing a release. */
export interface ComposeTools extends ProgrammeTools {
  readonly words: Words;
}

/** Adds the printed values that editors do not type: the label, the dateline, the programme's words. */
export function composeRelease(
  release: Release,
  programme: Programme,
  tools: ComposeTools,
  photos: Pick<Photos, 'photoAt'>,
): ComposedRelease {
  const { words, phrases, typeset, typesetBody } = tools;
  const { date, place, embargo } = release;
  const headline = composeLine(release.headline, typeset);
  const lead = composeLine(release.lead, typeset);
  const body = typesetBody(release.body);
  const values: Values = { headline, programme: programme.name, title: programme.title, date };
  const renderText = (template: string, more: Values = {}) =>
    phrases.renderText(template, { ...values, ...more });
  const photo = photoOf(release);
  return {
    programme: release.programme,
    programmeName: programme.name,
    date,
    place,
    language: release.language,
    embargo,
    document: {
      title: headline,
      author: renderText(words.document.author),
      subject: renderText(words.document.subject),
      keywords: renderText(words.document.keywords),
    },
    draft: release.draft ? renderText(words.draft) : undefined,
    embargoNotice:
      embargo === undefined ? undefined : renderText(words.embargo, { ...readMoment(embargo) }),
    label: renderText(words.label),
    headline,
    dateline:
      place === undefined
        ? undefined
        : renderText(words.dateline, { place: composeLine(place, typeset) }),
    lead,
    photo: composePhoto(photo, photos.photoAt(['photo']), release.headline, typeset),
    body,
    ...composeProgramme(release, programme, date, tools),
    wordCount: countWords([headline, lead ?? '', plainBlocks(body)].join(' ')),
  };
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

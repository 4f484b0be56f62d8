// Ties the words of an article in a further edition to its sources and photos in the first one.

import { posix } from 'node:path';
import type { ValuePath } from '../../../source/positions.ts';
import { addressKey } from '../../../text/address-key.ts';
import {
  type IssuePhoto,
  listWritten,
  PHOTO_WORDS,
  type Placed,
} from '../../shared/schema-pieces.ts';
import { type ArticleSource, sourcesOf } from '../article-sources.ts';
import { type IssueArticle, photosOf } from '../schema.ts';
import type { EditionArticle } from './edition-schema.ts';

type PhotoWord = (typeof PHOTO_WORDS)[number];

/** A word of a photo in a further edition. */
interface TiedWord {
  readonly value: string | undefined;
  /** Where it is written, or would be; undefined without an entry for the photo. */
  readonly path: ValuePath | undefined;
}

/** A photo of the first edition with its words in a further one. */
export interface TiedPhoto {
  readonly photo: IssuePhoto;
  /** Path of the photo in the article of the first edition. */
  readonly inFirst: ValuePath;
  readonly words: Readonly<Record<PhotoWord, TiedWord>>;
}

/** The photos of an article, and what is written in a further edition without need. */
export interface TiedPhotos {
  readonly photos: readonly TiedPhoto[];
  /** Entries for photos that the first edition does not have. */
  readonly unknown: readonly Placed<{ readonly file: string }>[];
  /** Words of the first photo that stand beside the title, too. */
  readonly twice: readonly Placed<PhotoWord>[];
}

/**
 * Ties photos: the words of the first one stand beside the title, those of the others in a list by
 * their files. The first one may also stand in the list.
 */
export function tiePhotos(facts: IssueArticle, words: EditionArticle): TiedPhotos {
  const entries = listWritten(words.photo, ['photo']);
  const taken = new Set<unknown>();
  const photos = photosOf(facts).map(({ value: photo, path: inFirst }, index): TiedPhoto => {
    const entry = entries.find(
      (one) => !taken.has(one) && fileKey(one.value.file) === fileKey(photo.file),
    );
    taken.add(entry);
    const textOf = (key: PhotoWord): TiedWord => {
      const beside = index === 0 ? words[key] : undefined;
      if (beside !== undefined || (index === 0 && !entry)) return { value: beside, path: [key] };
      return { value: entry?.value[key], path: entry && [...entry.path, key] };
    };
    return {
      photo,
      inFirst,
      words: { alt: textOf('alt'), caption: textOf('caption'), credit: textOf('credit') },
    };
  });
  const [first] = photosOf(facts);
  const firstEntry = entries.find(
    (one) => first && fileKey(one.value.file) === fileKey(first.value.file),
  );
  const twice = PHOTO_WORDS.filter(
    (key) => words[key] !== undefined && firstEntry?.value[key] !== undefined,
  );
  return {
    photos,
    unknown: entries.filter((entry) => !taken.has(entry)),
    twice: twice.map((key) => ({ value: key, path: [...(firstEntry?.path ?? []), key] })),
  };
}

/** Canonically equivalent names refer to the same file. */
export function fileKey(file: string): string {
  return posix.normalize(file.trim()).normalize('NFC');
}

/** A source of the first edition with its name in a further one. */
export interface TiedSource {
  readonly source: ArticleSource;
  readonly name: Placed<string> | undefined;
}

/** The sources of an article, and those that only a further edition has. */
export interface TiedSources {
  readonly sources: readonly TiedSource[];
  readonly unknown: readonly ArticleSource[];
}

/** Ties the sources of an article by their addresses. */
export function tieSources(facts: IssueArticle, words: EditionArticle): TiedSources {
  const written = sourcesOf(words);
  const originals = sourcesOf(facts);
  const isSame = (a: ArticleSource, b: ArticleSource) =>
    addressKey(a.address) === addressKey(b.address);
  return {
    sources: originals.map((source) => {
      const tied = written.find((one) => one.name !== undefined && isSame(one, source));
      const name = tied?.name;
      const path = [...(tied?.entryPath ?? []), 'name'];
      return { source, name: name === undefined ? undefined : { value: name, path } };
    }),
    unknown: written.filter((one) => !originals.some((source) => isSame(source, one))),
  };
}

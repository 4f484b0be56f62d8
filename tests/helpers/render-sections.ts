import { createBuildCache } from '../../src/cache/build-cache.ts';
import { createPersistentCache } from '../../src/cache/persistent-cache.ts';
import { createEngineResources } from '../../src/pdf/engine-resources.ts';
import { renderDocument } from '../../src/pdf/render.ts';
import { composeIssue } from '../../src/publications/information-release/compose-issue.ts';
import type { ComposedArticle } from '../../src/publications/information-release/composed-issue.ts';
import { countryOf } from '../../src/publications/information-release/countries.ts';
import { buildDefinition } from '../../src/publications/information-release/layout/build-definition.ts';
import { maxFigureSize, printedSize } from '../../src/publications/shared/layout/figure.ts';
import { textBlock } from '../../src/publications/shared/layout/page.ts';
import { createPhraseRenderer } from '../../src/templates/phrases.ts';
import { parseRichText } from '../../src/text/parse-rich-text.ts';
import { createTypesetter, typesetBlocks } from '../../src/text/typography.ts';
import { readFonts } from './read-fonts.ts';
import { readIssue } from './read-issue.ts';
import { type ReadPdf, readPdf } from './read-pdf.ts';
import { templateText, theme, words } from './read-template.ts';
import { makePhoto } from './render-issue.ts';
import { sampleIssue } from './sample-issue.ts';

/** An article. Its photo is plain; by default its proportions are 3:2. */
export interface SectionArticle {
  readonly body: string;
  readonly title?: string;
  readonly source?: string | readonly string[];
  readonly photo?: {
    readonly side: 'left' | 'right' | 'full';
    readonly caption?: string;
    readonly proportions?: readonly [width: number, height: number];
  };
}

/**
 * Lays out any number of sections, each on a new page: more than there are countries. The frame's words
 * are English in every language; bodies are typeset in the language.
 */
export async function renderSections(
  sections: readonly (readonly SectionArticle[])[],
  language = 'en',
): Promise<{ bytes: Buffer; pdf: ReadPdf }> {
  const articles = sections.map((section) =>
    section.map((article, index) => toArticle(article, index, language)),
  );
  const photos = sections.flat().flatMap(({ photo }) => photo ?? []);
  const pictures = new Map(photos.map((photo) => [nameOf(photo), proportionsOf(photo)]));
  const plain = composeIssue(
    readIssue(sampleIssue({ KZ: [{}] })),
    {
      words,
      phrases: createPhraseRenderer('en'),
      countryOf,
      typeset: createTypesetter('en', theme.typography),
      typesetBody: () => [],
    },
    { photoAt: () => undefined },
  );
  const composed = {
    ...plain,
    language,
    sections: articles.map((inside, index) => ({
      id: `section-${index}`,
      country: `country-${index}`,
      shortName: `Country ${index}`,
      title: `COUNTRY ${index}`,
      flag: undefined,
      articles: inside,
      references: [],
    })),
  };
  const definition = buildDefinition(composed, {
    theme,
    drawings: new Map(
      ['cover.svg', 'back-cover.svg', 'emblem.svg'].map((name) => [name, templateText(name)]),
    ),
  });
  const bytes = [...pictures].map(
    async ([name, [width, height]]) => [name, await makePhoto(width * 100, height * 100)] as const,
  );
  const resources = {
    fonts: readFonts(),
    pictures: Object.fromEntries(await Promise.all(bytes)),
  };
  const buildCache = createBuildCache();
  const shared = await createEngineResources(buildCache, createPersistentCache(buildCache));
  const rendered = await renderDocument(definition, resources, shared);
  return { bytes: rendered.bytes, pdf: await readPdf(rendered.bytes) };
}

function toArticle(
  { body, title = 'A title', source = 'https://example.org/1', photo }: SectionArticle,
  index: number,
  language: string,
): ComposedArticle {
  const path = ['sections', 0, 'articles', index];
  const { blocks } = parseRichText(body);
  const typeset = createTypesetter(language, theme.typography);
  return {
    path,
    id: '',
    also: [],
    title,
    printedTitle: title.toUpperCase(),
    sources: [source].flat().map((address, place) => ({
      address,
      printedAddress: address,
      name: undefined,
      label: undefined,
      path: [...path, 'source', place],
    })),
    photos: photo
      ? [
          {
            path: [...path, 'photo'],
            value: {
              image: nameOf(photo),
              size: sizeOf(photo),
              alt: 'A picture',
              side: photo.side,
              caption: photo.caption,
              credit: undefined,
            },
          },
        ]
      : [],
    lead: undefined,
    date: undefined,
    place: undefined,
    // English sweeps measure words, which are typed as they are printed.
    body: language === 'en' ? blocks : typesetBlocks(blocks, typeset),
  };
}

type SectionPhoto = NonNullable<SectionArticle['photo']>;

function proportionsOf({ proportions = [3, 2] }: SectionPhoto): readonly [number, number] {
  return proportions;
}

function nameOf(photo: SectionPhoto): string {
  return `${proportionsOf(photo).join('-to-')}-${photo.side === 'full' ? 'full' : 'beside'}`;
}

function sizeOf(photo: SectionPhoto) {
  const [width, height] = proportionsOf(photo);
  return printedSize({ width, height }, maxFigureSize(photo, theme.photo, textBlock(theme).width));
}

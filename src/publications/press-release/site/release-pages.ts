import { z } from 'zod';
import { shortenText, showBlocks, showMegabytes, textOfBlocks } from '../../../site/show-text.ts';
import type {
  LoadedSiteTemplate,
  SectionIssue,
  SectionTemplate,
  SiteIssue,
} from '../../../site/site-pages.ts';
import type { TemplateFolder } from '../../../templates/template-folder.ts';
import {
  listLogos,
  type ProgrammePages,
  readProgrammePages,
  showClosing,
  showLine,
  showText,
} from '../../shared/site/programme-pages.ts';
import { showPhoto } from '../../shared/site/show-photo.ts';
import type { ComposedRelease } from '../composed-release.ts';

/** Schema of templates/press-release/site/words.*.yaml: the words of the pages in one language. */
const wordsSchema = z.strictObject({
  heading: z.string(),
  kind: z.string(),
  days: z.string(),
  pdf: z.string(),
  cover: z.string(),
  otherLanguage: z.string(),
});
type Pages = ProgrammePages<z.output<typeof wordsSchema>>;

type PublishedRelease = SiteIssue<ComposedRelease>;

/** Loads templates/press-release/site. */
export function loadReleasePages(
  folder: TemplateFolder,
  language: string,
): Promise<LoadedSiteTemplate<SectionTemplate<ComposedRelease>>> {
  const files = { name: 'press-release', wordsSchema, own: folder, programmes: folder };
  return readProgrammePages(files, language, createTemplate);
}

function createTemplate(pages: Pages): SectionTemplate<ComposedRelease> {
  const { language, words, templates, styles, assets } = pages;
  return {
    language,
    photosOf: ({ photo }) => (photo ? [photo.image] : []),
    composeSection: (releases) => ({
      name: 'press-release',
      language,
      heading: words.heading,
      kind: words.kind,
      showsCovers: false,
      issues: newestFirst(releases).map((release) => showRelease(release, pages)),
      templates,
      styles,
      assets: [...assets, ...releases.flatMap(({ composed }) => listLogos(composed.closing))],
    }),
  };
}

/** Sorts releases by day; those of one day by the names of their folders. */
function newestFirst(releases: readonly PublishedRelease[]): PublishedRelease[] {
  const keyOf = ({ name, composed }: PublishedRelease) => `${composed.date} ${name}`;
  return [...releases].sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
}

function showRelease(release: PublishedRelease, pages: Pages): SectionIssue {
  const { composed, ...file } = release;
  const { words, phrases, language } = pages;
  const { headline, lead, body, photo, date } = composed;
  const render = (phrase: string, values = {}) => phrases.renderText(phrase, values);
  const [first] = body;
  const text = [lead, textOfBlocks(body), photo?.caption, photo?.credit];
  const size = showMegabytes(file.bytes, language);
  return {
    file,
    title: headline,
    description: shortenText(lead ?? textOfBlocks(first ? [first] : [])),
    day: date,
    days: render(words.days, { date }),
    label: composed.programmeName,
    pdf: render(words.pdf, { pages: file.pages, size }),
    coverAlt: render(words.cover, { headline }),
    contents: { heading: '', articles: [] },
    searched: [{ id: undefined, title: headline, text: text.filter(Boolean).join(' ') }],
    page: {
      template: pages.page,
      subheadingLevel: 2,
      values: {
        label: composed.label,
        dateline: composed.dateline,
        otherLanguage: words.otherLanguage,
        lead,
        photo: photo && showPhoto(file, photo),
        body: showBlocks(body),
        about: showText(composed.about),
        readMore: showLine(composed.readMore),
        contact: showLine(composed.contact),
        closing: showClosing(composed.closing, pages),
      },
    },
  };
}

import type { Problem } from '../diagnostics/problem.ts';
import type { SourceDocument } from '../source/read-yaml.ts';
import type { Values } from '../templates/phrases.ts';
import type { TemplateFolder } from '../templates/template-folder.ts';
import type { PictureSettings } from './site-theme.ts';

/** Pages of a publication on the site, in the languages in which it has words. */
export interface SitePages<Template> {
  /** Whether templates/PUBLICATION/site has words in a language. */
  hasLanguage(folder: TemplateFolder, language: string): Promise<boolean>;
  /** Loads the templates in templates/PUBLICATION/site. */
  loadTemplate(folder: TemplateFolder, language: string): Promise<LoadedSiteTemplate<Template>>;
}

/** A site's template, or the problems why it cannot be used and the documents that they refer to. */
export interface LoadedSiteTemplate<Template> {
  readonly template: Template | undefined;
  readonly problems: readonly Problem[];
  readonly documents: readonly SourceDocument[];
}

/** What a template of the site says about one publication; `Composed` is the type of its composed issues. */
interface IssueTemplate<Composed> {
  readonly language: string;
  /** Returns the names of the photos on an issue's page, in the order of print, without duplicates. */
  photosOf(composed: Composed): readonly string[];
}

/** Composes a whole site in one language: the pages of a publication's issues, and those of other sections. */
export interface FrameTemplate<Composed> extends IssueTemplate<Composed> {
  /** Sizes of the pictures in the folders of all issues. */
  readonly pictures: PictureSettings;
  /** Composes the files that all languages share; those in the issues' folders are not among them. */
  composeAssets(content: SiteContent<Composed>, site: SiteSettings): Iterable<SiteFile>;
  /**
   * Composes the pages and data of this language. Each comes after the files it needs or links to, the
   * home page last. An issue without an edition in this language is given in its first one.
   */
  composePages(content: SiteContent<Composed>, site: SiteSettings): Iterable<SiteFile>;
}

/** What a site has in one language: at least one issue. */
export interface SiteContent<Composed> {
  /** Issues of the publication that has the frame. */
  readonly issues: readonly SiteIssue<Composed>[];
  /** The other publications that have issues. */
  readonly sections: readonly SiteSection[];
}

/** Composes the issues of a publication for the frame of another one. */
export interface SectionTemplate<Composed> extends IssueTemplate<Composed> {
  /**
   * Composes a section.
   * @param issues at least one; an issue without an edition in the language is in its first one
   * @param language of the frame's pages
   */
  composeSection(issues: readonly SiteIssue<Composed>[], language: string): SiteSection;
}

/** The issues of a publication for the pages of one language. */
export interface SiteSection {
  /** Name of the publication. */
  readonly name: string;
  /** Language of the words that come from no issue. */
  readonly language: string;
  /** Heading of the list of its issues. */
  readonly heading: string;
  /** What an issue is called in a search result. */
  readonly kind: string;
  /** Whether the list shows the first page of each issue; otherwise it has the descriptions. */
  readonly showsCovers: boolean;
  /** Newest first. */
  readonly issues: readonly SectionIssue[];
  /**
   * Page templates by name, to be compiled together with the frame's. A page has the frame's values and its
   * own ones under the key `issue`; the partials `page`, `spans`, `blocks`, `figure` and
   * `neighbours` are the frame's.
   */
  readonly templates: Readonly<Record<string, string>>;
  /** Addresses of the style sheets of its pages, after that of the frame; they are among the assets. */
  readonly styles: readonly string[];
  readonly assets: readonly SiteFile[];
}

/** An issue of a section. Its page has the address `issuePage(file.name)`. */
export interface SectionIssue {
  /** The edition and its files. */
  readonly file: Omit<SiteIssue<unknown>, 'composed'>;
  readonly title: string;
  /** One or two sentences. */
  readonly description: string;
  /** Day for the feed and the sitemap. */
  readonly day: string;
  /** The day or the period in words. */
  readonly days: string;
  /** Short name of the issue or its series, which is shown beside the day. */
  readonly label: string;
  /** Words of the link to the PDF. */
  readonly pdf: string;
  readonly coverAlt: string;
  /** Its articles for the feed; none if it is one article. */
  readonly contents: { readonly heading: string; readonly articles: readonly SectionArticle[] };
  /** Its articles for the search. */
  readonly searched: readonly (SectionArticle & { readonly text: string })[];
  readonly page: {
    /** Name of its template. */
    readonly template: string;
    readonly values: Values;
    /** Level of the subheadings in its texts, below that of the heading above them. */
    readonly subheadingLevel: number;
  };
}

/** An article on the page of its issue. */
export interface SectionArticle {
  readonly title: string;
  /** Id of its element; undefined if it is the whole page. */
  readonly id: string | undefined;
}

/** What the pages of all languages have in common. */
export interface SiteSettings {
  /** Web address of the site, ending in a slash, or empty. */
  readonly base: string;
  /** At least one; the pages of the first are at the site's root. */
  readonly languages: readonly SiteLanguage[];
  readonly scripts: SiteScripts;
}

/** A language of a site. All languages have the same pages. */
export interface SiteLanguage {
  /** BCP 47. */
  readonly code: string;
  /** Folder of its pages, relative to the site's root and ending in a slash; empty for the first. */
  readonly folder: string;
}

/** Source texts of the scripts. */
export interface SiteScripts {
  /** Script of the search page. */
  readonly search: string;
  /** Script that keeps the place on a page when the reader changes the language. */
  readonly switchLanguage: string;
}

/** A file of the site, with its address relative to the site's root. */
export interface SiteFile {
  readonly address: string;
  readonly content: string | Uint8Array;
}

/** An edition of an issue, and its files in the issue's folder. */
export interface SiteIssue<Composed> {
  /** Name of the issue's folder, and of its page. */
  readonly name: string;
  readonly language: string;
  readonly composed: Composed;
  /** File name of the PDF. */
  readonly pdf: string;
  /** Number of pages of the PDF, including the covers. */
  readonly pages: number;
  /** Size of the PDF. */
  readonly bytes: number;
  readonly cover: WebPicture;
  /** The photos by name. */
  readonly photos: ReadonlyMap<string, WebPicture>;
}

/** A picture of the site; sizes in px. */
export interface WebPicture {
  /** File name in the issue's folder. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

import type { Problem } from '../diagnostics/problem.ts';
import type { SourceDocument } from '../source/read-yaml.ts';
import type { TemplateFolder } from '../templates/template-folder.ts';
import type { PictureSettings } from './site-theme.ts';

/** Site pages of a publication; `Composed` is the type of its composed issues. */
export interface SitePages<Composed> {
  /** Whether templates/PUBLICATION/site has words in a language. */
  hasLanguage(folder: TemplateFolder, language: string): Promise<boolean>;
  /** Loads the templates in templates/PUBLICATION/site. */
  loadTemplate(folder: TemplateFolder, language: string): Promise<LoadedSiteTemplate<Composed>>;
}

/** A site's template, or the problems why it cannot be used and the documents that they refer to. */
export interface LoadedSiteTemplate<Composed> {
  readonly template: SiteTemplate<Composed> | undefined;
  readonly problems: readonly Problem[];
  readonly documents: readonly SourceDocument[];
}

/** Composes the pages of a site in one language. */
export interface SiteTemplate<Composed> {
  readonly language: string;
  /** Sizes of the pictures in an issue's folder. */
  readonly pictures: PictureSettings;
  /** Returns the names of the photos on an issue's page, in the order of print, without duplicates. */
  photosOf(composed: Composed): readonly string[];
  /** Composes the files that all languages share; those in the issues' folders are not among them. */
  composeAssets(issues: readonly SiteIssue<Composed>[], site: SiteSettings): Iterable<SiteFile>;
  /**
   * Composes the pages and data of this language. Each comes after the files it needs or links to, the
   * home page last. An issue without an edition in this language is given in its first one.
   */
  composePages(issues: readonly SiteIssue<Composed>[], site: SiteSettings): Iterable<SiteFile>;
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

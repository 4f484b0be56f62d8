import type { Problem } from '../diagnostics/problem.ts';
import type { SourceDocument } from '../source/read-yaml.ts';
import type { TemplateFolder } from '../templates/template-folder.ts';
import type { PictureSettings } from './site-theme.ts';

/** Pages of a publication on the site; `Composed` is its issue with everything that is computed. */
export interface SitePages<Composed> {
  /** Loads what templates/PUBLICATION/site holds. */
  loadTemplate(folder: TemplateFolder, language: string): Promise<LoadedSiteTemplate<Composed>>;
}

/** A site's template, or the problems for which it cannot be used; the documents are what they point into. */
export interface LoadedSiteTemplate<Composed> {
  readonly template: SiteTemplate<Composed> | undefined;
  readonly problems: readonly Problem[];
  readonly documents: readonly SourceDocument[];
}

/** Composes the pages of a site in one language. */
export interface SiteTemplate<Composed> {
  /** Sizes of the pictures that lie beside an issue's page. */
  readonly pictures: PictureSettings;
  /** Names of the photos that an issue's page shows, in the order of print, each once. */
  photosOf(composed: Composed): readonly string[];
  /**
   * All files of the site except those that lie beside an issue's page. Each stands after those that it
   * needs or links to, the home page at the end. `script` is the search page's.
   */
  composeFiles(
    issues: readonly SiteIssue<Composed>[],
    site: { readonly base: string; readonly script: string },
  ): Iterable<SiteFile>;
}

/** A file of the site by its address, relative to the site's home. */
export interface SiteFile {
  readonly address: string;
  readonly content: string | Uint8Array;
}

/** An issue, and the files that lie beside its page. */
export interface SiteIssue<Composed> {
  /** Name of the issue's folder, and of its page. */
  readonly name: string;
  readonly composed: Composed;
  /** Name of the PDF's file. */
  readonly pdf: string;
  /** Pages of the PDF, including the covers. */
  readonly pages: number;
  /** Size of the PDF. */
  readonly bytes: number;
  readonly cover: WebPicture;
  /** The photos by their names. */
  readonly photos: ReadonlyMap<string, WebPicture>;
}

/** A picture of the site; sizes in px. */
export interface WebPicture {
  /** Name of its file in the issue's folder. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

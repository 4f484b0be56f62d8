import type { Problem } from '../diagnostics/problem.ts';
import type { SourceDocument } from '../source/read-yaml.ts';
import type { TemplateFolder } from '../templates/template-folder.ts';
import type { PictureSettings } from './site-theme.ts';

/** Site pages of a publication; `Composed` is the type of its composed issues. */
export interface SitePages<Composed> {
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
  /** Sizes of the pictures in an issue's folder. */
  readonly pictures: PictureSettings;
  /** Returns the names of the photos on an issue's page, in the order of print, without duplicates. */
  photosOf(composed: Composed): readonly string[];
  /**
   * Composes all files of the site except those in the issues' folders. Each comes after the files it
   * needs or links to, the home page last. `script` is the script of the search page.
   */
  composeFiles(
    issues: readonly SiteIssue<Composed>[],
    site: { readonly base: string; readonly script: string },
  ): Iterable<SiteFile>;
}

/** A file of the site, with its address relative to the site's root. */
export interface SiteFile {
  readonly address: string;
  readonly content: string | Uint8Array;
}

/** An issue, and the files in its folder. */
export interface SiteIssue<Composed> {
  /** Name of the issue's folder, and of its page. */
  readonly name: string;
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

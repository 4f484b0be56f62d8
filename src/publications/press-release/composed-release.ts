import type { Block } from '../../text/rich-text.ts';
import type { ComposedParts } from '../shared/compose-programme.ts';
import type { ComposedPhoto } from '../shared/compose-texts.ts';

/** A press release with all computed values, in printed order. */
export interface ComposedRelease extends ComposedParts {
  readonly programme: string;
  /** Short name of the programme with its phase. */
  readonly programmeName: string;
  readonly date: string;
  readonly place: string | undefined;
  readonly language: string;
  /** Moment before which the release must not be published. */
  readonly embargo: string | undefined;
  readonly document: {
    readonly title: string;
    readonly author: string;
    readonly subject: string;
    readonly keywords: string;
  };
  /** The word at the head of a draft. */
  readonly draft: string | undefined;
  readonly embargoNotice: string | undefined;
  readonly label: string;
  readonly headline: string;
  readonly dateline: string | undefined;
  readonly lead: string | undefined;
  readonly photo: ComposedPhoto | undefined;
  readonly body: readonly Block[];
  /** Number of words of headline, lead and body. */
  readonly wordCount: number;
}

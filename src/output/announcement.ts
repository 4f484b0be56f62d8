/** What is told of an issue where it is made public, in the language and in plain text. */
export interface Announcement {
  /** CARICC Information Release #19, 2024. */
  readonly title: string;
  /** What the issue is about, with its period in words. */
  readonly subject: string;
  /** The issue in a sentence or two: its period, its counts. */
  readonly summary: string;
  /** In the order of print. */
  readonly sections: readonly {
    /** The country's short name. */
    readonly name: string;
    /** The articles' titles as editors wrote them, each on one line. */
    readonly titles: readonly string[];
  }[];
}

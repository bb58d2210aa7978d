import type { MessageId } from '../i18n/en';

/** Texts by their paths. */
export type Texts = Readonly<Record<string, string>>;

/** Everything that the page says in one language. */
export interface Language {
  readonly messages: Readonly<Record<MessageId, string>>;
  /** `NN-name.md` each. */
  readonly chapters: Texts;
  /** `NN-name.md` each. */
  readonly exercises: Texts;
}

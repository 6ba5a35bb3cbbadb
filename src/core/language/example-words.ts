import type { ColumnId } from '../layout/sheet-layout.ts';
import type { TabId } from '../layout/tab-layout.ts';
import { examples as en } from './en/examples.ts';
import { examples as nl } from './nl/examples.ts';
import type { InEachLanguage } from './words.ts';

export interface ExampleWords {
  readonly forExample: (text: string) => string;
  readonly oneOf: (words: readonly string[]) => string;
  /** A name in an example row, which says that it is one. */
  readonly rowName: (name: string) => string;
  /** As a person types it: year of four digits, month and day of two. */
  readonly date: (year: string, month: string, day: string) => string;
  /** Text of cells; {year} is the year of the example. */
  readonly cells: {
    readonly [Id in TabId]: { readonly [Column in ColumnId<Id>]?: string };
  };
}

export const EXAMPLE_WORDS: InEachLanguage<ExampleWords> = { en, nl };

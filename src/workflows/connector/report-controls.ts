import { normaliseText } from '../../core/intake/sheet/normalise-text.ts';
import { CONTROL_WORDS } from '../../core/language/connector-languages.ts';
import type { ControlWords } from '../../core/language/workflow-words.ts';
import type { Day } from '../../core/model/calendar-date.ts';
import { LANGUAGES } from '../../core/model/locale.ts';
import type { RegularCadence } from '../../core/model/period.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { Table } from '../../core/tables/table.ts';
import { withNote } from '../../core/tables/view-note.ts';

/** What a control of a report was set to that nobody understands: the default is shown, and this said. */
export interface Misread {
  readonly what: 'unknownGrain' | 'unknownLanguage' | 'unknownDay' | 'dayToCome';
  readonly typed: string;
}

/** What a control says: null where it is blank or not understood. */
interface Control<Value> {
  readonly value: Value | null;
  readonly misread: readonly Misread[];
}

type GrainWord = keyof ControlWords['grains'];

// SAFETY: the keys of a record by interval.
const GRAIN_WORDS = Object.keys(CONTROL_WORDS.en.grains) as GrainWord[];

const LONGEST_SHOWN = 40;

/** As much of what was typed as a sentence can hold. */
export const shown = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;

const isOneOf = (key: string, wordsOf: (words: ControlWords) => readonly string[]): boolean =>
  LANGUAGES.some((language) => wordsOf(CONTROL_WORDS[language]).includes(key));

/** "Per maand" is "maand". */
function withoutEach(key: string): string {
  const [first, ...rest] = key.split(' ');
  return rest.length > 0 && isOneOf(first, ({ each }) => each) ? rest.join(' ') : key;
}

function control<Value>(
  text: string,
  find: (key: string) => Value | undefined,
  what: Misread['what'],
): Control<Value> {
  const key = normaliseText(text);
  if (key === '') return { value: null, misread: [] };
  const found = find(key);
  if (found !== undefined) return { value: found, misread: [] };
  return { value: null, misread: [{ what, typed: shown(text) }] };
}

/** An interval by its code or a word of any language: Month, maand, per maand. */
export const readGrain = (text: string): Control<'measured' | RegularCadence> =>
  control(
    text,
    (key) => {
      const word = withoutEach(key);
      return GRAIN_WORDS.find(
        (grain) => word === grain || isOneOf(word, (own) => own.grains[grain]),
      );
    },
    'unknownGrain',
  );

/** A language by its code, a locale of it, or its name: nl, nl-BE, Dutch, Nederlands. */
export const readLanguage = (text: string): Control<Language | 'workbook'> =>
  control<Language | 'workbook'>(
    text,
    (key) => {
      if (isOneOf(key, ({ asInWorkbook }) => asInWorkbook)) return 'workbook';
      return LANGUAGES.find(
        (language) =>
          key.split(/[-_]/)[0] === language || isOneOf(key, (own) => own.languages[language]),
      );
    },
    'unknownLanguage',
  );

/**
 * The day to look from: today, yesterday, or a date; one that is still to come is the newest there is.
 *
 * @param newest the day of the workbook
 * @param dayOf reads a date as a cell of the workbook would
 */
export function readViewDay(
  text: string,
  newest: Day,
  dayOf: (text: string) => Day | null,
): Control<Day> {
  const { value, misread } = control(
    text,
    (key) => {
      if (isOneOf(key, ({ today }) => today)) return newest;
      if (isOneOf(key, ({ yesterday }) => yesterday)) return newest - 1;
      return dayOf(text) ?? undefined;
    },
    'unknownDay',
  );
  if (value === null || value <= newest) return { value, misread };
  return { value: newest, misread: [{ what: 'dayToCome', typed: shown(text) }] };
}

/** The table with a sentence for whatever was not understood. */
export const withMisread = (table: Table, misread: readonly Misread[], language: Language): Table =>
  misread.reduce(
    (noted, { what, typed }) => withNote(noted, CONTROL_WORDS[language][what](typed)),
    table,
  );

import type { SentenceBook } from '../language/en/sentences.ts';
import type { CellPlace } from '../model/a1-notation.ts';
import type { Day } from '../model/calendar-date.ts';
import { type Columns, essential, fieldsIn } from './column.ts';
import { kpiBlock } from './kpi-block.ts';
import type { ResultTable } from './result-table.ts';
import type { KpiResult } from './results.ts';

/** Something that changed. */
export interface Change {
  readonly result: KpiResult;
  readonly type: keyof SentenceBook['events'];
  readonly day: Day;
  readonly text: string;
  /** Null when it is neither good nor bad. */
  readonly isGood: boolean | null;
  readonly place: CellPlace;
}

const figures = fieldsIn('figures');
const counts = fieldsIn('counts');
const texts = fieldsIn('texts');

const columns = {
  ...kpiBlock(({ result }: Change) => result),
  event_date: essential(texts.date(({ day }) => day)),
  event_type: texts.text(({ type }) => type),
  event_label: essential(figures.text(({ type }, { book }) => book.eventLabels[type])),
  event_text: essential(texts.text(({ text }) => text)),
  event_good: essential(texts.flag(({ isGood }) => isGood)),
  event_url: texts.url(({ place }, { urlOf }) => urlOf(place)),
  event_count: essential(counts.sum(() => 1)),
} satisfies Columns<Change>;

/** One row per thing that changed, the newest first. */
export const CHANGES: ResultTable<Change> = {
  columns,
  hidden: {},
  defaults: ['event_text', 'event_count'],
  days: { from: 'event_date', to: 'event_date' },
};

import { KOERS_TAB_WORDS } from '../../core/language/sheet-languages.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { Clock } from '../ports.ts';
import { momentText } from './moment-text.ts';
import { type KnownSchedule, nextRunText } from './schedule-text.ts';

/** First line of every tab that Koers writes for people: of when it is, and when the next run is. */
export function tabHeadline(
  clock: Clock,
  run: { readonly at: number; readonly by: string },
  schedule: KnownSchedule,
  language: Language,
): string {
  const moment = momentText(clock, run.at, schedule.timeZone, language);
  return KOERS_TAB_WORDS[language].recalculated(
    moment,
    run.by,
    nextRunText(clock, schedule, language),
  );
}

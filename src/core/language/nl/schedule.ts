import { hourSpan } from '../../model/clock-time.ts';
import type { ScheduleWords } from '../workflow-words.ts';

const WEEKDAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];

const by = (email: string): string => (email === '' ? '' : `, met de rechten van ${email}`);

export const schedule: ScheduleWords = {
  every: {
    hour: () => 'elk uur',
    day: ({ hour }) => `elke dag tussen ${hourSpan(hour, ' en ')}`,
    week: ({ weekday, hour }) => `elke ${WEEKDAYS[weekday - 1]} tussen ${hourSpan(hour, ' en ')}`,
  },
  next: (day, hour, email) => `Volgende keer: ${day} tussen ${hourSpan(hour, ' en ')}${by(email)}.`,
  nextWithinTheHour: (email) => `Volgende keer: binnen een uur${by(email)}.`,
  overdue: (moment) =>
    `Koers had sinds ${moment} twee keer moeten herberekenen, maar deed dat niet. In de werkmap vertelt Koers › Planning › Wie dit draait, en wanneer meer; Overnemen laat het weer lopen.`,
  lastRunFailed: (moment) => `De herberekening van ${moment} is mislukt; dit zijn eerdere resultaten. Op Koers status in de werkmap staat waarom.`,
};

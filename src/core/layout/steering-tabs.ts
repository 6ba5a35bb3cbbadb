import {
  calendarKey,
  choice,
  date,
  email,
  hiddenId,
  needed,
  number,
  refersTo,
  share,
  tab,
  text,
} from './tab-layout.ts';

export const ACTIONS_TAB = tab('actions', 'when_added', {
  name: needed(text),
  kpi: needed(refersTo('kpis')),
  phase: choice('phase'),
  date,
  owner: text,
  channel: text,
  resource: text,
  expected_effect: number,
  effect_date: date,
  cause: text,
  confidence: share,
  decision: choice('decision'),
  status: choice('action_status'),
  until: date,
  note: text,
  id: hiddenId,
});

export const EVENTS_TAB = tab('events', 'when_added', {
  name: needed(text),
  from: needed(date),
  to: date,
  subject: refersTo('measures', 'kpis'),
  channel: text,
  expected_effect: share,
  note: text,
});

export const CALENDAR_TAB = tab('calendar', 'when_added', {
  calendar: needed(text),
  key: needed(calendarKey),
  weight: needed(number),
  label: text,
});

export const PERIODS_TAB = tab('periods', 'when_added', {
  label: needed(text),
  start: needed(date),
  end: needed(date),
  year: needed(number),
});

export const PEOPLE_TAB = tab('people', 'when_added', {
  name: needed(text),
  email: needed(email),
  team: text,
  digest: choice('digest_for'),
  language: choice('language'),
});

/** A room: what it is for, in one sentence, and which others its files may know. */
export interface Room {
  readonly isFor: string;
  readonly knows: readonly string[];
}

/** Rooms that stand in one order: each knows those before it, and none needs one above it. */
const inOrder = (rooms: Readonly<Record<string, string>>): Readonly<Record<string, Room>> =>
  Object.fromEntries(
    Object.entries(rooms).map(([room, isFor], at, all) => [
      room,
      { isFor, knows: all.slice(0, at).map(([before]) => before) },
    ]),
  );

const room = (isFor: string, knows = ''): Room => ({ isFor, knows: knows.split(' ') });

/** The house, by folder below src. Data flows one way; a room knows only what stands behind it. */
export const HOUSE: Readonly<Record<string, Room>> = {
  'core/layout': room('What people can fill in: every tab, column, choice and setting, by id.'),
  'core/library': room(
    'KPIs to choose from: what each counts, and what a year could ask.',
    'core/layout',
  ),
  'core/model': room('The words of the business as types, the findings among them.', 'core/layout'),
  'core/language': room(
    'Every name and sentence a person reads or types, a folder for each language.',
    'core/layout core/library core/model',
  ),
  'core/intake': room(
    'Rows of sheets into a workspace, and findings with their cells.',
    'core/layout core/model core/language',
  ),
  'core/evaluate': room('A workspace and a day into an evaluation.', 'core/model'),
  'core/tables': room(
    'An evaluation into the columns and rows of the result tables.',
    'core/model core/language core/evaluate',
  ),
  'core/alerts': room(
    'What deserves a message, and the message: an evaluation and what people know into letters.',
    'core/model core/language core/tables',
  ),
  drawing: room(
    'Pictures of the route and its meters as shapes, from plain data: whatever shows them can use the same.',
    'core/model core/language core/tables',
  ),
  visualisations: room(
    'The route and the meter inside Data Studio: rows of a chart into pictures.',
    'drawing core/model core/language core/tables',
  ),
  workflows: room(
    'What the product does, through small ports.',
    'drawing core/layout core/library core/model core/language core/intake core/evaluate core/tables core/alerts',
  ),
  board: room(
    "The one light page: sidebar, dialog, web app, first view on one's own machine.",
    'drawing core/model core/language workflows',
  ),
  'apps-script': room(
    "The only product folder that names Google's services: two entries, and the ports behind them.",
    'workflows core/layout core/model core/language core/intake core/tables',
  ),
  deploy: room('Installs and upgrades Koers in a Google account.', 'workflows'),
  preview: room(
    "Koers on one's own machine: the imitation of Google, the page, the command.",
    'core/layout core/model core/language core/intake board drawing visualisations',
  ),
};

/** The rooms within a floor of the house, from the bottom up. */
export const ROOMS_WITHIN: Readonly<Record<string, Readonly<Record<string, Room>>>> = {
  'core/intake': inOrder({
    sheet: 'What a spreadsheet hands over: cells, formats, and which tab a name stands for.',
    cell: 'One cell: a value, blank, or bad with its reason.',
    rows: 'Header, rows and references of a tab; whatever is found has its cell.',
    formula: 'The text of a formula as a tree.',
    tabs: 'One reader for each tab that people fill in.',
    links: 'What ties the rows of several tabs: measures of KPIs, operands, outcomes, channels.',
    figures: 'Every value of every Actuals tab and source, and what it tells of its measure.',
    checks: 'The data mistakes that only show when values are seen together.',
    'what-if': 'What a report asks to suppose of the future, as it was typed there.',
  }),
  'core/evaluate': inOrder({
    period: 'Which days count, how they weigh, and what pairs with them a year before.',
    values:
      'Rows of a measure as values of days and intervals, over channels, formulas and windows.',
    actuals: 'The day to which a KPI is judged, and its value interval by interval up to there.',
    target: 'What is asked of a KPI: its definition, plan and versions.',
    judgement: 'How it stands: actual, progress, pace, course, status, arrival.',
    signal: 'Change or noise.',
    stops: 'Where its milestones stand.',
    forecast: 'Where it is heading, with a band and a chance.',
    'what-if': 'The same when the future of a measure is supposed to be another.',
    timeline: 'The same, interval by interval.',
    'ways-out': 'What would still bring it on time.',
    channels: 'What each channel does for it.',
    fuel: 'Whether its means last.',
    smart: 'How well KPIs and goals are described.',
    kpi: 'One KPI, whole.',
    actions: 'What was done, what it did, and which KPIs are to be looked at again.',
    drivers: 'Which KPIs make the gap of an outcome.',
    goals: 'KPIs rolled up into goals, and the route they make.',
    foretold: 'How what was foretold of KPIs that are over turned out.',
  }),
  workflows: {
    ports: room('What the workflows ask of the world, and the failures they end in.'),
    workbook: room('The workbook as it is read: facts, tabs, ids, one run at a time.', 'ports'),
    'input-tabs': room('The tabs that people fill in, as they are put there.', 'ports'),
    'packed-tables': room('Result tables packed for the cache and the hidden tab.', 'ports'),
    'hidden-tab': room(
      'What Koers keeps: the hidden tab, read, changed and written.',
      'ports workbook packed-tables',
    ),
    results: room('A workbook into its result tables.', 'ports workbook packed-tables hidden-tab'),
    telling: room(
      'Letters that follow from a run, kept until they are sent.',
      'ports workbook packed-tables hidden-tab results',
    ),
    recalculation: room(
      'A run that writes everything in one change, and the workbooks of groups after it.',
      'ports workbook packed-tables hidden-tab results telling',
    ),
    connector: room(
      'What Data Studio asks, answered.',
      'ports workbook packed-tables hidden-tab results',
    ),
    board: room(
      'Result tables into the small data of the board, for whoever may see the workbook.',
      'ports hidden-tab connector',
    ),
    review: room(
      'The review meeting: what it looks at, goal by goal, and the rows of what it decides.',
      'ports workbook packed-tables input-tabs set-up board begin',
    ),
    'next-period': room(
      'New rows for the period that follows.',
      'ports workbook hidden-tab results',
    ),
    'check-in': room(
      'Who looked at a KPI, and what they say of it, written down as a row.',
      'ports workbook input-tabs set-up',
    ),
    guidance: room(
      'What is wrong with a cell, told beside it: while somebody types, and one by one.',
      'ports workbook hidden-tab results',
    ),
    'live-check': room('What an installation answered of itself, on a page for a person.', 'ports'),
    'set-up': room(
      'The tabs that people fill in, put there or completed.',
      'ports workbook input-tabs hidden-tab',
    ),
    menu: room(
      'What the menu does besides.',
      'ports workbook packed-tables input-tabs set-up hidden-tab recalculation telling',
    ),
    begin: room(
      'The first steps: what they ask, and the rows that they write.',
      'ports workbook input-tabs set-up menu',
    ),
  },
};

/** The room of the house a file is in: core/evaluate, workflows, apps-script … */
export function houseRoomOf(path: string): string {
  const [, first, second] = path.split('/');
  return first === 'core' ? `core/${second}` : first;
}

/**
 * The room within a floor that a file is in; a file beside the rooms is the floor's head and knows
 * them all, but in the workflows, where it is a port. Null for a file elsewhere.
 */
export function roomWithin(floor: string, path: string): string | null {
  const start = `src/${floor}/`;
  if (!path.startsWith(start)) return null;
  const [folder, file] = path.slice(start.length).split('/');
  return file === undefined ? (floor === 'workflows' ? 'ports' : 'head') : folder;
}

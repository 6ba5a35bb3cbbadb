import type { MenuMessages, MenuWords } from '../workflow-words.ts';
import { counted } from './counts.ts';

export const menu: MenuWords = {
  menu: 'Koers',
  recalculate: 'Recalculate now',
  nextProblem: 'Next problem',
  nextPeriod: 'Start next period…',
  begin: 'Begin…',
  setUp: 'Set up this workbook',
  removeExamples: 'Remove example rows',
  add: 'Add…',
  schedule: 'Schedule',
  hourly: 'Every hour',
  daily: 'Every day…',
  weekly: 'Every week…',
  off: 'Off',
  takeOver: 'Take over',
  showSchedule: 'Who runs it, and when',
  board: 'Are we on course?',
  wideBoard: 'The board on a wide page',
  review: 'Review…',
  openReport: 'Open in Data Studio',
  publish: 'Publish for a group',
  publishGoals: 'Publish goals…',
  showPublications: 'What is published, and for whom',
  stopPublishing: 'Stop…',
  messages: 'Messages',
  mailOn: 'E-mail on',
  mailOff: 'E-mail off',
  setChat: 'Google Chat, Slack or Teams…',
  showMessages: 'Who is told, and what waits',
  sendMessages: 'Send now what waits',
  showDigest: 'The digest as it will look',
  confirmWorkbook: 'This is the real workbook',
  repairData: 'Repair Koers data',
  checkInstallation: 'Check this installation',
};

export const messages: MenuMessages = {
  recalculated: (kpis, errors) => `${counted(kpis, 'KPI', 'KPIs')} recalculated. ${errors === 0 ? 'No errors found.' : `${counted(errors, 'error', 'errors')} to look at in Koers checks.`}`,
  converted: (months, baselines, closed) =>
    `What Koers remembers is in the form of this version now: ${counted(months, 'month', 'months')} of history, ${counted(baselines, 'baseline', 'baselines')} and ${counted(closed, 'closed KPI', 'closed KPIs')} came along.`,
  setUp: 'Seven tabs are ready, each with an example row. Start with a KPI: name, kind, start, due and target, and its figures in Actuals. Koers › Remove example rows takes the examples away.',
  completed: ({ tabs, columns, settings, notes, lists, formats, headers }) => {
    const some = (count: number, one: string, more: string) => (count === 0 ? [] : [counted(count, one, more)]);
    const parts = [
      ...(tabs.length === 0 ? [] : [`${tabs.length === 1 ? 'the tab' : 'the tabs'} ${tabs.join(', ')}`]),
      ...columns.map(({ tab, count }) => `${some(count, 'column', 'columns')} in ${tab}`),
      ...some(settings, 'setting', 'settings'),
      ...some(notes, 'note', 'notes'),
      ...some(lists, 'list to choose from', 'lists to choose from'),
      ...some(formats, 'format', 'formats'),
      ...some(headers, 'header look', 'header looks'),
    ];
    return `Added: ${parts.join('; ')}. What you typed, wrote or chose is as it was.`;
  },
  complete: 'Nothing is missing, so nothing was changed.',
  leftAlone: (tab) => `The tab "${tab}" has no header row that Koers knows, so it was left alone. Give it another name and choose this once more, or give it the headers of Koers.`,
  examplesRemoved: (rows) =>
    rows === 0 ? 'No example row is left as Koers put it there. Rows that you changed stay.' : `${counted(rows, 'example row', 'example rows')} removed. Rows that you changed stay.`,
  added: (tab) => `The tab "${tab}" is ready.`,
  whichHour: (timeZone) => `At which hour, on the clock of ${timeZone}? A whole number from 0 to 23: 6 is between 06:00 and 07:00.`,
  whichWeekday: (timeZone) => `On which weekday and at which hour, on the clock of ${timeZone}? For example: Monday 6.`,
  noSuchTurn: (typed) => `"${typed}" is not a time that Koers understands, so nothing was changed. Type a whole hour from 0 to 23, such as 6; for a week a weekday before it, such as Monday 6.`,
  scheduled: (every, timeZone) => `Koers recalculates ${every} (${timeZone}), on your authorisation.`,
  scheduledOff: 'Koers recalculates only when somebody asks.',
  tookOver: (by) => `Until now this went on the authorisation of ${by}; that trigger removes itself when it fires next.`,
  nothingToTakeOver: 'There is no schedule to take over. Choose when Koers recalculates: every hour, day or week.',
  runsNow: (every, timeZone, by) => `Koers recalculates ${every} (${timeZone})${by === '' ? '' : `, on the authorisation of ${by}`}.`,
  noTrigger: 'That is you, and yet Google has no trigger of yours. Choose the schedule again.',
  lastRuns: 'The last runs:',
  run: (moment, trigger, by, failure) =>
    `${moment} · ${{ menu: 'from the menu', schedule: 'by schedule', retry: 'tried again' }[trigger]}${by === '' ? '' : ` · ${by}`} · ${failure === '' ? 'went well' : `failed: ${failure}`}`,
  versions: {
    script_refuses: {
      label: 'This script is too old for its data…',
      text: (script, data) =>
        `The data of this workbook was written by ${data}, in a newer form. This script is Koers ${script}: it changes nothing, by hand or on a schedule, until it is upgraded (npm run deploy). Your own tabs and the last results stay as they are.`,
    },
    script_older: {
      label: 'This script is older than its data…',
      text: (script, data) =>
        `The results in this workbook were computed by ${data}; this script is Koers ${script}. Recalculating works and loses nothing, but by the older definitions, so figures may change. Upgrade the script first (npm run deploy), unless you went back on purpose.`,
    },
    script_newer: {
      label: 'This script is newer than its data…',
      text: (script, data) =>
        `The results in this workbook were computed by ${data}; this script is Koers ${script}. The next recalculation computes them by the new definitions, which CHANGELOG.md lists. What Koers remembers stays.`,
    },
    script_converts: {
      label: 'This script is newer than its data…',
      text: (script, data) =>
        `The data of this workbook was written by ${data}; this script is Koers ${script}. The next recalculation puts it into a new form and computes the results by the new definitions, which CHANGELOG.md lists. What Koers remembers comes along. An older script cannot read it after that: the way back is File › Version history.`,
    },
  },
  earlierVersion: 'an earlier Koers',
  laterVersion: 'a later Koers',
  oneVersion: (script) => `Script and data are both of Koers ${script}.`,
  confirmQuestion: 'This workbook is a copy of another Koers workbook. Is this one the real one from now on? Schedule and messages then work here.',
  confirmed: 'From now on this is the real workbook. Its keys (kpi_key, workbook_id) are its own, so it never mixes with the original in a report.',
  alreadyReal: 'This is already the real workbook.',
  reportTitle: 'Data Studio (formerly Looker Studio)',
  reportText: 'The report of this workbook:',
  reportLink: 'Open the report',
  copiedReportText: 'A new report, copied from the Report template of the Settings tab, with the data sources of this workbook. Put its address into Report link in the Settings tab:',
  blankReportText: 'A new, blank report with all data sources of this workbook. Put its address into Report link in the Settings tab, and that of a report to copy into Report template:',
  wholeReportLink: 'Make the report',
  sourcesText: 'Or one data source at a time:',
};

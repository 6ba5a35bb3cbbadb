import type { MenuMessages, MenuWords } from '../workflow-words.ts';

export const menu: MenuWords = {
  menu: 'Koers',
  recalculate: 'Recalculate now',
  nextPeriod: 'Start next period…',
  setUp: 'Set up this workbook',
  add: 'Add…',
  schedule: 'Schedule',
  hourly: 'Every hour',
  daily: 'Every morning',
  off: 'Off',
  openReport: 'Open the Data Studio report',
  confirmWorkbook: 'This is the real workbook',
  checkInstallation: 'Check this installation',
};

export const messages: MenuMessages = {
  recalculated: (kpis, errors) =>
    `${kpis} ${kpis === 1 ? 'KPI' : 'KPIs'} recalculated. ${errors === 0 ? 'No errors found.' : `${errors} ${errors === 1 ? 'error' : 'errors'} to look at in Koers checks.`}`,
  setUp: 'Six tabs are ready. Start with a KPI: name, kind, start, due and target, and its figures in Actuals.',
  added: (tab) => `The tab "${tab}" is ready.`,
  scheduled: {
    hourly: 'Koers recalculates every hour, on your authorisation.',
    daily: 'Koers recalculates every morning, on your authorisation.',
    off: 'Koers recalculates only when somebody asks.',
  },
  otherSchedule: (by) => `${by} has a schedule too. Google shows it to that person only; ask them to switch it off.`,
  confirmQuestion: 'This workbook is a copy of another Koers workbook. Is this one the real one from now on? Schedule and messages then work here.',
  confirmed: 'From now on this is the real workbook. Its keys (kpi_key, workbook_id) are its own, so it never mixes with the original in a report.',
  alreadyReal: 'This is already the real workbook.',
  reportTitle: 'Data Studio (formerly Looker Studio)',
  reportText: 'The report of this workbook:',
  reportLink: 'Open the report',
  sourceText: 'There is no report yet. Make a data source of this workbook, and put the address of your report into Report link in the Settings tab.',
  sourceLink: 'Make a data source',
};

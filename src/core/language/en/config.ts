import type { ConfigWords } from '../workflow-words.ts';

export const config: ConfigWords = {
  intro: (version) =>
    `Choose a Koers workbook and one of its result tables. Make one data source per table. Who may see the numbers is decided by the sharing of the workbook. This is Koers ${version}.`,
  workbook: {
    name: 'Workbook',
    help: 'Address or id of the Google Sheet. Blank: the workbook that Koers was installed for.',
    placeholder: 'https://docs.google.com/spreadsheets/d/…',
  },
  whatIf: {
    name: 'What if',
    help: 'Blank: as foreseen. Changes of what is still to come, by name of a measure or KPI, with a semicolon between them. The past stays as it was; the note of the table says what was supposed. Tick the box beside it to let a report have an input box for it.',
    placeholder: 'conversion=+10%; budget=+5000',
  },
  viewDate: {
    name: 'Seen from',
    help: 'Blank: today. A day such as 2026-02-14, or yesterday: what was known, judged and foreseen on that day. It goes before the date range of the report.',
    placeholder: '2026-02-14',
  },
  choices: {
    table: {
      name: 'Table',
      help: 'What the rows of this data source are.',
      labels: { probe: 'Probe: what Data Studio makes of each kind of field' },
    },
    date_mode: {
      name: 'Period',
      help: 'Following the report turns its date control into a time machine: timelines show the chosen range, other tables look from the day after it.',
      labels: { whole: 'Everything, seen from today', follow: "Follow the report's date range" },
    },
    fields: {
      name: 'Fields',
      help: 'Choose one. The ids are the same either way, so that a report goes on when you choose anew later and refresh the fields.',
      labels: { essential: 'The essential ones (recommended)', all: 'All' },
    },
    grain: {
      name: 'Intervals',
      help: 'How long one row of the timeline is. A measure that is measured less often stays as it is.',
      labels: {
        measured: 'As measured',
        day: 'Day',
        week: 'Week',
        month: 'Month',
        quarter: 'Quarter',
        year: 'Year',
      },
    },
    language: {
      name: 'Language of texts',
      help: 'Of sentences, labels and field names.',
      labels: { workbook: 'As in the workbook', en: 'English', nl: 'Dutch' },
    },
    freshness: {
      name: 'Freshness',
      help: 'Computing on every refresh is slower and shows edits at once.',
      labels: { stored: 'As last recalculated (fast)', live: 'Compute on every refresh' },
    },
    guard: {
      name: 'Protection of numbers',
      help: 'Numbers of different KPIs are never added up. If fields are missing from the list, choose another way here and refresh the fields.',
      labels: {
        case: 'With CASE (recommended)',
        arithmetic: 'With arithmetic',
        none: 'None: plain numbers',
      },
    },
  },
};

import type { FailureWords } from '../workflow-words.ts';
import { written } from './counts.ts';

export const failures: FailureWords = {
  UNEXPECTED: ({ errorId }) => `Something went wrong inside Koers. Try again in a minute; if it happens again, give this number to whoever installed Koers: ${errorId}.`,
  NO_WORKBOOK: () => 'This data source does not say which workbook to read. Edit its connection and paste the address of your Koers workbook.',
  NOT_A_WORKBOOK: () => 'That is not the address of a Google Sheet. Open the workbook and copy the address from the browser; it begins with https://docs.google.com/spreadsheets/d/.',
  NO_ACCESS: () => 'You have no access to the workbook behind this report, or it no longer exists. Ask its owner to share it with you, at least for viewing.',
  BUSY: () => 'Google has no room for this request right now. Wait a minute and try again.',
  COMPUTED_NOW: ({ moment }) => `Computed ${moment} from the workbook as it is then, which somebody may have changed since it was recalculated.`,
  OLDER_RESULTS: () =>
    'The results in the workbook are of an earlier version of Koers, so these figures were computed for this report. Recalculate in the workbook: the report is quicker from then on.',
  OTHERS_SCHEDULE: ({ by }) => `${by} runs the schedule of this workbook now, so this trigger has been removed.`,
  NO_EDIT: () => 'Koers may not write in this workbook. Ask its owner to make you an editor, then recalculate again.',
  PROTECTED: () =>
    'Part of this workbook is protected against you, so Koers could write nothing. Ask its owner to let you edit the protected tabs, or to recalculate: Koers writes blank id cells and its own tabs.',
  API_OFF: () =>
    'The Google Sheets API is not switched on in the script of Koers, so it can read no workbook. Ask whoever installed Koers to open the script and choose Services › + › Google Sheets API › Add.',
  API_BLOCKED: () => 'The administrator of your Google Workspace does not let Koers use Google Sheets. Ask that administrator to allow it.',
  CONSENT_MISSING: () => 'Koers misses a right: a box was not ticked when Google asked. Take back the access of Koers at myaccount.google.com/connections, try again and tick every box.',
  OFFICE_FILE: () => 'This workbook is still an Excel file, which Koers cannot read here. Ask its owner to open it, to choose File › Save as Google Sheets, and to use the address of the new file.',
  DAY_LIMIT: () => 'Google allows only so much a day, and Koers has used it up. It works again within a day; a schedule that runs less often uses less.',
  TOO_MANY_TRIGGERS: () => 'Google allows twenty schedules a person for each script, and you have as many. Open script.google.com › My triggers, remove some, and choose the schedule again.',
  WORKBOOK_FULL: () => 'This workbook would pass the ten million cells that Google allows, so nothing was written. Delete rows and columns that are empty, or tabs that nobody needs, and recalculate.',
  UNKNOWN_TABLE: ({ table, tables }) => `There is no table "${table}". Choose one of: ${tables}.`,
  NOT_A_KOERS_WORKBOOK: ({ tab }) => `This workbook has no tab "${tab}", so there is nothing to compute. Add that tab, or choose Koers › Set up this workbook.`,
  ALREADY_RUNNING: () => 'Koers is at work in this workbook already, so this time it stepped aside. Try again in a minute.',
  CHANGED_MEANWHILE: () => 'Somebody changed tabs, rows or columns while Koers was at work, so it wrote nothing. Do it again.',
  IS_COPY: () => 'This workbook is a copy of another Koers workbook, so Koers does not recalculate it on a schedule. Open it and choose Koers › This is the real workbook.',
  OUT_OF_TIME: () =>
    'This recalculation would have passed the time that Google allows, so Koers stopped before writing. The last results are still there; the next run tries again. Fewer rows in the Actuals tabs make it faster.',
  ANSWER_OUT_OF_TIME: () =>
    'Working this out would have passed the time that Google allows. As last recalculated, in the language of the workbook and seen from today, nothing has to be worked out. Fewer rows in the Actuals tabs make it faster.',
  NEWER_LAYOUT: ({ tab }) => `The tab "${tab}" was written by a newer version of Koers, so this one changes nothing in the workbook. Update this installation first (npm run deploy).`,
  DAMAGED_DATA: ({ tab }) =>
    `The hidden tab "${tab}", the memory of Koers, was changed by hand, emptied or removed, so nothing was computed. Restore it from File › Version history, or choose Koers › Repair Koers data: that keeps what is whole and says what is lost.`,
  OTHER_DAMAGE: () => 'What Koers finds whole of its memory is no longer what it told you, so it wrote nothing. Choose Koers › Repair Koers data again: it tells anew what stays and what is lost.',
  TAB_EXISTS: ({ tab }) => `The tab "${tab}" is already there.`,
  NO_REPORT_LINK: () => 'Fill in Report link in the Settings tab first: the address of the Data Studio report of this workbook.',
  TOO_LARGE: ({ rows }) => `This table has ${written(rows)} rows, more than Data Studio takes at once (1,000,000). Choose a coarser interval or fewer KPIs.`,
  NOT_PUBLISHED_INTO: ({ title }) =>
    `The workbook "${title}" holds something else than the results that Koers puts there, so nothing was written in it. Choose Koers › Publish for a group › Stop, and publish anew.`,
  PUBLISHED_AS_IS: ({ day, language }) =>
    `This workbook holds published results and no figures to compute from: as it stood on ${day}, in ${{ en: 'English', nl: 'Dutch' }[language]}. Leave Seen from, What if and the language blank, and let the date range end on that day or later.`,
  NOT_PUBLISHED: () => 'This table is not published: findings are for whoever fills in the workbook, and a table that is too large is left out. Take another table, or ask who publishes it.',
  BOARD_OFF: () =>
    'The board is switched off here. Whoever installed Koers can switch it on: in the project of the connector, under Project settings, add the script property BOARD with the value ON.',
  BOARD_AS_MAKER: () =>
    'This board was deployed to run as its maker, and would show you what its maker may see. Ask whoever installed Koers to deploy it anew, with Execute as: User accessing the web app.',
};

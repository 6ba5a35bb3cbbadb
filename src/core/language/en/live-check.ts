import type { LiveCheckWords } from '../workflow-words.ts';

export const liveCheck: LiveCheckWords = {
  title: 'This installation',
  allWell: 'Everything that Koers needs of Google works here.',
  notAll: (refused, needs) => `${refused} of ${needs} things that Koers needs of Google do not work here.`,
  needs: {
    read: 'Reading this workbook through the Sheets API',
    write: 'Writing in this workbook, all or nothing',
    rights: 'The rights that were asked for',
    stores: 'Cache, properties and locks',
    texts: 'Packing results and making pages',
    schedule: 'Setting a schedule',
    cells: 'Values, formats and dates in cells',
    connector: 'What the connector builds for Data Studio',
  },
  works: 'works',
  refused: 'refused',
  google: (text) => `Google says: ${text}`,
  whatToDo: {
    api_off: 'Open Extensions › Apps Script. Left, beside Services, choose +, then Google Sheets API, Add. If it stands there already, remove it and add it again.',
    right_missing:
      'A box was not ticked when Koers asked for its rights. Choose something in the menu Koers again and tick every box; if Google does not ask, take back the access at myaccount.google.com/connections first.',
    blocked: 'The administrator of your Google Workspace does not allow this. Show them the sentence of Google.',
    no_edit: 'You may not edit this workbook. Ask its owner, or let an editor do this check.',
    busy: 'Google is busy, or a limit is reached. Try again in a few minutes, or tomorrow.',
    not_asked: 'This could not be asked, because what it needs was refused. Put that right and check again.',
    unknown: 'Send the block below to whoever looks after Koers for you.',
  },
  zones: (script, workbook) =>
    script === workbook ? `Script and workbook keep the time of ${workbook}.` : `The workbook keeps the time of ${workbook}, the script that of ${script}. Koers reckons with both.`,
  leftTab: 'The tab of this check could not be removed. You may delete it: its name begins with "Koers live check".',
  asked: (answers, refusals, skipped) => `${answers} questions were answered, ${refusals} refused (many are asked to be refused), ${skipped} not asked.`,
  blockLabel: 'All answers, without anything of yours in them. Copy the whole block for npm run live-check:',
};

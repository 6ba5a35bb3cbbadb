import type { PublishWords } from '../workflow-words.ts';

export const publish: PublishWords = {
  title: 'Publish for a group',
  whichGoals: (list) => `Which goals may the group see? Type their numbers, such as 1, 3. A goal brings along the goals below it and all their KPIs.\n\n${list}`,
  maybeMade: (title) =>
    `The last time it did not come to the end. If a spreadsheet with the name "${title}" lies in your Google Drive, it was made in vain: it is empty, nobody else sees it, and it can go.`,
  inVain: (title, reason) =>
    `${reason} Nothing was published. If a spreadsheet with the name "${title}" lies in your Google Drive, it was made in vain: it is empty, nobody else sees it, and it can go.`,
  unknownGoal: (typed) => `"${typed}" is not a number from the list, so nothing was published.`,
  whichGroup: (goals) => `Who is it for? The new workbook gets this name. It will hold the results of ${goals}, and no inputs.`,
  noGoals: 'There is no goal to publish yet: fill in the tab Goals first.',
  notFromCopy: 'This workbook is a copy of another Koers workbook. Choose Koers › This is the real workbook first.',
  tooMany: (most) => `Koers keeps at most ${most} workbooks for groups. Stop one first.`,
  published: (group, goals) =>
    `The workbook for ${group} is there, with the results of ${goals}. It is yours alone: open it and share it with the group, as Viewer. Every recalculation renews it. In Data Studio its address goes into Workbook.`,
  notYet: (group, sentence) => `The workbook for ${group} was made and is still empty: ${sentence} The next recalculation tries again.`,
  open: 'Open the workbook',
  kept: (group, goals, by, failure) =>
    `${group}: ${goals === '' ? 'none of its goals is left' : goals}${by === '' ? '' : `; made by ${by}`}. ${failure === '' ? 'Renewed by every recalculation.' : `Not renewed: ${failure}`}`,
  nothing: 'Nothing is published for a group.',
  whichToStop: (list) => `Which one is no longer renewed? Type its number.\n\n${list}`,
  unknownNumber: (typed) => `"${typed}" is not a number from the list, so nothing was stopped.`,
  stopped: (group) => `The workbook for ${group} is no longer renewed. What is in it stays, for whoever may see it: delete it in Google Drive, or take back its sharing.`,
  renewed: (groups) => `Published for: ${groups}.`,
};

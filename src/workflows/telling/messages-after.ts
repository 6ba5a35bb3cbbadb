import { tell } from '../../core/alerts/tell.ts';
import { nextTurn, readTurns } from '../../core/model/turns.ts';
import type { Language } from '../../core/model/workspace.ts';
import { prepareResults } from '../../core/tables/prepare-results.ts';
import type { Results } from '../../core/tables/results.ts';
import type { StoredData, StoredMessages } from '../hidden-tab/stored-data.ts';
import type { Clock, PropertyStore } from '../ports.ts';
import type { ComputedResults } from '../results/compute-results.ts';
import { connectedChats, postOf, stillWaiting, withLetters } from './waiting-letters.ts';

interface TellingPorts {
  readonly clock: Clock;
  readonly properties: PropertyStore;
}

/**
 * What people will have been told once the letters of this run are sent, and the letters that wait:
 * written with everything else of the run, so that the same run again makes none of them twice.
 * Nothing changes in a copy, and while Today is typed.
 */
export function messagesAfter(
  { clock, properties }: TellingPorts,
  { messages, register }: StoredData,
  results: ComputedResults,
  { at, isCopy }: { readonly at: number; readonly isCopy: boolean },
): StoredMessages {
  const { workspace, evaluation, input } = results;
  if (isCopy || workspace.settings.today !== null) return messages;
  const { isMailOn, gone } = postOf(register);
  const now = clock.civilTime(at, workspace.workbook.timeZone);
  const turns = readTurns(register.schedule.choice);
  const isLastOfDay = turns !== null && nextTurn(turns, now).day > now.day;
  const chats = connectedChats(properties);
  const to = { isMailOn, chats, now, isLastOfDay };
  const prepared = new Map<Language, Results>();
  const resultsIn = (language: Language): Results => {
    const results = prepared.get(language) ?? prepareResults({ ...input, language });
    prepared.set(language, results);
    return results;
  };
  const { told, letters } = tell(messages.told, evaluation, workspace, to, resultsIn);
  const waiting = stillWaiting(messages.outbox, gone).filter((letter) =>
    letter.to.kind === 'mail' ? isMailOn : chats.includes(letter.to.chat),
  );
  return { told, outbox: withLetters(waiting, letters, evaluation.today) };
}

import { PUBLISH_WORDS } from '../../core/language/sheet-languages.ts';
import type { Language } from '../../core/model/workspace.ts';
import { columnOf } from '../../core/tables/table.ts';
import { PersonFailure } from '../failures.ts';
import { writeRegister } from '../hidden-tab/change-stored-data.ts';
import { openNow } from '../hidden-tab/open-stored-data.ts';
import { isCopyIn, type StoredData, type StoredPublication } from '../hidden-tab/stored-data.ts';
import { unpackTable } from '../packed-tables/packed-table.ts';
import type { Compression } from '../ports.ts';
import { recalculate } from '../recalculation/recalculate.ts';
import { oneAtATime } from '../workbook/one-at-a-time.ts';
import { astrayName, makeForGroup, type PublishPorts, publicationsOf } from './make-for-group.ts';

/** What a dialog can list; each takes a read and a write of every run. */
const MOST_PUBLICATIONS = 20;

interface NamedGoal {
  readonly id: string;
  readonly name: string;
}

/** Of the last results. */
function goalsOf({ tables }: StoredData, compression: Compression): NamedGoal[] {
  const table = tables.goals === undefined ? null : unpackTable(tables.goals, compression);
  if (table === null) return [];
  const names = columnOf(table, 'goal');
  return columnOf(table, 'goal_id').map((id, at) => ({ id: String(id), name: String(names[at]) }));
}

const numbered = (lines: readonly string[]): string =>
  lines.map((line, at) => `${at + 1}  ${line}`).join('\n');

const NUMBERS = /^\s*\d+(?:[\s,;+&]+\d+)*\s*$/;

/** Those with these numbers, each once, in their own order; null for anything else. */
function chosenFrom<Item>(items: readonly Item[], typed: string): Item[] | null {
  if (!NUMBERS.test(typed)) return null;
  const numbers = (typed.match(/\d+/g) ?? []).map(Number);
  if (numbers.some((number) => number < 1 || number > items.length)) return null;
  return items.filter((_, at) => numbers.includes(at + 1));
}

const named = (goals: readonly NamedGoal[]): string => goals.map(({ name }) => name).join(', ');

/** Its results, after the first recalculation where there was none. */
function resultsOf(ports: PublishPorts, fileId: string): StoredData | null {
  const found = openNow(ports, fileId).data;
  if (found !== null) return found.stored;
  recalculate(ports, fileId, 'menu');
  return openNow(ports, fileId).data?.stored ?? null;
}

/**
 * Asks which goals for whom, makes a workbook for the group and puts the results into it. The person
 * shares it: Koers asks for no right over anybody's files. Gives what there is to say; '' when a
 * dialog has said it, or the person thought better of it.
 */
export function publishForGroup(ports: PublishPorts, fileId: string, language: Language): string {
  const { screen, person } = ports;
  const words = PUBLISH_WORDS[language];
  const stored = resultsOf(ports, fileId);
  const goals = stored === null ? [] : goalsOf(stored, ports.compression);
  if (stored === null || goals.length === 0) return words.noGoals;
  if (isCopyIn(stored, fileId)) return words.notFromCopy;
  if (publicationsOf(stored).length >= MOST_PUBLICATIONS) return words.tooMany(MOST_PUBLICATIONS);
  const astray = astrayName(ports.properties, publicationsOf(stored));
  const question = words.whichGoals(numbered(goals.map(({ name }) => name)));
  const typed = screen.askText(
    words.title,
    astray === null ? question : `${words.maybeMade(astray)}\n\n${question}`,
  );
  if (typed === null) return '';
  const chosen = chosenFrom(goals, typed);
  if (chosen === null) return words.unknownGoal(typed);
  const group = (screen.askText(words.title, words.whichGroup(named(chosen))) ?? '').trim();
  if (group === '') return '';
  const facts = ports.reader.facts(fileId);
  const title = `${group} · ${facts.title}`;
  const publication = makeForGroup(ports, fileId, { title, facts, language }, (made) => ({
    ...made,
    group,
    goalIds: chosen.map(({ id }) => id),
    by: person.email(),
    failure: '',
  }));
  if (typeof publication === 'string') return publication;
  const { failure, url } = publication;
  if (failure !== '') return words.notYet(group, failure);
  screen.showLinks(words.title, [
    { text: words.published(group, named(chosen)), links: [{ text: words.open, url }] },
  ]);
  return '';
}

function told(publication: StoredPublication, goals: readonly NamedGoal[], language: Language) {
  const { group, goalIds, by, failure } = publication;
  const own = goals.filter(({ id }) => goalIds.includes(id));
  return PUBLISH_WORDS[language].kept(group, named(own), by, failure);
}

/** What is kept for whom, with the address of each. */
export function showPublications(ports: PublishPorts, fileId: string, language: Language): string {
  const words = PUBLISH_WORDS[language];
  const stored = openNow(ports, fileId).data?.stored;
  const publications = publicationsOf(stored);
  if (stored === undefined || publications.length === 0) return words.nothing;
  const goals = goalsOf(stored, ports.compression);
  ports.screen.showLinks(
    words.title,
    publications.map((publication) => ({
      text: told(publication, goals, language),
      links: [{ text: words.open, url: publication.url }],
    })),
  );
  return '';
}

/** From now on a run leaves the workbook of that group as it is. */
export function stopPublishing(ports: PublishPorts, fileId: string, language: Language): string {
  const words = PUBLISH_WORDS[language];
  const publications = publicationsOf(openNow(ports, fileId).data?.stored);
  if (publications.length === 0) return words.nothing;
  const list = numbered(publications.map(({ group }) => group));
  const typed = ports.screen.askText(words.title, words.whichToStop(list));
  if (typed === null) return '';
  const [stopped, ...others] = chosenFrom(publications, typed) ?? [];
  if (stopped === undefined || others.length > 0) return words.unknownNumber(typed);
  return oneAtATime(ports.lock, () => {
    const { facts, data } = openNow(ports, fileId);
    // Somebody may have looked after it while this person thought.
    if (data === null) throw new PersonFailure('CHANGED_MEANWHILE', {});
    const { register } = data.stored;
    const left = publicationsOf(data.stored).filter((own) => own.fileId !== stopped.fileId);
    writeRegister(ports, facts, data, { ...register, publications: left });
    return words.stopped(stopped.group);
  });
}

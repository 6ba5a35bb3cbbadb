import { failureText } from '../../core/language/connector-languages.ts';
import { PUBLISH_WORDS } from '../../core/language/sheet-languages.ts';
import type { Language } from '../../core/model/workspace.ts';
import { openNow } from '../hidden-tab/open-stored-data.ts';
import type { StoredData, StoredPublication } from '../hidden-tab/stored-data.ts';
import type {
  MadeWorkbook,
  OpenPropertyStore,
  PropertyStore,
  Screen,
  WorkbookFacts,
  WorkbookMaker,
} from '../ports.ts';
import { type RecalculationPorts, recalculate } from '../recalculation/recalculate.ts';

export interface PublishPorts extends RecalculationPorts {
  readonly screen: Screen;
  readonly maker: WorkbookMaker;
  readonly properties: OpenPropertyStore;
}

export const publicationsOf = (stored: StoredData | undefined): readonly StoredPublication[] =>
  stored?.register.publications ?? [];

/** Holds the name of a spreadsheet that is being made, and its id from when it is known. */
const MAKING = 'koers.making';

/** The name of one that may lie there without a place in the register; null where there is none. */
export function astrayName(
  properties: PropertyStore,
  kept: readonly StoredPublication[],
): string | null {
  const [title, fileId] = (properties.get(MAKING) ?? '').split('\n');
  return title === '' || kept.some((own) => own.fileId === fileId) ? null : title;
}

/**
 * Makes the spreadsheet, writes it into the register and puts the results into it. Whether Google
 * made one cannot be asked without a right over people's files: where its answer got lost, or the
 * register could not be written, the person is told by what name it may lie there. So is whoever
 * publishes next, where Google ended the script before anybody could hear of it. Gives what became of
 * it, or a sentence where nothing did.
 */
export function makeForGroup(
  ports: PublishPorts,
  fileId: string,
  { title, facts, language }: { title: string; facts: WorkbookFacts; language: Language },
  publicationOf: (made: MadeWorkbook) => StoredPublication,
): StoredPublication | string {
  const { maker, properties, attempt } = ports;
  properties.set(MAKING, title);
  const answers: (MadeWorkbook | null)[] = [];
  const refusal = attempt(() => {
    answers.push(maker.make(title, facts));
  });
  const [made = null] = answers;
  if (refusal !== '') properties.set(MAKING, null);
  if (refusal !== '' || made === null) {
    return refusal || PUBLISH_WORDS[language].inVain(title, failureText('BUSY', {}, language));
  }
  properties.set(MAKING, `${title}\n${made.fileId}`);
  const own = publicationOf(made);
  const renewed: StoredPublication[] = [];
  const failure = attempt(() => {
    const { publications } = recalculate(ports, fileId, 'menu', {
      changed: (before) => ({
        ...before,
        register: { ...before.register, publications: [...publicationsOf(before), own] },
      }),
    });
    renewed.push(...publications);
  });
  // The register may have been written all the same.
  const kept = failure === '' ? renewed : publicationsOf(openNow(ports, fileId).data?.stored);
  if (astrayName(properties, kept) !== null) return PUBLISH_WORDS[language].inVain(title, failure);
  properties.set(MAKING, null);
  return failure || (kept.find((each) => each.fileId === made.fileId) ?? own);
}

import { DeployFailure } from '../deploy-failure.ts';
import {
  complaintAbout,
  DETAIL_QUESTIONS,
  type DetailKey,
  type OrganisationDetails,
  shortNameOf,
} from '../organisation.ts';
import { newOrganisation, newWorkbook, type Workbook } from '../projects/projects.ts';
import type { Session } from '../session.ts';

type Answers = Partial<Record<DetailKey, string>>;

const WHAT_FOR =
  'Koers becomes two scripts in Google: one in the workbook, and the connector, through which Data Studio reads it. Data Studio shows these answers beside the connector, to everybody:';

const NEW = Symbol('a new organisation');

/** The answers of before, of the command line, and of the person, for what is still missing. */
async function settleDetails(session: Session, before: Answers): Promise<OrganisationDetails> {
  const { options, asker, tell } = session;
  const answers: Answers = { ...before, ...options.details };
  const missing: string[] = [];
  let isExplained = false;
  for (const asked of DETAIL_QUESTIONS) {
    const { key, option, question, isRequired, defaultFrom } = asked;
    const known = answers[key];
    if (known !== undefined && complaintAbout(asked, known) === null) continue;
    const initial = defaultFrom === null ? '' : (answers[defaultFrom] ?? '');
    if (asker !== null) {
      if (!isExplained) tell(WHAT_FOR);
      isExplained = true;
      const check = (answer: string) => complaintAbout(asked, answer.trim());
      answers[key] = (await asker.text(question, initial, check)).trim();
    } else if (!isRequired || initial !== '') answers[key] = initial;
    else if (defaultFrom === null) missing.push(`--${option}`);
  }
  if (missing.length > 0) {
    throw new DeployFailure(
      `Data Studio shows whose a connector is, so it is not made without: ${missing.join(', ')}. Give them as options, or answer in a terminal, without --yes.`,
    );
  }
  // SAFETY: every key has its question, and every question got an answer or was missing.
  return answers as OrganisationDetails;
}

/** Whose a new workbook is, by short name; null for an organisation that is not known yet. */
async function chooseOrganisation({ options, asker, ledger }: Session): Promise<string | null> {
  const known = Object.entries(ledger.projects().organisations);
  const { company } = options.details;
  if (options.organisation !== null) return options.organisation;
  if (company !== undefined) {
    return known.find(([, { details }]) => details.company === company)?.[0] ?? null;
  }
  if (known.length === 0) return null;
  if (asker === null) {
    if (known.length === 1) return known[0][0];
    throw new DeployFailure(
      `Whose workbook is it? Say so with --organisation: ${known.map(([name]) => name).join(', ')}, or a new one.`,
    );
  }
  const chosen = await asker.choose<string | typeof NEW>('Whose workbook is it?', [
    ...known.map(([name, { details }]) => ({ name: details.company, value: name })),
    { name: 'Another organisation', value: NEW },
  ]);
  return chosen === NEW ? null : chosen;
}

/** A short name that no other organisation has. */
function freeName(company: string, taken: Readonly<Record<string, unknown>>): string {
  const plain = shortNameOf(company) || 'organisation';
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? plain : `${plain.slice(0, 36)}-${number}`;
    if (!(name in taken)) return name;
  }
}

/** The workbook's entry, with its organisation known and everything that a manifest says of it. */
export async function settleOrganisation(session: Session, name: string): Promise<Workbook> {
  const { ledger, options, tell } = session;
  const known = ledger.projects().workbooks[name];
  if (known !== undefined && options.organisation !== null) {
    if (known.organisation !== options.organisation) {
      throw new DeployFailure(
        `The workbook "${name}" is of ${known.organisation}, not of ${options.organisation}. Give a workbook of ${options.organisation} another name.`,
      );
    }
  }
  const chosen = known?.organisation ?? (await chooseOrganisation(session));
  const { organisations } = ledger.projects();
  const before = chosen === null ? undefined : organisations[chosen];
  const details = await settleDetails(session, before?.details ?? {});
  const organisation = chosen ?? freeName(details.company, organisations);
  ledger.setOrganisation(organisation, { ...(before ?? newOrganisation(details)), details });
  const workbook = known ?? newWorkbook(organisation);
  if (known === undefined) ledger.setWorkbook(name, workbook);
  tell(`Koers ${session.koers} → workbook "${name}" of ${details.company}`);
  return workbook;
}

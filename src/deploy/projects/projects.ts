/** What deployments have made so far: kept in .koers/projects.json. Nothing in it is secret. */
import type { OrganisationDetails } from '../organisation.ts';

/** A version that Google keeps of a project's code. */
export interface Release {
  /** As Google numbers them, per project. */
  readonly version: number;
  /** The version of Koers. */
  readonly koers: string;
  /** Fingerprint of the code and its manifest. */
  readonly content: string;
}

export interface ScriptProject {
  readonly scriptId: string;
  /** Oldest first. */
  readonly releases: readonly Release[];
}

export interface Connector extends ScriptProject {
  /** Data sources belong to it, so it is made once and never again. */
  readonly deploymentId: string | null;
  /** The version that it serves. */
  readonly deployed: number | null;
}

/** Whose numbers they are: one Google account, one connector, any number of workbooks. */
export interface Organisation {
  readonly details: OrganisationDetails;
  /** clasp's name for the login, and the address it had. */
  readonly account: { readonly login: string; readonly email: string } | null;
  readonly connector: Connector | null;
  /** Title of a project that was being made; set while nobody knows whether Google did. */
  readonly making: string | null;
}

/** The two versions that were in use together. */
export interface Rollout {
  readonly koers: string;
  readonly sheet: number;
  readonly connector: number;
}

export interface Workbook {
  readonly organisation: string;
  readonly workbookId: string | null;
  readonly sheet: ScriptProject | null;
  readonly making: string | null;
  /** Oldest first. */
  readonly rollouts: readonly Rollout[];
  /** Position of the rollout in use; null before the first. */
  readonly at: number | null;
}

export interface Projects {
  readonly layout: number;
  readonly organisations: Readonly<Record<string, Organisation>>;
  readonly workbooks: Readonly<Record<string, Workbook>>;
}

export const PROJECTS_LAYOUT = 1;

export const NO_PROJECTS: Projects = { layout: PROJECTS_LAYOUT, organisations: {}, workbooks: {} };

export const newOrganisation = (details: OrganisationDetails): Organisation => ({
  details,
  account: null,
  connector: null,
  making: null,
});

export const newWorkbook = (organisation: string): Workbook => ({
  organisation,
  workbookId: null,
  sheet: null,
  making: null,
  rollouts: [],
  at: null,
});

/** With this release as the newest; one that is there already stays where it is. */
export function withRelease<P extends ScriptProject>(project: P, release: Release): P {
  const isKnown = project.releases.some(({ version }) => version === release.version);
  return isKnown ? project : { ...project, releases: [...project.releases, release] };
}

/** With this rollout in use; the same one twice is one. */
export function withRollout(workbook: Workbook, rollout: Rollout): Workbook {
  const found = workbook.rollouts.findIndex(
    ({ sheet, connector }) => sheet === rollout.sheet && connector === rollout.connector,
  );
  return found >= 0
    ? { ...workbook, at: found }
    : {
        ...workbook,
        rollouts: [...workbook.rollouts, rollout],
        at: workbook.rollouts.length,
      };
}

import { MENU_MESSAGES } from '../../core/language/sheet-languages.ts';
import type { Language } from '../../core/model/workspace.ts';
import { DATA_LAYOUT, type RunRegister } from '../hidden-tab/stored-data.ts';
import { compareVersions } from '../koers-version.ts';

/** How a script and the data in its workbook differ, as far as a person has to know. */
export type VersionDifference =
  | 'script_refuses'
  | 'script_older'
  | 'script_newer'
  | 'script_converts';

export interface DataVersion {
  /** Layout of the hidden tab. */
  readonly layout: number;
  /** The Koers that recalculated last; '' where it wrote none yet. */
  readonly koers: string;
}

/** Of the last run that went well: one that failed left the results alone. */
export const koersOf = ({ runs }: RunRegister): string =>
  runs.find(({ failure }) => failure === '')?.version ?? '';

/** Null where script and data are of one version, or nothing says otherwise. */
export function versionDifference(
  { layout, koers }: DataVersion,
  script: string,
): VersionDifference | null {
  if (layout > DATA_LAYOUT) return 'script_refuses';
  if (layout < DATA_LAYOUT) return 'script_converts';
  const order = koers === '' ? 0 : compareVersions(script, koers);
  if (order === 0) return null;
  return order < 0 ? 'script_older' : 'script_newer';
}

/** What the menu offers to explain, '' for nothing, and the explanation. */
export function versionNote(
  data: DataVersion | null,
  script: string,
  language: Language,
): { label: string; text: string } | null {
  const difference = data === null ? null : versionDifference(data, script);
  if (data === null || difference === null) return null;
  const { versions, earlierVersion, laterVersion } = MENU_MESSAGES[language];
  const unknown = difference === 'script_refuses' ? laterVersion : earlierVersion;
  const { label, text } = versions[difference];
  return { label, text: text(script, data.koers === '' ? unknown : `Koers ${data.koers}`) };
}

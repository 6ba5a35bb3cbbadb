import { MENU_MESSAGES } from '../../core/language/sheet-languages.ts';
import type { Language } from '../../core/model/workspace.ts';
import { PersonFailure } from '../failures.ts';
import type { PropertyStore, Screen, WorkbookReader } from '../ports.ts';
import { typedSettings } from '../workbook/typed-settings.ts';

/** Script property with the deployment id of the connector. */
const CONNECTOR_PROPERTY = 'CONNECTOR_DEPLOYMENT_ID';

const HOST = 'https://datastudio.google.com';
const REPORT_LINK = /^https:\/\/(datastudio|lookerstudio)\.google\.com\//;

type ReportLink =
  | { readonly kind: 'report'; readonly url: string }
  | { readonly kind: 'new_source'; readonly url: string };

/** The form of a new data source, with this workbook filled in. */
export function newSourceLink(connectorId: string, fileId: string): string {
  const config = encodeURIComponent(JSON.stringify({ workbook: fileId }));
  return `${HOST}/datasources/create?connectorId=${encodeURIComponent(connectorId)}&connectorConfig=${config}`;
}

/** The report of Settings; without one, the way to make a data source for it. */
function reportLink(typed: string, fileId: string, properties: PropertyStore): ReportLink {
  if (REPORT_LINK.test(typed)) return { kind: 'report', url: typed };
  const connectorId = properties.get(CONNECTOR_PROPERTY) ?? '';
  if (connectorId === '') throw new PersonFailure('NO_REPORT_LINK', {});
  return { kind: 'new_source', url: newSourceLink(connectorId, fileId) };
}

export interface ReportPorts {
  readonly reader: WorkbookReader;
  readonly properties: PropertyStore;
  readonly screen: Screen;
}

/** Shows the link: a script may not open a window by itself. */
export function openReportLink(ports: ReportPorts, fileId: string, language: Language): void {
  const settings = typedSettings(ports.reader.facts(fileId), ports.reader);
  const link = reportLink(settings.reportLink, fileId, ports.properties);
  const words = MENU_MESSAGES[language];
  const [text, linkText] =
    link.kind === 'report'
      ? [words.reportText, words.reportLink]
      : [words.sourceText, words.sourceLink];
  ports.screen.showLink(words.reportTitle, text, link.url, linkText);
}

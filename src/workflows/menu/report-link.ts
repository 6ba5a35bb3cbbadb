import { FIELD_BOOKS } from '../../core/language/connector-languages.ts';
import { MENU_MESSAGES } from '../../core/language/sheet-languages.ts';
import type { Language } from '../../core/model/workspace.ts';
import { PersonFailure } from '../failures.ts';
import type { LinkGroup, PropertyStore, Screen, WorkbookReader } from '../ports.ts';
import { typedSettings } from '../workbook/typed-settings.ts';
import {
  isReportAddress,
  newSourceLink,
  REPORT_TABLES,
  reportIdIn,
  sourceAnswers,
  wholeReportLink,
} from './data-studio-links.ts';

/** Script property with the deployment id of the connector. */
const CONNECTOR_PROPERTY = 'CONNECTOR_DEPLOYMENT_ID';

export interface ReportPorts {
  readonly reader: WorkbookReader;
  readonly properties: PropertyStore;
  readonly screen: Screen;
}

/** A whole report in one step, and each of its sources by itself. */
function linksToMake(
  workbook: { readonly fileId: string; readonly title: string },
  connectorId: string,
  typedTemplate: string,
  language: Language,
): LinkGroup[] {
  const words = MENU_MESSAGES[language];
  const { tables } = FIELD_BOOKS[language];
  const templateId = reportIdIn(typedTemplate);
  const sourceNames = REPORT_TABLES.map(
    (table) => [table, `${workbook.title} · ${tables[table]}`] as const,
  );
  const whole = wholeReportLink({
    connectorId,
    workbook: workbook.fileId,
    templateId,
    reportName: workbook.title,
    sourceNames,
  });
  return [
    {
      text: templateId === null ? words.blankReportText : words.copiedReportText,
      links: [{ text: words.wholeReportLink, url: whole }],
    },
    {
      text: words.sourcesText,
      links: REPORT_TABLES.map((table) => ({
        text: tables[table],
        url: newSourceLink(connectorId, {
          workbook: workbook.fileId,
          ...sourceAnswers(table),
        }),
      })),
    },
  ];
}

/** The report of Settings, and the ways to make one. Shown, as a script may not open a window. */
export function openReportLink(ports: ReportPorts, fileId: string, language: Language): void {
  const facts = ports.reader.facts(fileId);
  const { reportLink, reportTemplate } = typedSettings(facts, ports.reader);
  const connectorId = ports.properties.get(CONNECTOR_PROPERTY) ?? '';
  const words = MENU_MESSAGES[language];
  const known: LinkGroup[] = isReportAddress(reportLink)
    ? [{ text: words.reportText, links: [{ text: words.reportLink, url: reportLink }] }]
    : [];
  const { title } = facts;
  const made =
    connectorId === '' ? [] : linksToMake({ fileId, title }, connectorId, reportTemplate, language);
  if (known.length + made.length === 0) throw new PersonFailure('NO_REPORT_LINK', {});
  ports.screen.showLinks(words.reportTitle, [...known, ...made]);
}

import { emulatedService } from './emulated-object.ts';

/** [documented] Services that Apps Script has and this emulation does not. */
const NOT_EMULATED = [
  ...['Browser', 'CalendarApp', 'CardService', 'Charts', 'ConferenceDataService', 'ContactsApp'],
  ...['ContentService', 'DocumentApp', 'DriveApp', 'EventUpdatedResponse', 'FormApp', 'GmailApp'],
  ...['GroupsApp', 'Jdbc', 'LanguageApp', 'LinearOptimizationService', 'Maps', 'SitesApp'],
  ...['SlidesApp', 'XmlService'],
];

/** Each is there by its name, and whatever is asked of it is refused by name. */
export function installOtherServices(globals: Record<string, unknown>): void {
  for (const name of NOT_EMULATED) globals[name] = emulatedService(name, {});
}

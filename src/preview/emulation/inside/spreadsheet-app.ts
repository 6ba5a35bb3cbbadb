import { emulatedService } from './emulated-object.ts';

export function installSpreadsheetApp(globals: Record<string, unknown>): void {
  globals.SpreadsheetApp = emulatedService('SpreadsheetApp', {});
}

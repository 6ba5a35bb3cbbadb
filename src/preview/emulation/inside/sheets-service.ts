import { emulatedService } from './emulated-object.ts';

export function installSheets(globals: Record<string, unknown>): void {
  globals.Sheets = emulatedService('Sheets', {});
}

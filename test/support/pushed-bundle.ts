import { readFileSync } from 'node:fs';
import type { PushedProject } from '../../src/preview/emulation/host/trigger-runner.ts';
import { emulatorText } from './emulated-script.ts';

/** The page of the board as the build made it. */
export const builtBoard = (): string => readFileSync('dist/connector/board.html', 'utf8');

/** A project as the build made it; run "npm run build" first. */
export const pushedProject = (name: 'sheet' | 'connector'): PushedProject => ({
  emulator: emulatorText(),
  code: readFileSync(`dist/${name}/Code.js`, 'utf8'),
  manifest: JSON.parse(readFileSync(`dist/${name}/appsscript.json`, 'utf8')),
});

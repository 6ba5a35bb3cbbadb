import vm from 'node:vm';
import { parse } from 'acorn';
import { buildSync, type Metafile } from 'esbuild';
import {
  AGAIN_HANDLER,
  CHECKED_TRIGGER_HANDLER,
  menuHandlers,
  SCHEDULE_HANDLER,
  VERSION_HANDLER,
} from '../../src/workflows/menu/menu-items.ts';
import { shippedCode } from './shipped-bundle.ts';

const PROJECTS = ['sheet', 'connector'] as const;
type Project = (typeof PROJECTS)[number];

/** What Sheets and Data Studio call by name. */
const CALLED: Readonly<Record<Project, readonly string[]>> = {
  sheet: [
    'onEdit',
    'onOpen',
    VERSION_HANDLER,
    ...menuHandlers(),
    SCHEDULE_HANDLER,
    AGAIN_HANDLER,
    CHECKED_TRIGGER_HANDLER,
    'beginText',
    'boardText',
    'checkInText',
    'decisionsText',
  ],
  connector: [
    ...['getAuthType', 'getConfig', 'getSchema', 'getData', 'isAdminUser'],
    ...['doGet', 'boardText'],
  ],
};

const declarations = (code: string): string[] =>
  parse(code, { ecmaVersion: 2020, sourceType: 'script' }).body.flatMap((node) =>
    node.type === 'FunctionDeclaration' ? [node.id.name] : [],
  );

function metafileOf(project: Project): Metafile {
  const { metafile } = buildSync({
    entryPoints: [`src/apps-script/main-${project}.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    metafile: true,
    outdir: 'unused',
    define: { KOERS_VERSION: '"0"' },
  });
  return metafile;
}

/** Files of which something is in the bundle. */
const filesIn = (project: Project): string[] =>
  Object.values(metafileOf(project).outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput === 0 ? [] : [path],
    ),
  );

/** Files that are run as soon as the bundle is, before anything is called. */
function filesRunAtStart(project: Project): string[] {
  const { inputs } = metafileOf(project);
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const each of inputs[path].imports) {
      if (each.kind === 'import-statement') visit(each.path);
    }
  };
  visit(`src/apps-script/main-${project}.ts`);
  const shipped = new Set(filesIn(project));
  return [...found].filter((path) => shipped.has(path));
}

const matching = (paths: readonly string[], pattern: RegExp): string[] =>
  paths.filter((path) => pattern.test(path));

describe.each(PROJECTS)('what ships in the %s project', (project) => {
  const code = shippedCode(project);

  it('is ES2020 without modules, which is what Apps Script can save', () => {
    expect(() => parse(code, { ecmaVersion: 2020, sourceType: 'script' })).not.toThrow();
    expect(() => parse('class A { #x }', { ecmaVersion: 2020, sourceType: 'script' })).toThrow();
  });

  it('has each function that Google calls there, and nothing else that can be called', () => {
    expect(declarations(code).sort()).toEqual([...CALLED[project]].sort());
  });

  it('runs in a context with the names of the language only', () => {
    const context = vm.createContext(Object.create(null));
    new vm.Script(code).runInContext(context);
    const missing = CALLED[project].filter(
      (name) => new vm.Script(`typeof ${name}`).runInContext(context) !== 'function',
    );
    expect(missing).toEqual([]);
  });
});

describe('the connector project', () => {
  const WRITING =
    /workflows\/(?:recalculation|menu|next-period)\/|change-stored-data|write-stored-data|apps-script\/(?:main-sheet|sheet-handlers|schedule-handlers|sheets-writer|change-requests|google-schedule|google-screen)/;

  it('has no code that writes, schedules, sets up or shows a menu', () => {
    expect(matching(filesIn('connector'), WRITING)).toEqual([]);
    expect(matching(filesIn('sheet'), WRITING).length).toBeGreaterThan(20);
  });

  it('names nothing of Google that could', () => {
    const names =
      /batchUpdate|updateCells|addSheet|ScriptApp|newTrigger|SpreadsheetApp|getScriptLock|MailApp|UrlFetchApp/g;
    expect(shippedCode('connector').match(names)).toBeNull();
    expect(new Set(shippedCode('sheet').match(names)).size).toBeGreaterThan(5);
  });

  it('runs nothing at start that only a miss needs: no intake, no evaluation, no sentences', () => {
    // What a field is called, how a count, a date and a control of a report are written, and how a
    // change is told from two columns, a stored answer does need.
    const computing =
      /core\/(?:evaluate\/(?!timeline\/changes)|language\/(?!connector-languages|board-words|field-words|counting|format-date|(?:en|nl)\/(?:board|config|controls|counts|dates|failures|fields|output-tabs|schedule)\.)|intake\/(?!sheet\/normalise-text))|tables\/(?:rows|prepare)/;
    expect(matching(filesRunAtStart('connector'), computing)).toEqual([]);
    expect(matching(filesIn('connector'), computing).length).toBeGreaterThan(100);
  });
});

test('the sheet project has no code that answers Data Studio, but for the check that asks after it', () => {
  const answering =
    /workflows\/connector\/(?:answer|request|config|probe|admins)|main-connector|connector-calls|apps-script\/data-studio/;
  expect(matching(filesIn('sheet'), answering)).toEqual([]);
  const { outputFiles } = buildSync({
    entryPoints: ['src/apps-script/main-sheet.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    external: ['./live-check/run-check.ts'],
    define: { KOERS_VERSION: '"0"' },
  });
  expect(outputFiles[0].text.match(/DataStudioApp/)).toBeNull();
  expect(outputFiles[0].text).toContain('LockService');
});

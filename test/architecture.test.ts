import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { HOUSE, houseRoomOf, ROOMS_WITHIN, roomWithin } from './support/rooms.ts';
import { codeOf, importsOf, type SourceFile, sourceFilesIn } from './support/source-files.ts';

const src = sourceFilesIn('src');
const everywhere = ['src', 'test', 'examples', 'bench'].flatMap(sourceFilesIn);

const core = src.filter(({ path }) => path.startsWith('src/core/'));
const pure = src.filter(({ path }) => /^src\/(core|drawing|workflows)\//.test(path));

const pathsOf = (files: readonly SourceFile[]): string[] => files.map(({ path }) => path);
const matching = (files: readonly SourceFile[], pattern: RegExp): string[] =>
  pathsOf(files.filter((file) => pattern.test(codeOf(file))));

test('an import is found however it is written, and a name in words is no use of it', () => {
  const text = [
    'import {',
    '  a,',
    '  type B,',
    "} from '../evaluate/b.ts';",
    "import type { C } from './c.ts';",
    "import './d.ts';",
    "export * from 'package';",
    "// Logger.log('x') and new Date() in a comment",
    "const words = 'SpreadsheetApp.getUi()';",
  ].join('\n');
  const file = { path: 'src/core/model/a.ts', text };
  expect(importsOf(file)).toEqual({
    files: ['src/core/evaluate/b.ts', 'src/core/model/c.ts', 'src/core/model/d.ts'],
    packages: ['package'],
  });
  expect(codeOf(file)).not.toMatch(/Date|Logger|SpreadsheetApp/);
  expect(codeOf({ text: 'const now = new Date();' })).toContain('new Date()');
});

describe('who may import whom', () => {
  test('every room has its rule, and every rule a room', () => {
    const rooms = new Set(src.map(({ path }) => houseRoomOf(path)));
    expect(Object.keys(HOUSE).sort()).toEqual([...rooms].sort());
  });

  test.each(Object.entries(HOUSE))('%s knows only what its rule says', (name, { knows }) => {
    const strangers = src
      .filter(({ path }) => houseRoomOf(path) === name)
      .flatMap((file) =>
        importsOf(file)
          .files.filter((to) => houseRoomOf(to) !== name && !knows.includes(houseRoomOf(to)))
          .map((to) => `${file.path} → ${to}`),
      );
    expect(strangers).toEqual([]);
  });

  describe.each(Object.entries(ROOMS_WITHIN))('the rooms of %s', (floor, rooms) => {
    const files = src.filter(({ path }) => roomWithin(floor, path) !== null);

    test('have a rule each, and every rule a room', () => {
      const found = new Set(files.map(({ path }) => roomWithin(floor, path)));
      found.delete('head');
      expect(Object.keys(rooms).sort()).toEqual([...found].sort());
    });

    test('need none that stands above them', () => {
      const strangers = files.flatMap((file) => {
        const own = roomWithin(floor, file.path) ?? '';
        if (own === 'head') return [];
        return importsOf(file)
          .files.filter((to) => {
            const other = roomWithin(floor, to);
            return other !== null && other !== own && !rooms[own].knows.includes(other);
          })
          .map((to) => `${file.path} → ${to}`);
      });
      expect(strangers).toEqual([]);
    });
  });

  test('no file of core needs itself, however far around, but for a type', () => {
    const untyped = ({ path, text }: SourceFile) => ({
      path,
      text: text.replace(/^import type [^;]*;/gm, ''),
    });
    const needs = new Map(core.map((file) => [file.path, importsOf(untyped(file)).files]));
    const done = new Set<string>();
    const around: string[] = [];
    const walk = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) around.push([...way.slice(way.indexOf(path)), path].join(' → '));
      else if (!done.has(path)) for (const to of needs.get(path) ?? []) walk(to, [...way, path]);
      done.add(path);
    };
    for (const path of needs.keys()) walk(path, []);
    expect(around).toEqual([]);
  });

  test('intake takes from the language only what people type, in every language at once', () => {
    const words = src
      .filter(({ path }) => path.startsWith('src/core/intake/'))
      .flatMap((file) => importsOf(file).files)
      .filter((to) => to.startsWith('src/core/language/'));
    expect([...new Set(words)].sort()).toEqual(
      ['cell-words', 'tab-words', 'words'].map((name) => `src/core/language/${name}.ts`),
    );
  });

  test('nothing imports a file that is not there', () => {
    const all = everywhere.flatMap((file) => importsOf(file).files.map((to) => ({ file, to })));
    const missing = all.filter(({ to }) => !existsSync(to));
    expect(missing.map(({ file, to }) => `${file.path} → ${to}`)).toEqual([]);
    expect(all.length).toBeGreaterThan(1000);
  });

  test('core, drawing, workflows and what talks to Google use no package', () => {
    const packages = src
      .filter(({ path }) => !/^src\/(preview|deploy|visualisations)\//.test(path))
      .flatMap((file) => importsOf(file).packages.map((name) => `${file.path} → ${name}`));
    expect(packages).toEqual([]);
  });

  test('no file only passes on what another one exports', () => {
    expect(matching(src, /^export (?:\*|\{[^}]*\}|type \{[^}]*\}) from /m)).toEqual([]);
    expect(pathsOf(src.filter(({ path }) => basename(path) === 'index.ts'))).toEqual([]);
  });
});

describe('core is pure', () => {
  test('it knows no moment, no chance and no log', () => {
    const impure = /\bnew Date\b|\bDate[.(]|\bMath\.random\b|\bconsole\b|\bperformance\b/;
    expect(matching(core, impure)).toEqual([]);
  });

  test('nor do drawing and the workflows, which are told what day it is', () => {
    expect(matching(pure, /\bnew Date\b|\bDate[.(]|\bMath\.random\b|\bconsole\b/)).toEqual([]);
  });

  test('it waits for nothing and catches nothing', () => {
    expect(matching(core, /\basync\b|\bawait\b|\bPromise\b|\bcatch\b/)).toEqual([]);
  });

  test('it neither changes nor asks about the machine', () => {
    expect(
      matching(pure, /\b(?:process|globalThis|window|document|Buffer|require)\b[.([]/),
    ).toEqual([]);
  });
});

const GOOGLE =
  /\b(?:SpreadsheetApp|Sheets|DataStudioApp|PropertiesService|CacheService|LockService|ScriptApp|Session|Utilities|HtmlService|MailApp|GmailApp|UrlFetchApp|DriveApp|Logger|GoogleAppsScript)\./;

test('Google is named only where Koers talks to it, and where it is imitated', () => {
  const named = src.filter(
    (file) => GOOGLE.test(codeOf(file)) && !/^src\/(apps-script|preview)\//.test(file.path),
  );
  expect(pathsOf(named)).toEqual([]);
  expect(matching(src, GOOGLE).length).toBeGreaterThan(0);
});

test('only what talks to Google or to a browser’s storage, the preview and the deployment catch a failure', () => {
  const catching = matching(src, /\bcatch\b/);
  const may = /^src\/(?:(?:apps-script|preview|deploy)\/|board\/drafts\.ts$)/;
  expect(catching.filter((path) => !may.test(path))).toEqual([]);
});

describe('names', () => {
  test('a file or folder is not called after nothing in particular', () => {
    const vague = /(?:^|[/-])(?:utils?|helpers?|common|managers?|misc|shared|stuff)(?:[/.-]|$)/;
    expect(pathsOf(everywhere).filter((path) => vague.test(path))).toEqual([]);
  });

  test('every file is in kebab-case', () => {
    const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*\.ts$/;
    expect(pathsOf(everywhere).filter((path) => !kebab.test(basename(path)))).toEqual([]);
  });

  test('no file has a default export', () => {
    expect(matching(src, /\bexport default\b/)).toEqual([]);
  });

  test('nothing is left half-done, skipped or forced to be the only one', () => {
    const marks = new RegExp(
      ['TODO', 'FIXME', '\\.only\\(', '\\.skip\\(', '@ts-ignore', '@ts-nocheck'].join('|'),
    );
    const self = 'test/architecture.test.ts';
    const left = everywhere.filter(({ path, text }) => path !== self && marks.test(text));
    expect(pathsOf(left)).toEqual([]);
  });
});

const ROOT = [
  '.ci',
  '.clasp.connector.json',
  '.clasp.json',
  '.gitignore',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'appsscript.json',
  'bench',
  'biome.json',
  'build.mjs',
  'docs',
  'examples',
  'package-lock.json',
  'package.json',
  'src',
  'test',
  'tsconfig.json',
];

test('at the top stands what is on the list, and all of it', () => {
  const ignored = readFileSync('.gitignore', 'utf8').split('\n').filter(Boolean);
  const isIgnored = (name: string) =>
    name === '.git' ||
    ignored.some((rule) => rule === name || rule === `${name}/` || `*${name.slice(-4)}` === rule);
  const found = readdirSync('.').filter((name) => !isIgnored(name));
  expect(found.sort()).toEqual([...ROOT].sort());
});

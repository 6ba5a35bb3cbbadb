import { readFileSync, writeFileSync } from 'node:fs';
import { actionIssues } from '../../src/core/language/en/action-issues.ts';
import { figureIssues } from '../../src/core/language/en/figure-issues.ts';
import { en, type SentenceBook } from '../../src/core/language/en/sentences.ts';
import { smartIssues } from '../../src/core/language/en/smart-issues.ts';
import { nl } from '../../src/core/language/nl/sentences.ts';
import type { KpiFlag } from '../../src/core/model/evaluation.ts';
import {
  ANCHOR_OF_EVENT,
  ANCHOR_OF_SENTENCE,
  anchorOf,
  type CodeList,
  KIND_OF_LIST,
  WORDS_ONLY,
} from './definition-anchors.ts';

const page = readFileSync('docs/calculations.md', 'utf8');
const anchors = [...page.matchAll(/<a id="([a-z0-9-]+)"><\/a>/g)].map((match) => match[1]);

const FLAGS: Readonly<Record<KpiFlag, true>> = {
  INCOMPLETE: true,
  UNREADABLE: true,
  CEILING_PASSED: true,
  GOALPOST: true,
};

const lists = Object.keys(KIND_OF_LIST) as CodeList[]; // SAFETY: the keys of a record by CodeList.

test('every anchor stands once, and every link on the page leads to one', () => {
  expect(anchors.filter((anchor, at) => anchors.indexOf(anchor) !== at)).toEqual([]);
  const links = [...page.matchAll(/\]\(#([a-z0-9-]+)\)/g)].map((match) => match[1]);
  expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
  expect(links.length).toBeGreaterThan(80);
});

describe('every code that Koers publishes is defined', () => {
  const codes = lists.flatMap((list) =>
    Object.keys(en[list]).map((code) => anchorOf(KIND_OF_LIST[list], code)),
  );
  const flags = Object.keys(FLAGS).map((code) => anchorOf('flag', code));
  const checks = [figureIssues, smartIssues, actionIssues].flatMap((issues) =>
    Object.keys(issues).map((code) => anchorOf('check', code)),
  );
  test.each([...codes, ...flags, ...checks])('%s', (anchor) => {
    expect(anchors).toContain(anchor);
  });
});

test('every reason stands on the page in the words that Koers uses', () => {
  const missing = Object.values(en.reasons).filter((words) => !page.includes(`| ${words} |`));
  expect(missing).toEqual([]);
});

/** A piece with … where a number, a name or a date comes; of a few alternatives each. */
function patterns(piece: unknown): string[] {
  if (typeof piece === 'function') return [String(piece(...Array(4).fill('…'))).trim()];
  if (typeof piece === 'object' && piece !== null) return Object.values(piece).flatMap(patterns);
  return [String(piece).trim()];
}

/** Without a word there is nothing to define. */
const hasWords = (text: string): boolean => /[a-z]{2}/i.test(text);

const rowOf = (text: string, tekst: string, anchor: string): string =>
  `| ${text} | ${tekst} | [${anchor.replace(/-/g, ' ')}](#${anchor}) |`;

/** The table between the markers: what Koers says, and the definition it leads to. */
function sentenceTable(): string[] {
  const rowsOf = (key: string, piece: unknown, stuk: unknown, anchor: string): string[] => {
    const [english, dutch] = [patterns(piece), patterns(stuk)];
    return english.flatMap((text, at) =>
      hasWords(text) || hasWords(dutch[at] ?? '') ? [rowOf(text, dutch[at] ?? key, anchor)] : [],
    );
  };
  const book: Readonly<Record<string, unknown>> = en;
  const boek: Readonly<Record<string, unknown>> = nl;
  return [
    ...Object.keys(book).flatMap((key) => {
      const anchor = anchorAt(ANCHOR_OF_SENTENCE, key);
      return anchor === null ? [] : rowsOf(key, book[key], boek[key], anchor);
    }),
    ...(Object.keys(en.events) as (keyof SentenceBook['events'])[]).flatMap((key) =>
      rowsOf(key, en.events[key], nl.events[key], ANCHOR_OF_EVENT[key]),
    ),
  ];
}

/** The values of a piece, in the order in which they stand in it. */
function valuesIn(piece: unknown): string[] {
  if (typeof piece === 'object' && piece !== null) {
    return Object.values(piece).flatMap((part) => valuesIn(part).sort());
  }
  if (typeof piece !== 'function') return [];
  return (String(piece('<0>', '<1>', '<2>', '<3>')).match(/<\d>/g) ?? []).sort();
}

test('what a sentence tells in English it tells in Dutch too: the same numbers, names and days', () => {
  const boek: Readonly<Record<string, unknown>> = nl;
  const differing = Object.entries(en).filter(
    ([key, piece]) => valuesIn(piece).join() !== valuesIn(boek[key]).join(),
  );
  expect(differing.map(([key]) => key)).toEqual([]);
});

const anchorAt = (anchorOfKey: Readonly<Record<string, string>>, key: string): string | null =>
  anchorOfKey[key] ?? null;

test('every sentence stands on the page, in the words that Koers uses, with its definition', () => {
  const [before, between = ''] = page.split('<!-- sentences -->');
  const [table, after = ''] = between.split('<!-- end of sentences -->');
  const rows = table.split('\n').filter((line) => line.startsWith('| '));
  const head = `\n${rows[0]}\n|---|---|---|\n`;
  const written = `${head}${sentenceTable().join('\n')}\n`;
  if (process.env.UPDATE_GOLDEN === '1') {
    writeFileSync(
      'docs/calculations.md',
      `${before}<!-- sentences -->${written}<!-- end of sentences -->${after}`,
    );
  }
  expect(process.env.UPDATE_GOLDEN === '1' ? written : table).toBe(written);
  expect(rows.length).toBeGreaterThan(60);
});

test('every sentence has its definition, or says nothing about a KPI', () => {
  const known = [
    ...Object.keys(ANCHOR_OF_SENTENCE),
    ...Object.keys(WORDS_ONLY),
    ...lists,
    'events',
    'eventLabels',
  ];
  expect(Object.keys(en).filter((key) => !known.includes(key))).toEqual([]);
  expect(known.filter((key) => !Object.keys(en).includes(key))).toEqual([]);
  const led = [...Object.values(ANCHOR_OF_SENTENCE), ...Object.values(ANCHOR_OF_EVENT)];
  expect(led.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
});

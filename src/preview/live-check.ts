/** npm run live-check: an installation's own answers beside those of the imitation. */
import { existsSync, readFileSync } from 'node:fs';
import { type Difference, differences } from './live-check/compare-answers.ts';
import { imitatedAnswers, imitatedProbe, type LiveAnswers } from './live-check/imitated-check.ts';
import { placeOf } from './live-check/places.ts';
import {
  guardAdvice,
  type ProbeFinding,
  probeFindings,
  readChart,
} from './live-check/probe-charts.ts';
import { UsageError } from './serve-options.ts';

const HELP = `npm run live-check -- answers.json [chart.csv …]

Compares what an installation answered with what the imitation on this machine answers, and names
each difference with the file to change.

  answers.json   the block that Koers › Check this installation shows
  chart.csv      charts of the table "Probe", exported from Data Studio: one with a row for each
                 Row, one with the metrics alone

docs/live-check.md has the steps. The exit code is 0 when nothing differs.`;

const ANSWERS_LAYOUT = 1;

function readText(file: string): string {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
}

function readAnswers(file: string): LiveAnswers {
  let answers: LiveAnswers | null;
  try {
    answers = JSON.parse(readText(file));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `${file} is not the whole block: copy it again, from the first { to the last }.`,
    );
  }
  if (answers?.results === undefined || answers.surroundings === undefined) {
    throw new UsageError(`${file} holds something else than the block of Check this installation.`);
  }
  if (answers.layout !== ANSWERS_LAYOUT) {
    throw new UsageError(
      `${file} was written by another version of Koers (${answers.koers}). Check with that one, or check the installation again.`,
    );
  }
  return answers;
}

const HEADINGS: Readonly<Record<Difference['kind'], string>> = {
  behaviour: 'Behaves differently',
  unknown: 'The imitation does not know it',
  words: 'Refuses in other words',
  not_asked: 'Was not asked there',
};

function differenceLines(found: readonly Difference[]): string[] {
  return Object.entries(HEADINGS).flatMap(([kind, heading]) => {
    const those = found.filter((difference) => difference.kind === kind);
    if (those.length === 0) return [];
    if (kind === 'not_asked') return ['', `${heading}: ${those.map(({ id }) => id).join(', ')}`];
    const lines = those.flatMap(({ id, there, here }) => [
      `  ${id}`,
      `    there  ${there}`,
      `    here   ${here}`,
      `    change ${placeOf(id) ?? 'docs/emulation.md'}`,
    ]);
    return ['', `${heading} (${those.length})`, ...lines];
  });
}

function findingLines(findings: readonly ProbeFinding[]): string[] {
  const other = findings.filter(({ kind }) => kind !== 'same');
  const lines = other.map(({ label, kind, there, here }) =>
    kind === 'missing'
      ? `  ${label}: not in the chart; if the data source does not offer it, Data Studio refused its formula`
      : `  ${label}: there ${there}, here ${here}`,
  );
  return [
    '',
    `Probe: ${findings.length - other.length} of ${findings.length} as expected`,
    ...lines,
  ];
}

async function compare(
  file: string,
  charts: readonly string[],
): Promise<readonly [string[], boolean]> {
  const answers = readAnswers(file);
  const { results, surroundings, koers, askedAt } = answers;
  const found = differences(results, imitatedAnswers(surroundings).results);
  const { workbookLocale, workbookTimeZone } = surroundings;
  const lines = [
    `Asked ${askedAt} of Koers ${koers}, in a workbook of ${workbookLocale}, ${workbookTimeZone}.`,
    `${Object.keys(results).length} answers, ${found.length} of them different.`,
    ...differenceLines(found),
  ];
  if (charts.length === 0) return [lines, found.length === 0];
  const session = await imitatedProbe(surroundings);
  const findings: ProbeFinding[] = [];
  for (const chart of charts) {
    const those = await probeFindings(session, readChart(readText(chart)));
    if (those.every(({ kind }) => kind === 'missing')) {
      throw new UsageError(
        `${chart} shows no field of the probe. Export a chart of the table "Probe" as CSV.`,
      );
    }
    findings.push(...those);
  }
  const isSame = found.length === 0 && findings.every(({ kind }) => kind === 'same');
  return [[...lines, ...findingLines(findings), '', guardAdvice(findings)], isSame];
}

async function main(args: readonly string[]): Promise<void> {
  const [file, ...charts] = args;
  if (file === undefined || file === '--help') {
    process.stdout.write(`${HELP}\n`);
    process.exitCode = file === undefined ? 1 : 0;
    return;
  }
  try {
    const [lines, isSame] = await compare(file, charts);
    process.stdout.write(`${lines.join('\n')}\n`);
    process.exitCode = isSame ? 0 : 1;
  } catch (error) {
    process.exitCode = 1;
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
}

await main(process.argv.slice(2));

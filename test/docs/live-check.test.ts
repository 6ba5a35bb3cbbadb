import { readFileSync } from 'node:fs';
import { probeFields } from '../../src/workflows/connector/probe-table.ts';

const page = readFileSync('docs/live-check.md', 'utf8');

const rowsOf = (heading: string): string[][] =>
  (page.split(heading)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

test('the live check has fourteen steps, of thirty minutes together', () => {
  const steps = rowsOf('# The live check').filter(([number]) => /^\d+$/.test(number));
  expect(steps.map(([number]) => Number(number))).toEqual(
    Array.from({ length: 14 }, (_, at) => at + 1),
  );
  expect(steps.reduce((sum, [, , minutes]) => sum + Number(minutes), 0)).toBe(30);
});

test('the page says of every field of the probe what its help says', () => {
  const shown = probeFields()
    .filter(({ isHidden }) => !isHidden)
    .map(({ label, help }) => [label, help.replace(/^Should show: |\.$/g, '')]);
  const told = rowsOf('## What the probe should show')
    .slice(1)
    .map(([label, see]) => [label, see]);
  expect(told).toEqual(shown);
});

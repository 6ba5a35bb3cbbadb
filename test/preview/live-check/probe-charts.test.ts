import { openSession } from '../../../src/preview/data-studio/connector-session.ts';
import type { Answer } from '../../../src/preview/data-studio/contract.ts';
import {
  guardAdvice,
  type ProbeFinding,
  probeFindings,
  readChart,
} from '../../../src/preview/live-check/probe-charts.ts';
import { runShipped } from '../../bundle/shipped-bundle.ts';
import { smallAccount } from '../../workflows/small-workbook.ts';

const account = smallAccount();

const session = () =>
  openSession(
    {
      call: (functionName, request): Answer => ({
        result: runShipped(account, 'connector', functionName, {
          args: request === undefined ? [] : [request],
        }).result,
      }),
      languageCode: 'en',
      today: '2026-02-15',
      lastRefresh: '7',
    },
    { table: 'probe' },
  );

const labels = [
  ...['Row', 'Plain sum', 'Hidden base', '"CASE, one row"', '"CASE, one key"', 'CASE with OR'],
  ...['"NARY_MIN, one row"', '"NARY_MIN, one key"', 'Division by zero', '"Null, added up"'],
  ...['"Null, mean"', 'Currency', 'Percent', 'Typed percent', 'Typed currency', 'Counted'],
].join(',');

const BY_ROW = [
  labels,
  'c,11,11,11,11,11,11,11,null,3,3,"€0.00",0%,100%,"€11.00",1',
  'a,7,7,7,7,7,7,7,null,null,null,"€1,234.50",25%,100%,"€7.00",1',
  'b,5,5,5,5,5,5,5,null,0,0,"-€2.00",150%,100%,"€5.00",1',
].join('\n');

const findingsOf = async (csv: string) => probeFindings(await session(), readChart(csv));

const of = (findings: readonly ProbeFinding[], id: string) =>
  findings.find((found) => found.id === id)?.kind;

describe('a chart of the probe', () => {
  it('is read whatever the order of its rows and the form of its numbers', async () => {
    const findings = await findingsOf(BY_ROW);
    const other = findings.filter(({ kind }) => kind === 'different');
    expect(other).toEqual([]);
    expect(of(findings, 'currency')).toBe('same');
    const dutch = BY_ROW.replace('"€1,234.50"', '"€ 1.234,50"').replace('25%', '"25,00%"');
    expect(of(await findingsOf(dutch), 'currency')).toBe('same');
    expect(of(await findingsOf(dutch), 'percent')).toBe('same');
  });

  it('with null shown as 0, or a number where none should be, differs there', async () => {
    const findings = await findingsOf(BY_ROW.replace('null,null,null', '0,0,0'));
    expect(of(findings, 'division_by_zero')).toBe('different');
    expect(of(findings, 'null_sum')).toBe('different');
    expect(of(findings, 'plain_sum')).toBe('same');
  });

  it('without a field says that it is missing', async () => {
    const findings = await findingsOf(BY_ROW.replace('"CASE, one row"', 'Something'));
    expect(of(findings, 'case_one_row')).toBe('missing');
  });

  it('of the metrics alone is one row', async () => {
    const findings = await findingsOf('Plain sum,"CASE, one row","Null, mean"\n23,null,1.5');
    expect(['plain_sum', 'case_one_row', 'null_mean'].map((id) => of(findings, id))).toEqual([
      'same',
      'same',
      'same',
    ]);
  });
});

describe('which guard a live report bears out', () => {
  const found = (id: string, kind: ProbeFinding['kind']): ProbeFinding => ({
    id,
    label: id,
    kind,
    there: '',
    here: '',
  });
  const cases = ['case_one_row', 'case_one_key', 'case_or'];
  const arithmetic = ['nary_min_one_row', 'nary_min_one_key', 'division_by_zero'];

  it('is CASE where it works, whatever else does', () => {
    expect(guardAdvice([...cases, ...arithmetic].map((id) => found(id, 'same')))).toContain(
      'stays as it is',
    );
  });

  it('is arithmetic where one CASE does not, and none where both fail', () => {
    const broken = [
      ...cases.map((id) => found(id, 'missing')),
      ...arithmetic.map((id) => found(id, 'same')),
    ];
    expect(guardAdvice(broken)).toContain("put 'arithmetic' first in GUARD_VARIANTS");
    expect(guardAdvice(cases.map((id) => found(id, 'same')).slice(1))).toContain(
      "put 'none' first",
    );
  });
});

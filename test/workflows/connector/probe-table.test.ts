import { configure, openSession } from '../../../src/preview/data-studio/connector-session.ts';
import type { Answer } from '../../../src/preview/data-studio/contract.ts';
import { query } from '../../../src/preview/data-studio/query.ts';
import { connectorFailure } from '../../../src/preview/emulation/host/connector-failure.ts';
import { configForm } from '../../../src/workflows/connector/config-form.ts';
import {
  asksForProbe,
  probeAnswer,
  probeFields,
} from '../../../src/workflows/connector/probe-table.ts';
import { runShipped } from '../../bundle/shipped-bundle.ts';
import { smallAccount } from '../small-workbook.ts';

const ASKED = { configParams: { table: 'probe' } };

/** The connector that ships, in the imitated Data Studio, for one who looks after Koers or not. */
function studio(admins: string) {
  const account = smallAccount();
  account.projects.connector.scriptProperties.set('ADMIN_EMAILS', admins);
  const call = (functionName: string, request?: object): Answer => {
    const args = request === undefined ? [] : [request];
    const { result, error } = runShipped(account, 'connector', functionName, { args });
    return error === undefined ? { result } : { error: connectorFailure(error) };
  };
  return { account, options: { call, languageCode: 'en', today: '2026-02-15', lastRefresh: '7' } };
}

const offeredTables = (offersProbe: boolean): string[] =>
  configForm({}, '1.2.3', offersProbe).questions.flatMap((question) =>
    question.kind === 'choice' && question.id === 'table'
      ? question.options.map(({ value }) => value)
      : [],
  );

describe('the table that probes Data Studio', () => {
  it('is offered to who looks after Koers only, last, and asks nothing more', async () => {
    expect(offeredTables(false)).not.toContain('probe');
    expect(offeredTables(true).at(-1)).toBe('probe');
    expect(configForm(ASKED, '1.2.3', true)).toMatchObject({
      isStepped: false,
      dateRangeRequired: false,
    });
    const { account, options } = studio('somebody@else.nl, you@example.com');
    account.projects.connector.scriptProperties.set('ADMIN_EMAILS', account.owner);
    const { params } = await configure(options, { table: 'probe' });
    const table = params.find(({ name }) => name === 'table');
    expect(table?.options?.at(-1)?.value).toBe('probe');
  });

  it('is a form like any other where Google does not tell who asks', async () => {
    const { account, options } = studio('somebody@else.nl');
    account.beforeCall = ({ method }) => {
      if (method === 'Session.getEffectiveUser') throw new Error('Authorization is required');
    };
    const { params } = await configure(options, {});
    expect(params.map(({ name }) => name)).toContain('table');
  });

  it('shows in the imitation what its helps say, row by row and together', async () => {
    const { options } = studio('');
    const session = await openSession(options, { table: 'probe' });
    expect(session.schema.warnings).toEqual([]);
    const shown = session.schema.fields.filter(({ isHidden }) => !isHidden);
    const metrics = shown.filter(({ concept }) => concept === 'METRIC').map(({ name }) => name);
    const answer = await query(session, {
      dimensions: ['probe_row'],
      metrics,
      sort: [{ field: 'probe_row' }],
    });
    const text = (value: unknown) => (value === null ? 'empty' : String(value));
    const said = (help: string) => /^Should show: ([^;]*)(?:; together (.*))?\.$/.exec(help) ?? [];
    const plain = (help: string) => help.replace(/€ |,/g, '').replace(/–/g, '-');
    for (const [at, { name, description, semanticType }] of answer.columns.entries()) {
      if (!metrics.includes(name)) continue;
      const asPercent = (value: unknown) =>
        semanticType === 'PERCENT' && typeof value === 'number' ? `${value * 100}%` : text(value);
      const [, rows = '', together] = said(plain(description));
      const numbers = (shownText: string) => shownText.replace(/\.50\b/g, '.5');
      expect([name, answer.rows.map((row) => asPercent(row[at])).join(' · ')]).toEqual([
        name,
        numbers(rows),
      ]);
      if (together !== undefined) {
        expect([name, asPercent(answer.totals[at])]).toEqual([name, numbers(together)]);
      }
    }
  });

  it('answers the fields asked for in their order, without reading a workbook', () => {
    expect(asksForProbe(ASKED)).toBe(true);
    expect(asksForProbe({ configParams: { table: 'kpis' } })).toBe(false);
    expect(asksForProbe(undefined)).toBe(false);
    const { fields, rows } = probeAnswer({
      ...ASKED,
      fields: [{ name: 'null_sum' }, { name: 'gone' }, { name: 'probe_row' }],
    });
    expect(fields.map(({ id }) => id)).toEqual(['null_sum', 'probe_row']);
    expect(rows).toEqual([
      [null, 'a'],
      [0, 'b'],
      [3, 'c'],
    ]);
    const { account, options } = studio('');
    account.workbooks.clear();
    expect(options.call('getSchema', ASKED)).toHaveProperty('result');
  });

  it('has one field for each open question, each with what should be seen', () => {
    const shown = probeFields().filter(({ isHidden }) => !isHidden);
    expect(shown.filter(({ help }) => !help.startsWith('Should show: '))).toEqual([]);
    expect(new Set(shown.map(({ label }) => label)).size).toBe(shown.length);
  });
});

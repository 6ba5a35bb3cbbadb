import { runShipped } from '../../bundle/shipped-bundle.ts';
import { smallAccount } from '../small-workbook.ts';

test('the menu asks which KPIs go on and writes them with dates that read as dates', () => {
  const account = smallAccount();
  account.userLocale = 'nl';
  account.answerDialog = () => ({ button: 'OK', text: '1' });
  const run = runShipped(account, 'sheet', 'startNextPeriod');
  expect(run.error).toBeUndefined();
  const [workbook] = account.workbooks.values();
  const kpis = workbook.tabs.find(({ title }) => title === "KPI's");
  const added = (kpis?.rows[3] ?? []).map((cell) => [cell?.value ?? null, cell?.format]);
  expect(added.slice(0, 7)).toEqual([
    ['Bezoekers Q2', undefined],
    ['Groei', undefined],
    ['optellen tot', undefined],
    ['Bezoekers', undefined],
    [46113, expect.any(String)],
    [46203, expect.any(String)],
    [100_000, undefined],
  ]);
  const asked = account.screen.find(({ kind }) => kind === 'prompt');
  expect(String(asked?.content)).toContain('1. Bezoekers Q1 → 1 apr 2026 – 30 jun 2026');
  const told = account.screen.filter(({ kind }) => kind === 'alert').at(-1);
  expect(String(told?.content)).toContain('Gestart, onder de andere');
});

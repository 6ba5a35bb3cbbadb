import { createAccount } from '../../../src/preview/emulation/host/account.ts';
import { fixedClock } from '../../../src/preview/emulation/host/clock.ts';
import { passTime } from '../../../src/preview/emulation/host/trigger-runner.ts';
import { runShipped } from '../../bundle/shipped-bundle.ts';
import { OWNER, tabWith } from '../../support/emulated-workbook.ts';
import { pushedProject } from '../../support/pushed-bundle.ts';
import { smallWorkbook } from '../small-workbook.ts';

const HOUR = 3_600_000;

test('what ships mails the digest from the schedule, once mail is on, with the rights it asks for', () => {
  const workbook = smallWorkbook();
  const settings = workbook.tabs.find(({ title }) => title === 'Instellingen');
  settings?.rows.push([{ value: 'Overzicht op' }, { value: 'elke dag' }]);
  workbook.tabs.push(
    tabWith('Mensen', [
      ['Naam', 'E-mail', 'Overzicht', 'Taal'],
      ['Noor', 'noor@koers.example', 'van mij', null],
    ]),
  );
  const account = createAccount({
    owner: OWNER,
    workbooks: [workbook],
    clock: fixedClock(Date.parse('2026-02-15T12:00:00Z')),
  });
  const choose = (handler: string): string => {
    account.answerDialog = () => ({ button: 'OK', text: '' });
    const seen = account.screen.length;
    expect(runShipped(account, 'sheet', handler).error).toBeUndefined();
    return account.screen
      .slice(seen)
      .map(({ content }) => String(content))
      .join('\n');
  };
  choose('scheduleHourly');
  passTime(account, 'sheet', pushedProject('sheet'), 3 * HOUR);
  expect(account.outbox).toEqual([]);
  expect(choose('mailOn')).toContain('E-mail is on');
  passTime(account, 'sheet', pushedProject('sheet'), 24 * HOUR);
  expect(account.outbox.map(({ to, subject }) => [to, subject])).toEqual([
    ['noor@koers.example', 'Webwinkel: 1 van 1 KPI op koers'],
    ['noor@koers.example', 'Webwinkel: 1 van 1 KPI op koers'],
  ]);
  expect(choose('showMessages')).toContain('Nothing waits to be sent.');
  expect(choose('showDigest')).toContain('Bezoekers Q1');
});

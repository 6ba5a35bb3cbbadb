import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { sendWaiting } from '../../../src/workflows/telling/send-waiting.ts';
import { morningOf } from '../small-workbook.ts';
import {
  ask,
  BOOK,
  OFF_COURSE,
  sentTo,
  toldWorkbook,
  turn,
  turns,
} from '../telling/told-workbook.ts';
import { canMeet, FAULT_KINDS, faultyPorts } from './faulty-ports.ts';

/** Two letters are about to be made and sent. */
function prepared() {
  const told = toldWorkbook();
  turns(told, '2026-02-15', 2);
  ask(told.book, OFF_COURSE);
  turns(told, '2026-02-16', 1);
  return told;
}

const MOMENT = morningOf('2026-02-16') + 3_600_000;
const LETTERS = ['bob: Bezoekers Q1: off course', 'noor: Bezoekers Q1: uit koers'];

/** From the write that puts letters among those that wait: what comes before has no letters yet. */
const SERVICE = /^(?:reader|writer|lock|mailer)\./;

test('whatever fails at any call of a turn, every letter is sent, and only one on its way twice', () => {
  const told = prepared();
  const restore = told.book.keep();
  const undisturbed = faultyPorts(told.portsAt(MOMENT), null);
  turn(undisturbed.ports);
  expect(sentTo(told).sort()).toEqual(LETTERS);
  const wrong: string[] = [];
  let [tried, twice] = [0, 0];
  const { calls } = undisturbed;
  /** Gone, and nobody can know it yet. */
  const isOnItsWay = (at: number, kind: string): boolean => {
    const before = calls.slice(0, at).filter((call) => SERVICE.test(call));
    return calls[at] === 'mailer.send'
      ? /after$/.test(kind)
      : before[before.length - 1] === 'mailer.send' && /before$|busy/.test(kind);
  };
  calls.forEach((call, at) => {
    if (at < calls.indexOf('writer.apply') || !SERVICE.test(call)) return;
    for (const kind of FAULT_KINDS.filter((own) => canMeet(call, own))) {
      tried += 1;
      restore();
      told.mailer.mails.length = 0;
      told.mailer.left = 100;
      try {
        turn(faultyPorts(told.portsAt(MOMENT), { kind, at }).ports);
      } catch {
        // The next turn comes.
      }
      for (let hour = 1; hour < 3; hour += 1) turn(told.portsAt(MOMENT + hour * 3_600_000));
      const sent = sentTo(told).sort();
      const extra = sent.length - LETTERS.length;
      if (JSON.stringify([...new Set(sent)]) !== JSON.stringify(LETTERS))
        wrong.push(`${kind} at ${call} (call ${at}): ${sent.join(' | ')}`);
      else if (extra > 1 || (extra === 1 && !isOnItsWay(at, kind)))
        wrong.push(`${kind} at ${call} (call ${at}): sent twice`);
      twice += extra === 1 ? 1 : 0;
    }
  });
  console.info(`sending: ${tried} tried, ${wrong.length} wrong, ${twice} with one letter twice`);
  expect(wrong).toEqual([]);
});

test('two runs at once send no letter twice: the second finds nothing that waits', () => {
  const told = prepared();
  const first = told.portsAt(MOMENT);
  recalculate(first, BOOK, 'schedule');
  let inside = 0;
  const mailer = {
    ...told.mailer,
    send: (mail: Parameters<typeof told.mailer.send>[0]) => {
      // The same lock is held: another run in the middle of this one is turned away.
      expect(() => sendWaiting({ ...first, mailer: told.mailer }, BOOK, MOMENT)).toThrow();
      inside += 1;
      return told.mailer.send(mail);
    },
  };
  sendWaiting({ ...first, mailer }, BOOK, MOMENT);
  expect(inside).toBe(2);
  expect(sendWaiting(told.portsAt(MOMENT), BOOK, MOMENT)).toBe(0);
  expect(sentTo(told).sort()).toEqual(LETTERS);
});

test('a run that has hardly any time left sends nothing more, and the next one goes on', () => {
  const told = prepared();
  const ports = told.portsAt(MOMENT);
  recalculate(ports, BOOK, 'schedule');
  expect(sendWaiting(ports, BOOK, MOMENT - 301_000)).toBe(0);
  expect(sendWaiting(ports, BOOK, MOMENT)).toBe(2);
});

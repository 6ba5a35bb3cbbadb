import { scheduleRuns } from '../../../src/workflows/menu/schedule-runs.ts';
import { switchMail } from '../../../src/workflows/menu/switch-mail.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { sendWaiting } from '../../../src/workflows/telling/send-waiting.ts';
import type { MemoryWorkbook } from '../../contract/in-memory-workbook.ts';
import {
  memoryMailer,
  memoryPorts,
  memoryPoster,
  memoryProperties,
  smallMemoryWorkbook,
} from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

export const BOOK = 'small-workbook-0123456789';

/** Noor has the goal and wants what is hers, Bob wants all in English, Eva nothing. */
const PEOPLE = [
  ['Naam', 'E-mail', 'Overzicht', 'Taal'],
  ['Noor', 'noor@koers.example', 'van mij', null],
  ['Bob', 'bob@koers.example', 'alles', 'English'],
  ['Eva', 'eva@koers.example', 'uit', null],
];

export const ON_COURSE = 45_000;
export const OFF_COURSE = 80_000;

/** A workbook whose visitors are on course, with people in it, run by the hour with mail on. */
export function toldWorkbook(settings: readonly (readonly [string, string | number])[] = []) {
  const book = smallMemoryWorkbook();
  book.addTab('Mensen', PEOPLE);
  book.editRows('Instellingen', (rows) => [...rows, ...settings.map((row) => [...row])]);
  ask(book, ON_COURSE);
  const properties = memoryProperties();
  const mailer = memoryMailer();
  const poster = memoryPoster();
  const portsAt = (moment: number) => ({
    ...memoryPorts(book, moment),
    properties,
    mailer,
    poster,
  });
  const at = morningOf('2026-02-15');
  scheduleRuns(portsAt(at), BOOK, { every: 'hour' });
  switchMail(portsAt(at), BOOK, true);
  return { book, properties, mailer, poster, portsAt };
}

export type ToldWorkbook = ReturnType<typeof toldWorkbook>;

/** How many of the 45,990 visitors should have come by now: with 80,000 it is off course. */
export function ask(book: MemoryWorkbook, byNow: number): void {
  book.editRows('Mijlpalen', (rows) =>
    rows.map((row) => (row[0] === 'Halverwege' ? [...row.slice(0, 3), byNow] : row)),
  );
}

/** A turn of the schedule: recalculates, then sends what waits. */
export function turn(ports: ReturnType<ToldWorkbook['portsAt']>): void {
  const startedAt = ports.clock.now();
  recalculate(ports, BOOK, 'schedule');
  sendWaiting(ports, BOOK, startedAt);
}

/** Turns one hour after the other from half past eight in the morning of a day. */
export function turns(told: ToldWorkbook, day: string, count: number): void {
  for (let hour = 0; hour < count; hour += 1) {
    turn(told.portsAt(morningOf(day) + hour * 3_600_000));
  }
}

export const sentTo = ({ mailer }: ToldWorkbook): string[] =>
  mailer.mails.map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`);

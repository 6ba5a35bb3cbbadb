import { confirmWorkbook } from '../../../src/workflows/menu/confirm-workbook.ts';
import { connectChat } from '../../../src/workflows/menu/connect-chat.ts';
import { switchMail } from '../../../src/workflows/menu/switch-mail.ts';
import { tellingStory } from '../../../src/workflows/menu/telling-story.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { digestNow } from '../../../src/workflows/telling/digest-now.ts';
import { sendWaiting } from '../../../src/workflows/telling/send-waiting.ts';
import { morningOf } from '../small-workbook.ts';
import {
  ask,
  BOOK,
  OFF_COURSE,
  ON_COURSE,
  sentTo,
  type ToldWorkbook,
  toldWorkbook,
  turn,
  turns,
} from './told-workbook.ts';

const BOTH = ['noor: Bezoekers Q1: uit koers', 'bob: Bezoekers Q1: off course'];

describe('a change of course', () => {
  test('is mailed when two runs say so, once, to whom it concerns, in their language', () => {
    const told = toldWorkbook();
    turns(told, '2026-02-15', 2);
    expect(sentTo(told)).toEqual([]);
    ask(told.book, OFF_COURSE);
    turns(told, '2026-02-16', 1);
    expect(sentTo(told)).toEqual([]);
    turns(told, '2026-02-16', 5);
    expect(sentTo(told)).toEqual(BOTH);
    const [{ text, html }] = told.mailer.mails;
    expect(text).toContain('Van op koers naar uit koers.');
    expect(html).toContain('Van op koers naar uit koers.');
  });

  test('that a person recalculates by hand waits for the next turn', () => {
    const told = toldWorkbook();
    turns(told, '2026-02-15', 1);
    ask(told.book, OFF_COURSE);
    const ports = told.portsAt(morningOf('2026-02-16'));
    for (let run = 0; run < 3; run += 1) recalculate(ports, BOOK, 'menu');
    expect(sentTo(told)).toEqual([]);
    expect(tellingStory(ports, BOOK, 'en')).toContain('2 messages wait to be sent.');
    expect(sendWaiting(ports, BOOK, ports.clock.now())).toBe(2);
    turn(ports);
    expect(sentTo(told)).toEqual(BOTH);
  });

  test('is told again once it is back on course, the day after at the earliest', () => {
    const told = toldWorkbook();
    turns(told, '2026-02-15', 1);
    ask(told.book, OFF_COURSE);
    turns(told, '2026-02-16', 2);
    ask(told.book, ON_COURSE);
    turns(told, '2026-02-16', 4);
    expect(sentTo(told)).toEqual(BOTH);
    turns(told, '2026-02-17', 1);
    expect(sentTo(told).slice(2)).toEqual([
      'noor: Bezoekers Q1: op koers',
      'bob: Bezoekers Q1: on course',
    ]);
  });
});

describe('the digest', () => {
  test('goes out once, with the first good run from its hour of its day', () => {
    const told = toldWorkbook([
      ['Overzicht op', 'maandag'],
      ['Overzicht vanaf', 10],
    ]);
    // 15 February 2026 is a Sunday.
    turns(told, '2026-02-15', 6);
    expect(sentTo(told)).toEqual([]);
    turns(told, '2026-02-16', 2);
    const DIGESTS = [
      'noor: Webwinkel: 1 van 1 KPI op koers',
      'bob: Webwinkel: 1 of 1 KPI on course',
    ];
    // Half past nine is before ten.
    expect(sentTo(told)).toEqual([]);
    turns(told, '2026-02-16', 6);
    turns(told, '2026-02-17', 2);
    expect(sentTo(told)).toEqual(DIGESTS);
    expect(told.mailer.mails[0].text).toMatch(/^Goed nieuws: /);
  });

  test('can be looked at before anybody gets it, also while Today is typed', () => {
    const told = toldWorkbook();
    turns(told, '2026-02-15', 1);
    const { subject, html } = digestNow(told.portsAt(morningOf('2026-02-15')), BOOK, 'en');
    expect(subject).toBe('Webwinkel: 1 of 1 KPI on course');
    expect(html).toContain('Bezoekers Q1');
    expect(sentTo(told)).toEqual([]);
  });
});

describe('nothing is sent', () => {
  const offCourse = (told: ToldWorkbook) => {
    turns(told, '2026-02-15', 1);
    ask(told.book, OFF_COURSE);
  };

  test('while mail is off, and what waited then is let go', () => {
    const told = toldWorkbook();
    offCourse(told);
    const ports = told.portsAt(morningOf('2026-02-16'));
    recalculate(ports, BOOK, 'menu');
    recalculate(ports, BOOK, 'menu');
    switchMail(ports, BOOK, false);
    turns(told, '2026-02-16', 3);
    switchMail(ports, BOOK, true);
    turns(told, '2026-02-17', 3);
    expect(sentTo(told)).toEqual([]);
  });

  test('while Today is typed, not even what waited before', () => {
    const told = toldWorkbook();
    offCourse(told);
    const ports = told.portsAt(morningOf('2026-02-16'));
    recalculate(ports, BOOK, 'menu');
    recalculate(ports, BOOK, 'menu');
    told.book.editRows('Instellingen', (rows) =>
      rows.map((row) => (row[0] === 'Vandaag' ? ['Vandaag', '2026-02-14'] : row)),
    );
    turns(told, '2026-02-17', 3);
    expect(sentTo(told)).toEqual([]);
    expect(tellingStory(ports, BOOK, 'nl')).toContain('Zolang Vandaag in Instellingen is ingevuld');
  });

  test('from a copy; and once that is the real workbook, nothing that waited in the original', () => {
    const told = toldWorkbook();
    offCourse(told);
    const ports = told.portsAt(morningOf('2026-02-16'));
    recalculate(ports, BOOK, 'menu');
    recalculate(ports, BOOK, 'menu');
    const copy = 'a-copy-of-it';
    const copied = {
      ...ports,
      reader: {
        ...ports.reader,
        facts: () => ({ ...ports.reader.facts(BOOK), fileId: copy }),
        factsAndLooks: () => {
          const own = ports.reader.factsAndLooks(BOOK);
          return { ...own, facts: { ...own.facts, fileId: copy } };
        },
        columns: (_: string, ranges: readonly string[]) => ports.reader.columns(BOOK, ranges),
      },
      writer: {
        apply: (_: string, changes: Parameters<typeof ports.writer.apply>[1]) =>
          ports.writer.apply(BOOK, changes),
      },
    };
    expect(sendWaiting(copied, copy, ports.clock.now())).toBe(0);
    expect(() => switchMail(copied, copy, true)).toThrow();
    expect(confirmWorkbook(copied, copy, () => true)).toBe('confirmed');
    expect(sendWaiting(copied, copy, ports.clock.now())).toBe(0);
    expect(tellingStory(copied, copy, 'en')).toContain('E-mail is off');
    expect(sentTo(told)).toEqual([]);
  });

  test('to somebody without an address, or whom People does not name', () => {
    const told = toldWorkbook();
    told.book.editRows('Mensen', (rows) => [rows[0], ['Noor', '', 'alles', null]]);
    offCourse(told);
    turns(told, '2026-02-16', 3);
    expect(sentTo(told)).toEqual([]);
  });
});

describe('what cannot be sent waits', () => {
  function offCourse(told: ToldWorkbook): void {
    turns(told, '2026-02-15', 1);
    ask(told.book, OFF_COURSE);
    turns(told, '2026-02-16', 2);
  }

  test('while the account may send no more, and goes when it may again', () => {
    const told = toldWorkbook();
    told.mailer.left = 1;
    offCourse(told);
    expect(sentTo(told)).toEqual(BOTH.slice(0, 1));
    const ports = told.portsAt(morningOf('2026-02-16'));
    expect(tellingStory(ports, BOOK, 'en')).toContain(
      'The last time it did not reach bob@koers.example: the account may send no more mail today.',
    );
    told.mailer.left = 5;
    turns(told, '2026-02-17', 3);
    expect(sentTo(told)).toEqual(BOTH);
    expect(tellingStory(ports, BOOK, 'en')).not.toContain('did not reach');
  });

  test('for a week, and keeps nobody else from theirs', () => {
    const told = toldWorkbook();
    told.mailer.refused.push('noor@koers.example');
    offCourse(told);
    expect(sentTo(told)).toEqual(BOTH.slice(1));
    const restore = told.book.keep();
    told.mailer.refused.length = 0;
    turns(told, '2026-02-22', 1);
    expect(sentTo(told)).toContain(BOTH[0]);
    restore();
    told.mailer.mails.length = 0;
    turns(told, '2026-02-23', 2);
    // By then the figures are out of date, which is news; what was off course is none any more.
    expect(sentTo(told)).toEqual([
      'noor: Bezoekers Q1: verouderd',
      'bob: Bezoekers Q1: out of date',
    ]);
  });

  test('and a newer digest takes its place', () => {
    const told = toldWorkbook([['Overzicht op', 'elke dag']]);
    told.mailer.left = 0;
    turns(told, '2026-02-16', 2);
    turns(told, '2026-02-17', 2);
    told.mailer.left = 100;
    turns(told, '2026-02-18', 2);
    expect(sentTo(told)).toHaveLength(2);
  });
});

describe('a chat', () => {
  const HOOK = 'https://hooks.slack.com/services/T0/B0/s3cr3t';
  const connect = (told: ToldWorkbook, typed: string | null) =>
    connectChat({ ...told.portsAt(0), screen: { askText: () => typed } }, 'en');

  test('gets a first post, then every message, in the language of the workbook', () => {
    const told = toldWorkbook();
    expect(connect(told, ` ${HOOK} `)).toBe(
      'Slack gets every message from now on. A first one stands there.',
    );
    turns(told, '2026-02-15', 1);
    ask(told.book, OFF_COURSE);
    turns(told, '2026-02-16', 4);
    const texts = told.poster.posts.map(({ body }) => JSON.parse(body).text.split('\n')[0]);
    expect(texts).toEqual(['*Koers writes here from now on*', '*Bezoekers Q1: uit koers*']);
  });

  test('keeps its address out of the workbook and out of everything that is said', () => {
    const told = toldWorkbook();
    const said = connect(told, HOOK);
    turns(told, '2026-02-16', 2);
    told.poster.answer = 'refused';
    const ports = told.portsAt(morningOf('2026-02-16'));
    const tabs = ports.reader
      .facts(BOOK)
      .tabs.map(({ title }) => ports.reader.columns(BOOK, [`'${title.replace(/'/g, "''")}'!A:Z`]));
    const all = JSON.stringify([said, tabs, tellingStory(ports, BOOK, 'en'), connect(told, HOOK)]);
    expect(all).not.toContain('s3cr3t');
  });

  test('is taken away by its name, and then gets nothing any more', () => {
    const told = toldWorkbook();
    connect(told, HOOK);
    expect(connect(told, 'slack')).toBe('Slack gets no messages any more.');
    turns(told, '2026-02-15', 1);
    ask(told.book, OFF_COURSE);
    turns(told, '2026-02-16', 4);
    expect(told.poster.posts).toHaveLength(1);
  });

  test.each([
    ['http://hooks.slack.com/services/T0/B0/x'],
    ['https://hooks.slack.com.evil.example/services/T0/B0/x'],
    ['https://example.org/hook'],
    ['teams'],
  ])('is not at %s', (typed) => {
    const told = toldWorkbook();
    expect(connect(told, typed)).toContain('no webhook address');
    expect(told.poster.posts).toEqual([]);
  });

  test('that does not take the first post is not kept', () => {
    const told = toldWorkbook();
    told.poster.answer = 'unreachable';
    expect(connect(told, HOOK)).toBe(
      'Slack did not take the first message: it could not be reached. Nothing has changed.',
    );
    expect(tellingStory(told.portsAt(0), BOOK, 'en')).not.toContain('Slack gets');
    expect(connect(told, null)).toBe('');
  });
});

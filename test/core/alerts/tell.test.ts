import { htmlLetter } from '../../../src/core/alerts/html-letter.ts';
import { plainLetter } from '../../../src/core/alerts/plain-letter.ts';
import { type TellingTo, tell } from '../../../src/core/alerts/tell.ts';
import type { KpiEvaluation } from '../../../src/core/model/evaluation.ts';
import { known } from '../../../src/core/model/quantity.ts';
import type { Told } from '../../../src/core/model/told.ts';
import type { Person, Workspace } from '../../../src/core/model/workspace.ts';
import { prepareResults } from '../../../src/core/tables/prepare-results.ts';
import type { ResultInput } from '../../../src/core/tables/results.ts';
import {
  on,
  sampleEvaluation,
  sampleGoal,
  sampleHistoryRow,
  sampleKpi,
  sampleKpiEvaluation,
  sampleWorkspace,
} from '../../support/sample-evaluation.ts';
import { input } from '../../support/sample-tables.ts';

const person = (changes: Partial<Person>): Person => ({
  name: 'Anna',
  email: 'anna@example.org',
  team: '',
  digest: 'mine',
  language: null,
  ...changes,
});

/** Anna has the KPI, Bram its goal; Chris wants all in Dutch, Dora nothing, Eva what is hers. */
const PEOPLE = [
  person({}),
  person({ name: 'Bram', email: 'bram@example.org' }),
  person({ name: 'Chris', email: 'chris@example.org', digest: 'all', language: 'nl' }),
  person({ name: 'Dora', email: 'dora@example.org', digest: 'off' }),
  person({ name: 'Eva', email: 'eva@example.org' }),
];

const MORNING: TellingTo = {
  isMailOn: true,
  chats: [],
  now: { day: on('2026-02-15'), secondsOfDay: 32_400 },
  isLastOfDay: false,
};

/** People know that the KPI is on course, and the evaluation before said what this one says. */
const KNOWN: Told = {
  kpis: {
    revenue_q1: { status: 'on_course', seen: 'at_risk', day: null, asked: null, askedAgain: null },
  },
  digestDay: null,
};

interface Case {
  readonly told?: Told;
  readonly to?: Partial<TellingTo>;
  readonly kpi?: Partial<KpiEvaluation>;
  readonly workspace?: Parameters<typeof sampleWorkspace>[0];
  readonly more?: Partial<ResultInput>;
}

function letters({ told = KNOWN, to = {}, kpi = {}, workspace = {}, more = {} }: Case = {}) {
  const evaluation = sampleEvaluation({ kpis: [sampleKpiEvaluation(kpi)] });
  const book: Workspace = sampleWorkspace({ people: PEOPLE, ...workspace });
  const results = input({ workspace: book, evaluation, ...more });
  return tell(told, evaluation, book, { ...MORNING, ...to }, (language) =>
    prepareResults({ ...results, language }),
  );
}

const addresses = (told: ReturnType<typeof letters>) =>
  told.letters.map(({ id, kind, to }) => {
    expect(id).toContain('2026-02-15');
    return `${kind} ${to.kind === 'mail' ? to.email.split('@')[0] : to.chat}`;
  });

describe('what a change of course brings', () => {
  test('goes to who wants all, to the owner and to the owner of the goal, each in their language', () => {
    const told = letters();
    expect(addresses(told)).toEqual(['alert anna', 'alert bram', 'alert chris']);
    const [anna, , chris] = told.letters.map(({ letter }) => letter);
    expect([anna.language, anna.subject]).toEqual(['en', 'Revenue Q1: at risk']);
    expect(anna.sections[0].items[0].lines[0]).toBe('From on course to at risk.');
    expect([chris.language, chris.subject]).toEqual(['nl', 'Revenue Q1: bijsturen']);
    expect(chris.footer).not.toBe(anna.footer);
  });

  test('is the same letter never twice: the run again has nothing to tell', () => {
    const { told } = letters();
    expect(letters({ told }).letters).toEqual([]);
  });

  test('is nothing while mail is off and no chat has an address', () => {
    const off = letters({ to: { isMailOn: false } });
    expect(off.letters).toEqual([]);
    // Switched on later, they hear of what changes from then on.
    expect(letters({ told: off.told }).letters).toEqual([]);
  });

  test('goes to chats as well, and to chats alone while mail is off', () => {
    expect(addresses(letters({ to: { chats: ['slack'] } }))).toContain('alert slack');
    expect(
      addresses(letters({ to: { isMailOn: false, chats: ['teams', 'google_chat'] } })),
    ).toEqual(['alert teams', 'alert google_chat']);
  });

  test('tells a KPI that is back on course as good news, first', () => {
    const told: Told = {
      ...KNOWN,
      kpis: { revenue_q1: { ...KNOWN.kpis.revenue_q1, status: 'off_course', seen: 'on_course' } },
    };
    const [{ letter }] = letters({ told, kpi: { status: 'on_course' } }).letters;
    expect(letter.subject).toBe('Revenue Q1: on course');
    expect(letter.sections.map(({ title }) => title)).toEqual(['Better']);
  });
});

describe('a check-in', () => {
  const checkIn = (isOverdue: boolean) => ({
    actionId: null,
    day: null,
    dueDay: on('2026-02-09'),
    isOverdue,
  });
  const quiet: Told = {
    ...KNOWN,
    kpis: { revenue_q1: { ...KNOWN.kpis.revenue_q1, status: 'at_risk' } },
  };

  test('is asked of the owner, and when it is late of the owner of the goal', () => {
    const due = letters({ told: quiet, kpi: { checkIn: checkIn(false) } });
    expect(addresses(due)).toEqual(['check_in anna']);
    const late = letters({ told: due.told, kpi: { checkIn: checkIn(true) } });
    expect(addresses(late)).toEqual(['check_in bram']);
    expect(late.letters[0].letter.sections[0].items[0].lines[0]).toBe(
      'Due since 9 Feb 2026 and not there yet; it is up to Anna.',
    );
    expect(letters({ told: late.told, kpi: { checkIn: checkIn(true) } }).letters).toEqual([]);
  });

  test('that is late stays with the owner where the goal has none', () => {
    const workspace = { goals: [sampleGoal({ owner: ' ' })] };
    const late = letters({ told: quiet, workspace, kpi: { checkIn: checkIn(true) } });
    expect(addresses(late)).toEqual(['check_in anna']);
  });
});

describe('a digest', () => {
  const settings = { digestOn: 'daily' } as const;
  const quiet: Told = { kpis: {}, digestDay: on('2026-02-08') };
  const digest = (more: Case = {}) => letters({ told: quiet, workspace: { settings }, ...more });

  test('goes once to everybody who has a KPI in it', () => {
    const told = digest();
    expect(addresses(told)).toEqual(['digest anna', 'digest bram', 'digest chris']);
    expect(told.told.digestDay).toBe(on('2026-02-15'));
    expect(digest({ told: told.told }).letters).toEqual([]);
  });

  test('opens with what became better, then has what needs a decision', () => {
    const history = [
      sampleHistoryRow({ status: 'off_course' }),
      sampleHistoryRow({ day: on('2026-02-12'), status: 'at_risk' }),
    ];
    const [{ letter }] = digest({ more: { history } }).letters;
    expect(letter.subject).toBe('Fietsenwinkel: 0 of 1 KPI on course');
    expect(letter.opening).toBe('Good news: Revenue Q1: from off course to at risk');
    expect(letter.sections.map(({ title }) => title)).toEqual(['What needs a decision', 'Goals']);
    expect(letter.sections[0].items[0].title).toBe('Revenue Q1');
  });

  test('without anything better opens with what goes best, and without that says so', () => {
    const good = digest({ kpi: { status: 'on_course' } }).letters[0].letter;
    expect(good.opening).toMatch(/^Good news: Revenue Q1 goes best\. /);
    expect(good.sections[0].items.map(({ title }) => title)).toEqual(['Nothing needs a decision.']);
    expect(digest().letters[0].letter.opening).toBe('Nothing went better since the last time.');
  });

  test('has the actions that should have been done', () => {
    const action = {
      id: 'fair',
      name: 'Book the fair',
      kpiId: 'revenue_q1',
      phase: 'plan' as const,
      day: on('2026-02-01'),
      owner: 'Anna',
      channel: null,
      resource: '',
      expectedEffect: null,
      effectDay: null,
      cause: '',
      confidence: null,
      decision: null,
      overrideStatus: null,
      status: null,
      until: null,
      note: '',
      order: 0,
      place: { tab: 'Actions', cell: 'A2' },
    };
    const evaluation = sampleEvaluation({
      actions: [
        {
          actionId: 'fair',
          effect: { measured: known(0), signal: null },
          isToDo: true,
          isOverdue: true,
        },
      ],
    });
    const more = { evaluation };
    const [{ letter }] = digest({ workspace: { settings, actions: [action] }, more }).letters;
    expect(letter.sections[0].items.map(({ title }) => title)).toEqual([
      'Revenue Q1',
      'Book the fair (Anna)',
    ]);
  });

  test('points to the report only where that is a web address', () => {
    const linksWith = (reportLink: string) =>
      digest({
        workspace: { settings: { ...settings, boardLink: '', reportLink } },
      }).letters[0].letter.links.map(({ text }) => text);
    expect(linksWith('https://datastudio.google.com/reporting/1')).toContain('Open the report');
    expect(linksWith('javascript:alert(1)')).toEqual(['Open the workbook']);
    expect(linksWith('')).toEqual(['Open the workbook']);
  });

  test('points to the board where its address is known', () => {
    const linksWith = (boardLink: string) =>
      digest({ workspace: { settings: { ...settings, boardLink } } }).letters[0].letter.links;
    expect(linksWith('https://example.org/board')).toContainEqual({
      text: 'Open the board',
      url: 'https://example.org/board',
    });
    expect(linksWith('')).toHaveLength(1);
  });

  test('of nobody’s KPIs is sent to nobody, and of a KPI below zero says so in words', () => {
    const people = [person({ name: 'Eva', email: 'eva@example.org' })];
    expect(digest({ workspace: { settings, people } }).letters).toEqual([]);
    const [{ letter }] = digest({ kpi: { progress: known(-0.125), actual: known(-500) } }).letters;
    expect(letter.sections[0].items[0].way?.text).toMatch(/^-13% of the way to the target/);
  });
});

test('a name that is markup stays text in a mail, and one of two lines stays on its line in a plain one', () => {
  const name = '<img src=x onerror=alert(1)> & "Co"\nSubject: forged';
  const [{ letter }] = letters({ workspace: { kpis: [sampleKpi({ name })] } }).letters;
  const html = htmlLetter(letter, true);
  expect(html).not.toMatch(/<img src=x|<script/);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Co&quot;');
  expect(plainLetter(letter)).not.toMatch(/^Subject: forged/m);
});

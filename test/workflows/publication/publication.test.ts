import { tabRange } from '../../../src/core/model/a1-notation.ts';
import { TABLE_IDS } from '../../../src/core/tables/result-tables.ts';
import { columnOf } from '../../../src/core/tables/table.ts';
import { answerRequest, answerSchema } from '../../../src/workflows/connector/answer-request.ts';
import { PersonFailure } from '../../../src/workflows/failures.ts';
import { openWithHistory } from '../../../src/workflows/hidden-tab/open-stored-data.ts';
import { confirmWorkbook } from '../../../src/workflows/menu/confirm-workbook.ts';
import type { PublishPorts } from '../../../src/workflows/menu/make-for-group.ts';
import {
  publishForGroup,
  showPublications,
  stopPublishing,
} from '../../../src/workflows/menu/publish-for-group.ts';
import { unpackTable } from '../../../src/workflows/packed-tables/packed-table.ts';
import type { LinkGroup, ReadCell, Screen } from '../../../src/workflows/ports.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import type { MemoryShelf } from '../../contract/memory-shelf.ts';
import { memoryShelf } from '../../contract/memory-shelf.ts';
import { executed } from '../memory-ports.ts';
import { nodeCompression } from '../node-compression.ts';
import { morningOf } from '../small-workbook.ts';
import { type Secret, SOURCE, shelfPorts, shelfWith } from './two-goals.ts';

const SECRET: Secret = { word: 'Zilverling', number: 777_123, kpis: 2 };
/** Of the goals in the order of the tab: the second is published. */
const REACH = '2';

/** A person who types these answers, one a question. */
function typing(...answers: (string | null)[]) {
  const asked: string[] = [];
  const shown: LinkGroup[] = [];
  const screen: Screen = {
    tell: () => undefined,
    ask: () => true,
    askText: (_title, question) => {
      asked.push(question);
      return answers.shift() ?? null;
    },
    showLinks: (_title, groups) => {
      shown.push(...groups);
    },
  };
  return { screen, asked, shown };
}

function published(secret: Secret = SECRET, day = '2026-02-15') {
  const shelf = shelfWith(secret);
  recalculate(shelfPorts(shelf, morningOf('2026-01-30')), SOURCE, 'menu');
  const ports = shelfPorts(shelf, morningOf(day));
  const person = typing(REACH, 'The board');
  const text = publishForGroup({ ...ports, screen: person.screen }, SOURCE, 'en');
  const [, fileId] = [...shelf.books.keys()];
  return { shelf, ports, text, fileId, ...person };
}

const cellsOf = ({ reader }: Pick<MemoryShelf, 'reader'>, fileId: string): ReadCell[][][] =>
  reader.facts(fileId).tabs.map(({ title }) => reader.columns(fileId, [tabRange(title)])[0]);

/** Everything that a workbook says, its packed tables and months unpacked. */
function whatItSays({ reader }: Pick<MemoryShelf, 'reader'>, fileId: string): string {
  const facts = reader.facts(fileId);
  const opened = openWithHistory(facts, reader, nodeCompression);
  const packed = opened?.data.stored.tables ?? {};
  const tables = Object.values(packed).map((text) => {
    const table = unpackTable(text, nodeCompression);
    return table === null ? null : table.ids.map((id) => [id, columnOf(table, id)]);
  });
  const { stored } = opened?.data ?? {};
  return JSON.stringify([facts, cellsOf({ reader }, fileId), tables, stored, opened?.history]);
}

const asked = (fileId: string, table: string, more: Record<string, string> = {}) => ({
  configParams: { workbook: fileId, table, ...more },
  scriptParams: { lastRefresh: '1' },
});

describe('publishing goals for a group', () => {
  it('asks which goals and for whom, and shows the workbook to share', () => {
    const { text, asked: questions, shown, fileId } = published();
    expect(text).toBe('');
    expect(questions[0]).toContain('2  Reach\n3  Press');
    expect(questions[1]).toContain('the results of Reach');
    expect(shown[0].links[0].url).toContain(fileId);
    expect(shown[0].text).toContain('share it with the group, as Viewer');
  });

  it('makes nothing when the person gives up, types no number of the list or names nobody', () => {
    const shelf = shelfWith(SECRET);
    const ports = shelfPorts(shelf, morningOf('2026-02-15'));
    const publish = (...answers: (string | null)[]) =>
      publishForGroup({ ...ports, screen: typing(...answers).screen }, SOURCE, 'en');
    expect(publish(null)).toBe('');
    expect(publish('Reach')).toContain('"Reach" is not a number from the list');
    expect(publish('4')).toContain('"4" is not a number from the list');
    expect(publish('0')).toContain('"0" is not a number');
    expect(publish('2', '  ')).toBe('');
    expect(shelf.books.size).toBe(1);
  });

  it('holds the goal, those below it and their KPIs, and no tab to fill in', () => {
    const { shelf, ports, fileId } = published();
    const rows = (table: string, field: string) =>
      executed(ports, () =>
        answerRequest({ ...asked(fileId, table), fields: [{ name: field }] }, ports).rows.flat(),
      );
    expect(shelf.reader.facts(fileId).tabs.map(({ title }) => title)).toEqual([
      'Koers status',
      'Koers goals',
      'Koers milestones',
      'Koers timeline',
      'Koers data',
    ]);
    expect(rows('goals', 'goal')).toEqual(['Reach', 'Press']);
    expect(rows('goals', 'parent_goal')).toEqual([null, 'Reach']);
    expect(rows('kpis', 'kpi')).toEqual(['Orders', 'Visitors', 'Articles', 'Unreadable']);
    expect(new Set(rows('milestones', 'milestone'))).toEqual(
      new Set(['Orders: Half way', 'Orders: Due date', 'Visitors: Due date', 'Articles: Due date']),
    );
    expect(rows('actions', 'action')).toEqual(['Spring sale']);
    expect(rows('strategy', 'line_text')).toEqual(['Be near']);
    expect(new Set(rows('history', 'snapshot_date'))).toEqual(new Set(['20260130', '20260215']));
    expect(rows('kpis', 'kpi_url')).toEqual([null, null, null, null]);
  });

  it('says of each KPI what the workbook itself says', () => {
    const { ports, fileId } = published();
    const fields = ['kpi', 'status', 'actual', 'plan', 'progress', 'forecast', 'explanation'].map(
      (name) => ({ name }),
    );
    const rowsOf = (id: string) =>
      executed(ports, () => answerRequest({ ...asked(id, 'kpis'), fields }, ports).rows);
    const own = rowsOf(SOURCE).filter(([kpi]) =>
      ['Orders', 'Visitors', 'Articles'].includes(String(kpi)),
    );
    expect(rowsOf(fileId).slice(0, 3)).toEqual(own);
    expect(own.map(([, status]) => status)).toContain('off_course');
  });
});

describe('a spreadsheet that may have been made without its address reaching Koers', () => {
  const NAME = 'The board · ';
  const busy = () => {
    throw new PersonFailure('BUSY', {});
  };
  const refused = () => {
    throw new PersonFailure('API_OFF', {});
  };

  /** Google refuses at first, then this goes wrong, then all goes well twice. */
  function attempt(change: (ports: ReturnType<typeof shelfPorts>) => Partial<PublishPorts>) {
    const shelf = shelfWith(SECRET);
    const ports = shelfPorts(shelf, morningOf('2026-02-15'));
    const publish = (own: Partial<PublishPorts> = {}) => {
      const person = typing(REACH, 'The board');
      const all = { ...ports, ...own, screen: person.screen };
      try {
        return { said: publishForGroup(all, SOURCE, 'en'), ...person };
      } catch (error) {
        return { said: String(error), ...person };
      }
    };
    publish({ maker: { make: refused } });
    const first = publish(change(ports));
    return { shelf, first, again: publish(), third: publish() };
  }

  it.each<[string, (ports: ReturnType<typeof shelfPorts>) => Partial<PublishPorts>]>([
    [
      'the answer gets lost',
      ({ maker }) => ({
        maker: {
          make: (...args) => {
            maker.make(...args);
            return null;
          },
        },
      }),
    ],
    [
      'somebody else recalculates meanwhile',
      () => ({ lock: { acquire: () => false, release() {} } }),
    ],
    ['the register cannot be written', () => ({ writer: { apply: busy } })],
  ])('is told by name, now and the next time: %s', (_, change) => {
    const { shelf, first, again, third } = attempt(change);
    expect(first.said).toContain(`"${NAME}`);
    expect(first.said).toContain('Nothing was published.');
    expect(again.asked[0]).toContain(`"${NAME}`);
    expect(again.shown[0].text).toContain('share it with the group');
    expect(third.asked[0]).not.toContain(NAME);
    expect(shelf.books.size).toBe(4);
  });

  it('is told the next time where Google ended the script', () => {
    const { first, again } = attempt(({ maker }) => ({
      maker: {
        make: (...args) => {
          maker.make(...args);
          throw new Error('Exceeded maximum execution time');
        },
      },
      attempt: (work) => {
        work();
        return '';
      },
    }));
    expect(first.said).toBe('Error: Exceeded maximum execution time');
    expect(again.asked[0]).toContain(`"${NAME}`);
  });

  it('is none where Google refused to make it, or where the register holds it after all', () => {
    const { first, again } = attempt(({ writer }) => {
      let count = 0;
      const apply: typeof writer.apply = (fileId, changes) => {
        writer.apply(fileId, changes);
        count += 1;
        if (count === 1) busy();
      };
      return { writer: { apply } };
    });
    expect(first.asked[0]).not.toContain(NAME);
    expect(first.said).not.toContain(NAME);
    expect(again.asked[0]).not.toContain(NAME);
  });
});

describe('what a group cannot see', () => {
  it('holds no name and no figure of another goal, in no cell and no packed table', () => {
    const { shelf, fileId } = published();
    const said = whatItSays(shelf, fileId);
    expect(whatItSays(shelf, SOURCE)).toContain('Zilverling');
    expect(whatItSays(shelf, SOURCE)).toContain('777123');
    expect(said).not.toMatch(/zilverling/i);
    expect(said).not.toContain('777123');
    expect(said).not.toContain(SOURCE);
    expect(said).not.toContain('owner@koers.example');
  });

  it('is the same to the letter whatever the other goals are called and hold', () => {
    const [first, ...others] = [
      SECRET,
      { word: 'Ander', number: -3, kpis: 1 },
      { word: 'Niets', number: 0, kpis: 4 },
    ].map((secret) => {
      const { shelf, fileId } = published(secret);
      return whatItSays(shelf, fileId);
    });
    for (const other of others) expect(other).toBe(first);
  });
});

describe('the connector on a published workbook', () => {
  it('has the fields of a workbook, in its language and currency', () => {
    const { ports, fileId } = published();
    for (const table of TABLE_IDS) {
      const fields = (id: string) => answerSchema(asked(id, table), ports);
      expect(fields(fileId)).toEqual(fields(SOURCE));
    }
  });

  it('answers from what is published, on a later day and when asked for the newest too', () => {
    const { ports, fileId } = published();
    const progress = (more: object, options: Record<string, string> = {}) =>
      executed(ports, () =>
        answerRequest(
          { ...asked(fileId, 'kpis', options), fields: [{ name: 'progress' }], ...more },
          ports,
        ).rows.flat(),
      );
    const right = progress({});
    expect(right.slice(0, 3).every((cell) => typeof cell === 'number')).toBe(true);
    ports.clock.advance(3 * 86_400_000);
    expect(progress({}, { freshness: 'live' })).toEqual(right);
    const dateRange = { startDate: '2026-02-01', endDate: '2026-02-17' };
    expect(progress({ dateRange }, { date_mode: 'follow' })).toEqual(right);
  });

  it.each([
    ['another language', { language: 'nl' }],
    ['an earlier day', { view_date: '2026-02-01' }],
    ['a supposed future', { what_if: 'orders=+10%' }],
  ])('says in a sentence that %s cannot be asked', (_what, options) => {
    const { ports, fileId } = published();
    expect(() =>
      executed(ports, () => answerRequest(asked(fileId, 'kpis', options), ports)),
    ).toThrow(
      /published results and no figures to compute from: as it stood on 2026-02-15, in English/,
    );
  });

  it('says that findings are not published, instead of showing none', () => {
    const { ports, fileId } = published();
    expect(() => executed(ports, () => answerRequest(asked(fileId, 'checks'), ports))).toThrow(
      /not published: findings are for whoever fills in the workbook/,
    );
  });
});

describe('renewing', () => {
  const statusLines = (shelf: MemoryShelf) => {
    const { reader } = shelf;
    return reader.columns(SOURCE, [`${tabRange('Koers status')}!A1:A2`])[0][0];
  };

  it('every run puts the results of that moment there, and leaves what people add', () => {
    const { shelf, fileId } = published();
    const book = shelf.books.get(fileId);
    book?.addTab('Our notes', [['Ask about Q2']]);
    const before = shelf.reader.facts(fileId).mark?.text;
    const report = recalculate(shelfPorts(shelf, morningOf('2026-02-16')), SOURCE, 'schedule');
    expect(report.publications.map(({ failure }) => failure)).toEqual(['']);
    expect(shelf.reader.facts(fileId).mark?.text).not.toBe(before);
    expect(shelf.reader.columns(fileId, [tabRange('Our notes')])).toEqual([[['Ask about Q2']]]);
  });

  it('refuses a workbook that lost its mark or holds something else, and the run completes', () => {
    const { shelf, fileId } = published();
    // Somebody uses the file for something else.
    shelf.writer.apply(fileId, [{ kind: 'set_mark', id: 1, text: 'theirs' }]);
    const before = JSON.stringify(cellsOf(shelf, fileId));
    const report = recalculate(shelfPorts(shelf, morningOf('2026-02-16')), SOURCE, 'menu');
    expect(report.publications[0].failure).toContain('holds something else');
    expect(report.kpiCount).toBe(7);
    expect(JSON.stringify(cellsOf(shelf, fileId))).toBe(before);
    expect(statusLines(shelf).join(' ')).toContain('The workbook for The board was not renewed');
  });

  it('goes on with the other groups where one workbook is gone, until it is back', () => {
    const { shelf, ports, fileId } = published();
    const second = typing('3', 'Press room');
    publishForGroup({ ...ports, screen: second.screen }, SOURCE, 'en');
    const gone = {
      ...ports,
      reader: {
        ...ports.reader,
        facts: (id: string) => {
          if (id === fileId) throw new Error('no access');
          return ports.reader.facts(id);
        },
      },
    };
    const failed = recalculate(gone, SOURCE, 'menu').publications;
    expect(failed.map(({ group, failure }) => [group, failure])).toEqual([
      ['The board', 'Error: no access'],
      ['Press room', ''],
    ]);
    const { shown, screen } = typing();
    showPublications({ ...ports, screen }, SOURCE, 'en');
    expect(shown.map(({ text }) => text)).toEqual([
      'The board: Reach; made by owner@koers.example. Not renewed: Error: no access',
      'Press room: Press; made by owner@koers.example. Renewed by every recalculation.',
    ]);
    expect(recalculate(ports, SOURCE, 'menu').publications[0].failure).toBe('');
    expect(statusLines(shelf).join(' ')).not.toContain('not renewed');
  });

  it('stops for the group that is named by its number, and leaves the workbook as it was', () => {
    const { shelf, ports, fileId } = published();
    const stop = (typed: string) =>
      stopPublishing({ ...ports, screen: typing(typed).screen }, SOURCE, 'en');
    expect(stop('2')).toContain('"2" is not a number from the list');
    expect(stop('1')).toContain('The workbook for The board is no longer renewed');
    const before = JSON.stringify(cellsOf(shelf, fileId));
    const report = recalculate(shelfPorts(shelf, morningOf('2026-02-16')), SOURCE, 'menu');
    expect(report.publications).toEqual([]);
    expect(JSON.stringify(cellsOf(shelf, fileId))).toBe(before);
    expect(stop('1')).toBe('Nothing is published for a group.');
  });

  it('is not done by a copy of the workbook, which begins without groups of its own', () => {
    const { shelf, fileId } = published();
    const original = shelf.books.get(SOURCE);
    const group = shelf.books.get(fileId);
    if (original === undefined || group === undefined) throw new Error('both are there');
    const copied = 'a-copy-of-it-0123456789';
    const both = memoryShelf({ [copied]: original, [fileId]: group });
    const before = JSON.stringify(cellsOf(both, fileId));
    const ports = shelfPorts(both, morningOf('2026-02-16'));
    expect(recalculate(ports, copied, 'menu')).toMatchObject({ isCopy: true, publications: [] });
    const { screen } = typing('2', 'The board');
    expect(publishForGroup({ ...ports, screen }, copied, 'en')).toContain('is a copy of another');
    confirmWorkbook(ports, copied, () => true);
    expect(showPublications({ ...ports, screen }, copied, 'en')).toContain('Nothing is published');
    expect(JSON.stringify(cellsOf(both, fileId))).toBe(before);
  });
});

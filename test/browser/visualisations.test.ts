import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import type { TableId } from '../../src/core/tables/result-tables.ts';
import { createAccountHost, OWNER, WORKBOOK_ID } from '../../src/preview/account-host.ts';
import type { Filters } from '../../src/preview/data-studio/contract.ts';
import { openWorkbook } from '../../src/preview/open-workbook.ts';
import { METER_SLOTS } from '../../src/visualisations/meter-slots.ts';
import { ROUTE_SLOTS } from '../../src/visualisations/route-slots.ts';
import type { Slots } from '../../src/visualisations/slot.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { startBrowser } from '../support/browser.ts';
import { builtBoard, pushedProject } from '../support/pushed-bundle.ts';
import { openReport, type ShownReport, serveReport } from '../support/report-frame.ts';
import { queryFor, type ReportChoices, reportMessage } from '../support/report-message.ts';
import { drawingFaults } from './drawing-faults.ts';

// A report's part of the conversation, with what the connector that ships answers on the example.

const TODAY = '2026-02-15';
const PLACE = { id: WORKBOOK_ID, owner: OWNER, today: TODAY, timeZone: 'Europe/Amsterdam' };

const host = createAccountHost({
  version: '0.0.0',
  sheet: pushedProject('sheet'),
  connector: pushedProject('connector'),
  boardPage: builtBoard(),
  fileName: 'web-shop.xlsx',
  today: TODAY,
  readWorkbook: () => openWorkbook('examples/web-shop.xlsx', PLACE),
});

let browser: Browser;
let route: { server: Server; address: string };
let meter: { server: Server; address: string };

beforeAll(async () => {
  host.reload();
  [browser, route, meter] = await Promise.all([
    startBrowser(),
    serveReport('route'),
    serveReport('meter'),
  ]);
});

afterAll(async () => {
  await browser?.close();
  for (const served of [route, meter]) {
    served?.server.closeAllConnections();
    served?.server.close();
  }
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

async function answerOf(
  table: TableId,
  language: string,
  filters: Filters = [],
  slots: Slots = ROUTE_SLOTS,
) {
  const query = { ...queryFor(slots, table), filters };
  const { columns, rows, warnings } = await host.studio.query({
    language,
    table,
    answers: {},
    query,
  });
  expect(warnings).toEqual([]);
  return { columns, rows };
}

const ofKpi = (kpi: string): Filters => [
  [{ fieldName: 'kpi', values: [kpi], type: 'INCLUDE', operator: 'EQUALS' }],
];

const messageFor = async (
  table: TableId,
  language: string,
  choices: ReportChoices = {},
  filters: Filters = [],
) => reportMessage(ROUTE_SLOTS, table, await answerOf(table, language, filters), choices);

const labelsOf = ({ frame }: ShownReport, kind: string) =>
  frame
    .locator(`[data-spot=${kind}]`)
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label')));

describe('the route', () => {
  test('says that it is ready, and draws the goals with their milestones', async () => {
    const report = await openReport(browser, route.address, { width: 1000, height: 640 });
    expect(await report.said(1)).toEqual({ type: 'vizReady', componentId: 'chart-7' });
    await report.render(await messageFor('goals', 'nl'));
    const lanes = await labelsOf(report, 'lane');
    expect(lanes[0]).toBe(
      'Dé theewinkel van Nederland in 2027 · Op koers · 1 jan 2025 – 31 dec 2027 · 31% van de weg',
    );
    expect(await labelsOf(report, 'stop')).toContain('Eind 2026 · Bijsturen · gepland 31 dec 2026');
    expect(report.complaints).toEqual([]);
  });

  test('draws one KPI with its forecast, milestones and events', async () => {
    const report = await openReport(browser, route.address);
    await report.render(await messageFor('timeline', 'en', {}, ofKpi('Omzet Q1')));
    const label = await report.frame.locator('svg').getAttribute('aria-label');
    expect(label).toMatch(/^Omzet Q1 · At risk · €8\d,\d{3} · plan €8\d,\d{3}$/);
    const stops = (await labelsOf(report, 'stop')).join('\n');
    expect(stops).toMatch(/Februari · .*€118,000 · planned 28 Feb 2026/);
    expect(stops).toMatch(/^Januari · Reached late · €61,000/m);
    expect(stops).toMatch(/^Due date · Expected late · €180,140 · planned 31 Mar 2026/m);
    expect((await labelsOf(report, 'event')).join()).toContain('Staking bij de bezorger');
  });

  test('without a KPI chosen it asks for one', async () => {
    const report = await openReport(browser, route.address);
    const { columns, rows } = await answerOf('timeline', 'nl', ofKpi('Omzet Q2'));
    const mixed = rows.map((row) =>
      row.map((cell, at) => (columns[at].concept === 'METRIC' ? null : cell)),
    );
    await report.render(reportMessage(ROUTE_SLOTS, 'timeline', { columns, rows: mixed }));
    expect(await report.frame.locator('svg').textContent()).toMatch(/^Geen cijfers\. Kies/);
  });

  test('filters the report on a lane, by pointer and by keyboard, and lets go of it', async () => {
    const report = await openReport(browser, route.address, { width: 1000, height: 640 });
    await report.render(await messageFor('goals', 'nl'));
    const goal = 'Gezond groeien in 2026';
    await report.frame.locator('[data-spot=lane]', { hasText: goal }).click();
    const filter = { concepts: ['qt_goal'], values: [[goal]] };
    const said = { type: 'vizAction', id: 'filter', componentId: 'chart-7' };
    expect(await report.said(2)).toEqual({ ...said, data: filter });

    await report.render(await messageFor('goals', 'nl', { filter: { slot: 'lane', value: goal } }));
    const others = await report.frame.locator('.other [data-spot=lane]').count();
    expect(others).toBe((await labelsOf(report, 'lane')).length - 1);
    await report.frame.locator('[data-spot=lane]', { hasText: goal }).press('Enter');
    expect(await report.said(3)).toEqual({ ...said, data: undefined });
  });

  test('is one stop of the Tab key; arrows go along a lane and to the next, with a tip', async () => {
    const report = await openReport(browser, route.address, { width: 1000, height: 640 });
    await report.render(await messageFor('milestones', 'en'));
    const focused = () =>
      report.frame.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    expect(await report.frame.locator('[tabindex="0"]').count()).toBe(1);
    await report.page.keyboard.press('Tab');
    expect(await focused()).toContain('Dé theewinkel van Nederland in 2027');
    await report.page.keyboard.press('ArrowRight');
    expect(await focused()).toMatch(/^Eind 2025 · Reached late/);
    expect(await report.frame.locator('.tip').innerText()).toBe(await focused());
    await report.page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('Gezond groeien in 2026');
    await report.page.keyboard.press('ArrowUp');
    expect(await focused()).toContain('Dé theewinkel');
    await report.page.keyboard.press('Escape');
    expect(await report.frame.locator('.tip').isVisible()).toBe(false);
  });

  test('shows text of cells as text, whatever it holds', async () => {
    const { columns, rows } = await answerOf('goals', 'en');
    const markup = '<img src=x onerror="alert(1)"></text><script>alert(2)</script>';
    const texts = rows.map((row) =>
      row.map((cell, at) => (/^(goal|next_stop)$/.test(columns[at].name) ? markup : cell)),
    );
    const report = await openReport(browser, route.address);
    await report.render(reportMessage(ROUTE_SLOTS, 'goals', { columns, rows: texts }));
    expect(await report.frame.locator('img, svg script').count()).toBe(0);
    expect((await labelsOf(report, 'lane'))[0]).toContain(markup);
    expect(report.complaints).toEqual([]);
  });
});

describe('the meter', () => {
  const metersOf = async (table: TableId, language: string, choices: ReportChoices = {}) =>
    reportMessage(METER_SLOTS, table, await answerOf(table, language, [], METER_SLOTS), choices);

  test('draws every KPI with its pace, progress and fuel, and leaves out what is not known', async () => {
    const report = await openReport(browser, meter.address, { width: 1000, height: 760 });
    await report.render(await metersOf('kpis', 'nl'));
    const meters = (await labelsOf(report, 'lane')).join('\n');
    expect(meters).toMatch(/Omzet Q1 · Bijsturen · Tempo 92% · Voortgang 46% · Brandstof 0,6\d ×/);
    expect(meters).toMatch(/^Omzet Q2 · Niet gestart$/m);
    expect(await report.frame.evaluate(drawingFaults)).toEqual([]);
    expect(report.complaints).toEqual([]);
  });

  test('filters the report on the KPI that is clicked', async () => {
    const report = await openReport(browser, meter.address, { width: 1000, height: 760 });
    await report.render(await metersOf('kpis', 'en'));
    await report.frame.locator('[data-spot=lane]', { hasText: 'Omzet Q1' }).click();
    expect(await report.said(2)).toMatchObject({
      type: 'vizAction',
      data: { concepts: ['qt_kpi'], values: [['Omzet Q1']] },
    });
  });

  test.each([
    ['goals on a wide card, dark', 900, 300, { shade: 'dark' }],
    ['goals on a narrow card', 240, 500, {}],
    ['goals in no room', 120, 110, {}],
  ] as const)(
    '%s: no word lies on another, none is cut, all can be read, axe finds nothing',
    async (...card) => {
      const [, width, height, choices] = card;
      const report = await openReport(browser, meter.address, { width, height });
      await report.render(await metersOf('goals', 'en', choices));
      expect(await report.frame.evaluate(drawingFaults)).toEqual([]);
    },
  );
});

describe('every picture', () => {
  const DARK: ReportChoices = { paper: '#1b1f24', ink: '#e8eaed' };
  const NEXT_TO_WHITE: ReportChoices = { shade: 'light', paper: '#fffbe6' };
  test.each([
    ['goals in Dutch', 'goals', 'nl', 900, 460, {}, []],
    ['goals on a narrow card', 'goals', 'en', 320, 420, {}, []],
    ['goals in no room', 'goals', 'en', 180, 110, {}, []],
    ['KPIs in the dark', 'kpis', 'en', 1000, 900, DARK, []],
    ['milestones of all goals', 'milestones', 'nl', 1100, 700, NEXT_TO_WHITE, []],
    ['a course', 'timeline', 'nl', 900, 460, {}, ofKpi('Omzet Q1')],
    ['a course of three years, dark', 'timeline', 'en', 900, 460, DARK, ofKpi('Omzet 2025–2027')],
    [
      'a course where lower is better',
      'timeline',
      'en',
      700,
      360,
      {},
      ofKpi('Kosten per nieuwe klant'),
    ],
    ['a course on a narrow card', 'timeline', 'nl', 320, 360, {}, ofKpi('Omzet Q1')],
    ['a course on a low card', 'timeline', 'en', 1014, 120, {}, ofKpi('Omzet Q1')],
    ['a course on a sliver', 'timeline', 'nl', 160, 210, {}, ofKpi('Omzet Q1')],
    ['goals on a sliver', 'goals', 'nl', 120, 190, {}, []],
  ] as const)(
    '%s: no word lies on another, none is cut, all can be read, axe finds nothing',
    async (...picture) => {
      const [, table, language, width, height, choices, filters] = picture;
      const report = await openReport(browser, route.address, { width, height });
      await report.render(await messageFor(table, language, choices, filters));
      expect(await report.frame.evaluate(drawingFaults)).toEqual([]);
      expect(await axeFindings(report.frame, '.koers')).toEqual([]);
      expect(await report.frame.locator('.koers svg').getAttribute('lang')).toBe(language);
      expect(report.complaints).toEqual([]);
    },
  );

  test('the look at a picture notices what it is for', async () => {
    const report = await openReport(browser, route.address);
    await report.render(await messageFor('goals', 'en'));
    await report.frame.evaluate(() => {
      const svg = document.querySelector('svg');
      const add = (text: string, x: number, fill: string) => {
        const node = document.createElementNS('http://www.w3.org/2000/svg', 'text');
        node.textContent = text;
        node.setAttribute('x', String(x));
        node.setAttribute('y', '440');
        node.setAttribute('fill', fill);
        svg?.append(node);
      };
      add('one on another', 400, '#000000');
      add('another on one', 410, '#000000');
      add('beyond the edge', 880, '#000000');
      add('pale', 600, '#dddddd');
    });
    const faults = (await report.frame.evaluate(drawingFaults)).join('\n');
    expect(faults).toContain('"one on another" lies on "another on one"');
    expect(faults).toContain('"beyond the edge" is cut');
    expect(faults).toContain('"pale" has a contrast of 1.');
  });
});

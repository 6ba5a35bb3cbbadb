import { boardAddress } from '../model/web-address.ts';
import { type Columns, essential, fieldsIn, readThrough } from './column.ts';
import type { KpiResult } from './results.ts';
import { BOOK, STAMPS } from './stamp-columns.ts';
import { pictureFor, STATUS_SYMBOLS } from './status-symbols.ts';

const who = fieldsIn('who');
const status = fieldsIn('status');
const texts = fieldsIn('texts');

function betterWhen({ evaluation, kpi }: KpiResult): 'higher' | 'lower' | null {
  const direction = evaluation.direction ?? kpi.declaredDirection;
  if (direction === null) return null;
  return direction === 1 ? 'higher' : 'lower';
}

/** From when to when it runs. */
const PERIOD = {
  start_date: essential(who.date(({ evaluation }) => evaluation.start)),
  due_date: essential(who.date(({ evaluation }) => evaluation.due)),
} satisfies Columns<KpiResult>;

const ON_BOARD = {
  kpi_board_url: texts.url(({ kpi }, { input }) =>
    boardAddress(input.workspace.settings.boardLink, { kpi: kpi.id }),
  ),
} satisfies Columns<KpiResult>;

/** Where the board as a web app shows it; blank without an address of one. */
export const kpiOnBoard = <Block>(kpiOf: (block: Block) => KpiResult | null) =>
  readThrough(ON_BOARD, kpiOf);

export const kpiPeriod = <Block>(kpiOf: (block: Block) => KpiResult | null) =>
  readThrough(PERIOD, kpiOf);

const OWN = {
  kpi_key: who.text(({ kpi }, { stamps }) => `${stamps.workbookId}:${kpi.id}`),
  kpi_id: who.text(({ kpi }) => kpi.id),
  kpi: essential(who.text(({ kpi }) => kpi.name)),
  kpi_order: who.rank(({ kpi }) => kpi.order + 1),
  goal_id: who.text(({ goal }) => goal?.goal.id ?? null),
  goal: essential(who.text(({ goal }) => goal?.goal.name ?? null)),
  goal_order: who.rank(({ goal }) => (goal === null ? null : goal.goal.order + 1)),
  strategy: who.text(({ goal }) => goal?.strategy ?? null),
  owner: essential(who.text(({ owners }) => owners[0]?.name ?? null)),
  owners_text: who.text(({ owners }) => owners.map(({ name }) => name).join(', ')),
  team: who.text(({ owners }) => owners[0]?.team ?? null),
  kpi_channel: who.text(({ kpi }) => kpi.channel),
  stage: who.text(({ kpi }) => kpi.stage),
  measure_id: who.text(({ measure }) => measure?.id ?? null),
  measure: who.text(({ measure }) => measure?.name ?? null),
  unit: who.text(({ unit }) => unit),
  unit_label: essential(who.text(({ unitLabel }) => unitLabel)),
  better_when: who.text(betterWhen),
  better_when_label: who.text((result, { choice }) => {
    const code = betterWhen(result);
    return code === null ? null : choice('better_when', code);
  }),
  kpi_type: who.text(({ evaluation }) => evaluation.type),
  kpi_type_label: who.text(({ evaluation }, { book }) => book.kpiTypes[evaluation.type]),
  is_critical: who.flag(({ kpi }) => kpi.isCritical),
  is_leading: who.flag(({ kpi }) => kpi.isLeading),
  status: status.text(({ evaluation }) => evaluation.status),
  status_label: essential(
    status.text(({ evaluation }, { book }) => book.statuses[evaluation.status]),
  ),
  status_symbol: essential(status.text(({ evaluation }) => STATUS_SYMBOLS[evaluation.status])),
  status_image_url: status.followingText('URL', pictureFor('status')),
  status_image: essential(status.link('IMAGE($status_image_url, $status_label)', 'IMAGE')),
  kpi_url: texts.url(({ kpi }, { urlOf }) => urlOf(kpi.place)),
  kpi_link: essential(texts.link('HYPERLINK($kpi_url, $kpi)')),
} satisfies Columns<KpiResult>;

/** What every row says about its KPI, with the stamps; blank where a row has no KPI. */
export const kpiBlock = <Block>(kpiOf: (block: Block) => KpiResult | null) => ({
  ...BOOK,
  ...readThrough(OWN, kpiOf),
  ...STAMPS,
});

import { sentencesIn } from '../../language/languages.ts';
import type { Person, Workspace } from '../../model/workspace.ts';
import { type Cell, type Cells, cellsThrough } from '../cells.ts';
import { unitCode, unitLabel } from '../display-unit.ts';
import type { KpiResult, Results } from '../results.ts';
import { cellUrl } from './cell-url.ts';
import { stampCells } from './stamp-cells.ts';
import { STATUS_SYMBOLS } from './status-symbols.ts';

const sameText = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

const personOf = (name: string, people: readonly Person[]): Person | null =>
  people.find((person) => sameText(person.name, name) || sameText(person.email, name)) ?? null;

/** The owners of a cell that may name several, by name where People knows them. */
export function ownersOf(
  cell: string,
  { people }: Workspace,
): Array<{ name: string; team: string }> {
  return cell
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const person = personOf(part, people);
      return { name: person?.name.trim() || part, team: person?.team ?? '' };
    });
}

/** The text of a line of the Strategy tab. */
export const strategyText = (lineId: string | null, { strategy }: Workspace): Cell =>
  strategy.find(({ id }) => id === lineId)?.text ?? null;

/** Asked once per KPI, however many rows it has. */
function remembered(read: (result: KpiResult) => Cell): (result: KpiResult) => Cell {
  const answers = new Map<KpiResult, Cell>();
  return (result) => {
    const known = answers.get(result);
    if (known !== undefined) return known;
    const answer = read(result);
    answers.set(result, answer);
    return answer;
  };
}

function betterWhen({ evaluation, kpi }: KpiResult): Cell {
  const direction = evaluation.direction ?? kpi.declaredDirection;
  if (direction === null) return null;
  return direction === 1 ? 'higher' : 'lower';
}

function blockCells({ input }: Results): Cells<KpiResult> {
  const { workspace, language } = input;
  const owners = ({ kpi }: KpiResult) => ownersOf(kpi.owner, workspace);
  return {
    kpi_key: ({ kpi }) => `${workspace.workbook.workbookId}:${kpi.id}`,
    kpi_id: ({ kpi }) => kpi.id,
    kpi: ({ kpi }) => kpi.name,
    kpi_order: ({ kpi }) => kpi.order + 1,
    goal_id: ({ goal }) => goal?.goal.id ?? null,
    goal: ({ goal }) => goal?.goal.name ?? null,
    goal_order: ({ goal }) => (goal === null ? null : goal.goal.order + 1),
    strategy: ({ goal }) => strategyText(goal?.goal.strategyLineId ?? null, workspace),
    owner: (result) => owners(result)[0]?.name ?? null,
    owners_text: (result) =>
      owners(result)
        .map(({ name }) => name)
        .join(', '),
    team: (result) => owners(result)[0]?.team ?? null,
    kpi_channel: ({ kpi }) => kpi.channel,
    stage: ({ kpi }) => kpi.stage,
    measure_id: ({ measure }) => measure?.id ?? null,
    measure: ({ measure }) => measure?.name ?? null,
    unit: ({ measure }) => (measure === null ? null : unitCode(measure)),
    unit_label: ({ measure }) => (measure === null ? null : unitLabel(measure, language)),
    better_when: betterWhen,
    kpi_type: ({ evaluation }) => evaluation.type,
    is_critical: ({ kpi }) => kpi.isCritical,
    is_leading: ({ kpi }) => kpi.isLeading,
    status: ({ evaluation }) => evaluation.status,
    status_label: ({ evaluation }) => sentencesIn(language).statuses[evaluation.status],
    status_symbol: ({ evaluation }) => STATUS_SYMBOLS[evaluation.status],
    kpi_url: ({ kpi }) => cellUrl(kpi.place, input),
  };
}

/** What every row says about its KPI, with the stamps; blank where a row has no KPI. */
export function kpiCells<Row>(results: Results, kpiOf: (row: Row) => KpiResult | null): Cells<Row> {
  const cells = Object.entries(blockCells(results)).map(([id, read]) => [id, remembered(read)]);
  return {
    ...stampCells(results),
    ...cellsThrough<Row, KpiResult>(Object.fromEntries(cells), kpiOf),
  };
}

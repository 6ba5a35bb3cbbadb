import { sentencesIn } from '../../core/language/languages.ts';
import { groupBy } from '../../core/model/group-by.ts';
import type { Language } from '../../core/model/workspace.ts';
import { figureText } from '../../drawing/figures.ts';
import type { GapPart } from './board.ts';
import type { Row } from './table-rows.ts';

interface Found {
  readonly text: string;
  /** More than planned is above 0. */
  readonly amount: number;
}

/** None of a KPI of which neither more nor less is better, and where no part differs from its plan. */
function partsOf(kpi: Row, found: readonly Found[]): GapPart[] {
  const direction = { higher: 1, lower: -1 }[kpi.text('better_when')];
  const greatest = Math.max(...found.map(({ amount }) => Math.abs(amount)), 0);
  if (direction === undefined || greatest === 0) return [];
  return found
    .map(({ text, amount }) => ({
      text,
      size: Number(((direction * amount) / greatest).toFixed(3)),
    }))
    .sort((one, other) => one.size - other.size);
}

/** What each driver of an outcome makes more or less of it than planned. */
export const driverParts = (kpi: Row, drivers: readonly Row[]): GapPart[] =>
  partsOf(
    kpi,
    drivers
      .filter((row) => row.text('against') === 'plan')
      .flatMap((row) => {
        const amount = row.number('contribution');
        return amount === null ? [] : [{ text: row.text('driver_text'), amount }];
      }),
  );

/** What each channel brought more or less than planned by the newest interval in which both are known. */
export function channelParts(kpi: Row, channels: readonly Row[], language: Language): GapPart[] {
  const { driver, against, noChange } = sentencesIn(language);
  const { more, less } = against.plan;
  const unit = { kind: 'plain', label: kpi.text('unit_label') } as const;
  const gapOf = (row: Row): number | null => {
    const [actual, plan] = ['actual_to_date', 'plan_to_date'].map(row.number);
    return actual === null || plan === null ? null : actual - plan;
  };
  const found = [...groupBy(channels, (row) => row.text('channel'))].flatMap(([name, rows]) => {
    const amounts = rows.flatMap((row) => gapOf(row) ?? []);
    if (amounts.length === 0) return [];
    const amount = amounts[amounts.length - 1];
    const size = figureText(Math.abs(amount), unit, language);
    const said = amount === 0 ? noChange : (amount > 0 ? more : less)(size);
    return [{ text: driver(name, said), amount }];
  });
  // Alone it is no part of anything.
  return found.length < 2 ? [] : partsOf(kpi, found);
}

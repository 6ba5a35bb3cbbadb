import type { Figure, Measurement } from './figure.ts';

export interface Section extends Pick<Measurement, 'title' | 'note'> {
  readonly figures: readonly Figure[];
}

const VERDICT = (isMet: boolean | null): string =>
  isMet === null ? '' : isMet ? 'met' : 'NOT MET';

export function printSection({ title, note, figures }: Section): void {
  // A line that measures nothing is a remark: as long as it likes.
  const inColumns = figures.filter(({ measured }) => measured !== '');
  const widest = (textOf: (figure: Figure) => string) =>
    Math.max(0, ...inColumns.map((figure) => textOf(figure).length));
  const whatWidth = widest(({ what }) => what);
  const measuredWidth = widest(({ measured }) => measured);
  const boundWidth = widest(({ bound }) => bound);
  console.log(`\n${title}\n${note}`);
  for (const { what, measured, bound, isMet } of figures) {
    const cells = [
      what.padEnd(whatWidth),
      measured.padStart(measuredWidth),
      bound.padStart(boundWidth),
      VERDICT(isMet),
    ];
    console.log(`  ${cells.join('   ').trimEnd()}`);
  }
}

/** Says at the end which bounds are not met; gives the exit code, 1 only for a wrong answer. */
export function printVerdict(sections: readonly Section[]): number {
  const figures = sections.flatMap((section) => section.figures);
  const missed = figures.filter(({ isMet }) => isMet === false);
  console.log(missed.length === 0 ? '\nEvery bound is met.' : '\nNot met:');
  for (const { what, measured, bound } of missed)
    console.log(`  ${what}: ${measured}, not ${bound}`);
  return figures.some(({ isWrong }) => isWrong === true) ? 1 : 0;
}

import { PersonFailure } from '../failures.ts';
import { contentHash } from '../packed-tables/chunks.ts';
import { DATA_FIRST_CELL } from '../workbook/koers-tabs.ts';
import type { DataBlock } from './data-cells.ts';
import { DATA_LAYOUT } from './stored-data.ts';

/** Lifts the blocks of one layout version to the next. */
export type Migration = (blocks: readonly DataBlock[]) => readonly DataBlock[];

/** From version n (the position + 1) to n + 1. Never changed once released. */
const MIGRATIONS: readonly Migration[] = [
  // Tables were encoded otherwise: they are computed again. Closed intervals and months of history
  // say themselves how they are encoded.
  (blocks) => blocks.filter(({ section }) => section !== 'table'),
];

/** These two stand first in every layout, so that any version can read them. */
const LAYOUT_SECTION = DATA_FIRST_CELL;
const REGISTER_SECTION = 'register';

/** A failed run writes the register alone, so it has a hash of its own: its key. */
export const registerBlockOf = (text: string): DataBlock => ({
  section: REGISTER_SECTION,
  key: contentHash(text),
  text,
});

const hashOf = (blocks: readonly DataBlock[]): string =>
  contentHash(
    blocks
      .filter(({ section }) => section !== LAYOUT_SECTION && section !== REGISTER_SECTION)
      .map(({ section, key, text }) => `${section}/${key}/${text}`)
      .join('/'),
  );

/** First of the blocks that it speaks for. */
export const layoutBlockOf = (version: number, blocks: readonly DataBlock[]): DataBlock => ({
  section: LAYOUT_SECTION,
  key: hashOf(blocks),
  text: String(version),
});

/** Integer version of what is stored; null when the tab does not say. */
export function layoutVersionOf(blocks: readonly DataBlock[]): number | null {
  const text = blocks.find(({ section }) => section === LAYOUT_SECTION)?.text;
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}

/** False when somebody changed a cell by hand. */
export function areWhole(blocks: readonly DataBlock[]): boolean {
  const layout = blocks.find(({ section }) => section === LAYOUT_SECTION);
  const register = blocks.find(({ section }) => section === REGISTER_SECTION);
  return (
    layout?.key === hashOf(blocks) &&
    register !== undefined &&
    register.key === contentHash(register.text)
  );
}

/** The blocks in the present layout; what a newer Koers wrote is refused, never guessed at. */
export function migrate(
  blocks: readonly DataBlock[],
  version: number,
  tabTitle: string,
  migrations: readonly Migration[] = MIGRATIONS,
  present: number = DATA_LAYOUT,
): readonly DataBlock[] {
  if (version > present) throw new PersonFailure('NEWER_LAYOUT', { tab: tabTitle });
  return migrations.slice(version - 1, present - 1).reduce((old, step) => step(old), blocks);
}

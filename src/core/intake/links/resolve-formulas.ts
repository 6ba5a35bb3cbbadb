import { type FormulaNode, measuresIn, operandsOf, withOperands } from '../../model/formula.ts';
import type { IssueCode } from '../../model/issue-details.ts';
import { followReferences } from '../../model/reference-chains.ts';
import { type NameIndex, nameIndex } from '../rows/name-index.ts';
import type { ReadContext } from '../rows/read-context.ts';
import type { MeasureDraft } from '../tabs/measure-draft.ts';

/** Operand names become measure ids. A name that means nothing, or a circle, breaks the measure. */
export function resolveFormulas(
  drafts: readonly MeasureDraft[],
  context: ReadContext,
): MeasureDraft[] {
  const index = nameIndex('measures', drafts);
  const named = drafts.map((draft) => resolveNames(draft, index, context));
  return breakHopeless(named, context);
}

function resolveNames(
  draft: MeasureDraft,
  index: NameIndex<MeasureDraft>,
  context: ReadContext,
): MeasureDraft {
  if (draft.formula === null) return draft;
  const idOfName = new Map<string, string>();
  const errors: IssueCode[] = [];
  for (const name of measuresIn(draft.formula)) {
    const found = index.find(name);
    if (found.length === 1) idOfName.set(name, found[0].id);
    else {
      errors.push('E_FORMULA_NAME');
      context.issues.add('E_FORMULA_NAME', formulaPlace(draft), {
        received: name,
        suggestion: { nearest: index.nearest(name) },
        chain: `${draft.name} → ${name}`,
      });
    }
  }
  if (errors.length > 0) return { ...draft, formula: null, errors: [...draft.errors, ...errors] };
  return { ...draft, formula: renameOperands(draft.formula, idOfName) };
}

const formulaPlace = (draft: MeasureDraft) => draft.row?.place('formula') ?? draft.place;

function renameOperands(node: FormulaNode, idOfName: ReadonlyMap<string, string>): FormulaNode {
  if (node.kind === 'measure') {
    return { kind: 'measure', measureId: idOfName.get(node.measureId) ?? node.measureId };
  }
  return withOperands(
    node,
    operandsOf(node).map((operand) => renameOperands(operand, idOfName)),
  );
}

/** How many windows a formula may look back on, through one another. */
const MOST_WINDOWS = 1000;

/** What is known of a measure when all that it rests on is known. */
interface Reach {
  readonly errors: readonly IssueCode[];
  /**
   * Measures with a window that its formula comes to when it is written out, and by how many windows
   * each of them looks back itself: what they make is not kept, as that of a formula is.
   */
  readonly windows: ReadonlyMap<string, number>;
  /** It looks back on more than may be: its formula goes. */
  readonly isTooFar: boolean;
}

const OWN_VALUES: Reach = { errors: [], windows: new Map(), isTooFar: false };

const countOf = (windows: Reach['windows']): number =>
  [...windows.values()].reduce((sum, count) => sum + count, 0);

/**
 * A circle breaks the measures in it, and a formula over a broken measure is broken too, however
 * long the way. So is one that looks back further than anybody can wait for.
 */
function breakHopeless(drafts: readonly MeasureDraft[], context: ReadContext): MeasureDraft[] {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const { inOrder, circleOf } = followReferences(drafts, ({ formula }) =>
    formula === null ? [] : measuresIn(formula).flatMap((id) => byId.get(id) ?? []),
  );
  const reachOf = new Map<string, Reach>();
  for (const draft of inOrder) {
    const circular = { ...OWN_VALUES, errors: ['E_FORMULA_CYCLE'] as const };
    reachOf.set(draft.id, circleOf.has(draft) ? circular : reachOver(draft, byId, reachOf));
  }
  return drafts.map((draft) => {
    const { errors, isTooFar } = reachOf.get(draft.id) ?? OWN_VALUES;
    const chain = circleOf.get(draft);
    if (chain !== undefined) {
      context.issues.add('E_FORMULA_CYCLE', formulaPlace(draft), { chain });
    } else if (isTooFar && errors.includes('E_FORMULA_REACH')) {
      context.issues.add('E_FORMULA_REACH', formulaPlace(draft), { most: MOST_WINDOWS });
    }
    return {
      ...draft,
      formula: chain !== undefined || isTooFar ? null : draft.formula,
      errors: [...new Set([...draft.errors, ...errors])],
    };
  });
}

/** @param reachOf of all that it names */
function reachOver(
  { formula, errors: own }: MeasureDraft,
  byId: ReadonlyMap<string, MeasureDraft>,
  reachOf: ReadonlyMap<string, Reach>,
): Reach {
  if (formula === null) return { ...OWN_VALUES, errors: own };
  const named = measuresIn(formula);
  const over = (id: string): Reach => reachOf.get(id) ?? OWN_VALUES;
  const errors = new Set([...own, ...named.flatMap((id) => over(id).errors)]);
  const parts = named.flatMap((id): Reach['windows'][] => {
    const { windows } = over(id);
    const isWindow = (byId.get(id)?.window ?? null) !== null;
    const seen = isWindow ? new Map([[id, 1 + countOf(windows)]]) : windows;
    return seen.size === 0 ? [] : [seen];
  });
  const windows = parts.length === 1 ? parts[0] : new Map(parts.flatMap((part) => [...part]));
  if (countOf(windows) <= MOST_WINDOWS) return { errors: [...errors], windows, isTooFar: false };
  // One that rests on something broken says no more than that.
  return {
    ...OWN_VALUES,
    errors: errors.size > 0 ? [...errors] : ['E_FORMULA_REACH'],
    isTooFar: true,
  };
}

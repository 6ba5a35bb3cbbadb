import { type FormulaNode, measuresIn } from '../../model/formula.ts';
import type { IssueCode } from '../../model/issue-details.ts';
import { type NameIndex, nameIndex } from '../rows/name-index.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { followReferences } from '../rows/reference-chains.ts';
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
  switch (node.kind) {
    case 'number':
      return node;
    case 'measure':
      return { kind: 'measure', measureId: idOfName.get(node.measureId) ?? node.measureId };
    case 'negate':
      return { kind: 'negate', operand: renameOperands(node.operand, idOfName) };
    case 'binary':
      return {
        kind: 'binary',
        operator: node.operator,
        left: renameOperands(node.left, idOfName),
        right: renameOperands(node.right, idOfName),
      };
    case 'call':
      return {
        kind: 'call',
        name: node.name,
        operands: node.operands.map((operand) => renameOperands(operand, idOfName)),
      };
  }
}

/** How many measures a formula may name with the formulas of those it names, and of those they name. */
const MOST_NAMES = 1000;

/** What is known of a measure when all that it rests on is known. */
interface Reach {
  readonly errors: readonly IssueCode[];
  /** Measures named by its formula and by those of what it names, each as often as it is named. */
  readonly nameCount: number;
  /** It names more than may be: its formula goes. */
  readonly isTooFar: boolean;
}

const OWN_VALUES: Reach = { errors: [], nameCount: 0, isTooFar: false };

/**
 * A circle breaks the measures in it, and a formula over a broken measure is broken too, however
 * long the way. So is one that writes out to more than anybody can wait for.
 */
function breakHopeless(drafts: readonly MeasureDraft[], context: ReadContext): MeasureDraft[] {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const { inOrder, circleOf } = followReferences(drafts, ({ formula }) =>
    formula === null ? [] : measuresIn(formula).flatMap((id) => byId.get(id) ?? []),
  );
  const reachOf = new Map<string, Reach>();
  for (const draft of inOrder) {
    const circular = { ...OWN_VALUES, errors: ['E_FORMULA_CYCLE'] as const };
    reachOf.set(draft.id, circleOf.has(draft) ? circular : reachOver(draft, reachOf));
  }
  return drafts.map((draft) => {
    const { errors, isTooFar } = reachOf.get(draft.id) ?? OWN_VALUES;
    const chain = circleOf.get(draft);
    if (chain !== undefined) {
      context.issues.add('E_FORMULA_CYCLE', formulaPlace(draft), { chain });
    } else if (isTooFar && errors.includes('E_FORMULA_REACH')) {
      context.issues.add('E_FORMULA_REACH', formulaPlace(draft), { most: MOST_NAMES });
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
  reachOf: ReadonlyMap<string, Reach>,
): Reach {
  if (formula === null) return { ...OWN_VALUES, errors: own };
  const over = (id: string): Reach => reachOf.get(id) ?? OWN_VALUES;
  const errors = new Set([...own, ...measuresIn(formula).flatMap((id) => over(id).errors)]);
  const nameCount = namesIn(formula, (id) => over(id).nameCount);
  if (nameCount <= MOST_NAMES) return { errors: [...errors], nameCount, isTooFar: false };
  // One that rests on something broken says no more than that.
  return {
    errors: errors.size > 0 ? [...errors] : ['E_FORMULA_REACH'],
    nameCount: 0,
    isTooFar: true,
  };
}

function namesIn(node: FormulaNode, countOf: (measureId: string) => number): number {
  if (node.kind === 'number') return 0;
  if (node.kind === 'measure') return 1 + countOf(node.measureId);
  if (node.kind === 'negate') return namesIn(node.operand, countOf);
  const parts = node.kind === 'call' ? node.operands : [node.left, node.right];
  return parts.reduce((sum, part) => sum + namesIn(part, countOf), 0);
}

import { type FormulaNode, measuresIn } from '../../model/formula.ts';
import type { IssueCode } from '../../model/issue-details.ts';
import { type NameIndex, nameIndex } from '../rows/name-index.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { chainsInCircles } from '../rows/reference-chains.ts';
import type { MeasureDraft } from '../tabs/measure-draft.ts';

/** Operand names become measure ids. A name that means nothing, or a circle, breaks the measure. */
export function resolveFormulas(
  drafts: readonly MeasureDraft[],
  context: ReadContext,
): MeasureDraft[] {
  const index = nameIndex('measures', drafts);
  const named = drafts.map((draft) => resolveNames(draft, index, context));
  return spreadErrors(breakCircles(named, context));
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

const operandsOf = (
  draft: MeasureDraft,
  byId: ReadonlyMap<string, MeasureDraft>,
): MeasureDraft[] =>
  draft.formula === null ? [] : measuresIn(draft.formula).flatMap((id) => byId.get(id) ?? []);

function breakCircles(drafts: readonly MeasureDraft[], context: ReadContext): MeasureDraft[] {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const circles = chainsInCircles(drafts, (draft) => operandsOf(draft, byId));
  return drafts.map((draft) => {
    const chain = circles.get(draft);
    if (chain === undefined) return draft;
    const names = chain.map(({ name }) => name).join(' → ');
    context.issues.add('E_FORMULA_CYCLE', formulaPlace(draft), { chain: names });
    return { ...draft, formula: null, errors: [...draft.errors, 'E_FORMULA_CYCLE'] };
  });
}

/** A formula over a broken measure is broken too, however long the way. */
function spreadErrors(drafts: readonly MeasureDraft[]): MeasureDraft[] {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const settled = new Map<string, readonly IssueCode[]>();
  const errorsOf = (draft: MeasureDraft): readonly IssueCode[] => {
    const known = settled.get(draft.id);
    if (known !== undefined) return known;
    settled.set(draft.id, draft.errors);
    const inherited = operandsOf(draft, byId).flatMap(errorsOf);
    const errors = [...new Set([...draft.errors, ...inherited])];
    settled.set(draft.id, errors);
    return errors;
  };
  return drafts.map((draft) => ({ ...draft, errors: errorsOf(draft) }));
}

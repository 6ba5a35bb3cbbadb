import { a1Of, quotedTabName } from '../workbook/a1-notation.ts';
import type { ValidationRule } from '../workbook/workbook.ts';
import { type Emulates, emulatedObject, stateOf } from './emulated-object.ts';
import { checkArguments, notEmulated } from './host-bridge.ts';
import { RANGE, type RangeState, tabOf } from './range-state.ts';
import { gridRange } from './workbook-access.ts';

const RULE = 'SpreadsheetApp.DataValidation';
const BUILDER = 'SpreadsheetApp.DataValidationBuilder';

/** The Sheets API's names of conditions, as SpreadsheetApp's DataValidationCriteria calls them. */
const CRITERIA: Record<string, string> = {
  ONE_OF_LIST: 'VALUE_IN_LIST',
  ONE_OF_RANGE: 'VALUE_IN_RANGE',
  BOOLEAN: 'CHECKBOX',
  NUMBER_GREATER: 'NUMBER_GREATER_THAN',
  NUMBER_GREATER_THAN_EQ: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  NUMBER_BETWEEN: 'NUMBER_BETWEEN',
  DATE_IS_VALID: 'DATE_IS_VALID_DATE',
  CUSTOM_FORMULA: 'CUSTOM_FORMULA',
};

const ruleMembers = {
  getAllowInvalid: (rule) => rule.strict !== true,
  getHelpText: (rule) => rule.inputMessage ?? '',
  getCriteriaType: (rule) => CRITERIA[rule.condition.type] ?? rule.condition.type,
  getCriteriaValues: (rule) => {
    const values = (rule.condition.values ?? []).map((value) => value.userEnteredValue);
    return rule.condition.type === 'ONE_OF_LIST' ? [values, rule.showCustomUi === true] : values;
  },
  copy: (rule) => builder(rule),
} satisfies Emulates<GoogleAppsScript.Spreadsheet.DataValidation, ValidationRule>;

export function validationObject(rule: ValidationRule): unknown {
  return emulatedObject(RULE, ruleMembers, rule);
}

/** The rule behind a DataValidation object; null clears a cell's validation. */
export function ruleOf(value: unknown): ValidationRule | null {
  if (value === null) return null;
  const rule = stateOf<ValidationRule>(RULE, value);
  if (rule === null) throw notEmulated('A data validation that newDataValidation() did not build');
  return rule;
}

interface BuilderState {
  rule: Partial<ValidationRule>;
}

function conditionOf(type: string, values: readonly unknown[]): Pick<ValidationRule, 'condition'> {
  return {
    condition: { type, values: values.map((value) => ({ userEnteredValue: String(value) })) },
  };
}

/** Each method of the builder changes it and gives it back. */
function change(state: BuilderState, part: Partial<ValidationRule>): BuilderState {
  state.rule = { ...state.rule, ...part };
  return state;
}

const builderMembers = {
  requireValueInList: (state: BuilderState, values: unknown[], showDropdown = true) => {
    checkArguments(`${BUILDER}.requireValueInList`, [values], ['array']);
    return change(state, { ...conditionOf('ONE_OF_LIST', values), showCustomUi: showDropdown });
  },
  requireValueInRange: (state: BuilderState, range: unknown, showDropdown = true) => {
    const source = stateOf<RangeState>(RANGE, range);
    if (source === null) throw notEmulated('requireValueInRange without a Range');
    const name = `=${quotedTabName(tabOf(source).title)}!${a1Of(source.rectangle)}`;
    return change(state, { ...conditionOf('ONE_OF_RANGE', [name]), showCustomUi: showDropdown });
  },
  requireCheckbox: (state: BuilderState, ...values: unknown[]) =>
    change(state, conditionOf('BOOLEAN', values)),
  requireDate: (state: BuilderState) => change(state, conditionOf('DATE_IS_VALID', [])),
  requireNumberBetween: (state: BuilderState, start: number, end: number) =>
    change(state, conditionOf('NUMBER_BETWEEN', [start, end])),
  requireNumberGreaterThan: (state: BuilderState, number: number) =>
    change(state, conditionOf('NUMBER_GREATER', [number])),
  requireNumberGreaterThanOrEqualTo: (state: BuilderState, number: number) =>
    change(state, conditionOf('NUMBER_GREATER_THAN_EQ', [number])),
  requireFormulaSatisfied: (state: BuilderState, formula: string) =>
    change(state, conditionOf('CUSTOM_FORMULA', [formula])),
  // [documented] Allowed unless said otherwise: the cell then only shows a warning.
  setAllowInvalid: (state: BuilderState, allowInvalid: boolean) =>
    change(state, { strict: !allowInvalid }),
  setHelpText: (state: BuilderState, inputMessage: string) => change(state, { inputMessage }),
  build: ({ rule }: BuilderState) => {
    if (rule.condition === undefined) throw notEmulated('build() of a rule without a criterion');
    return validationObject({ ...rule, condition: rule.condition });
  },
} satisfies Emulates<GoogleAppsScript.Spreadsheet.DataValidationBuilder, BuilderState>;

const builder = (rule: Partial<ValidationRule>): unknown =>
  emulatedObject(BUILDER, builderMembers, { rule });

export const newDataValidation = (): unknown => builder({});

/** The request that puts one rule on every cell of a range, or takes it away. */
export function validationRequest(
  { sheetId, rectangle }: RangeState,
  rule: ValidationRule | null,
): object {
  const range = gridRange(sheetId, rectangle);
  return { setDataValidation: { range, ...(rule !== null && { rule }) } };
}

import type { Cell, FilterClause } from '../../src/preview/data-studio/contract.ts';
import { compileFilters } from '../../src/preview/data-studio/filter.ts';

type Keeps = (read: (fieldName: string) => Cell) => boolean;

/**
 * What the page on filters leaves open, each turned the other way than in `compileFilters`: capitals
 * in CONTAINS, a number as its text, "less than or equal", a blank cell that is excluded, a moment
 * that is asked for by a day.
 */
export function otherReading(filters: readonly (readonly FilterClause[])[]): Keeps {
  const holds = ({ operator, values, type, fieldName }: FilterClause, whole: Cell): boolean => {
    const isByDay = /^\d{14}$/.test(String(whole)) && values.every((own) => /^\d{8}$/.test(own));
    const cell = isByDay ? String(whole).slice(0, 8) : whole;
    if (operator !== 'IS_NULL' && cell === null) return false;
    const usual = compileFilters([[{ fieldName, operator, values, type: 'INCLUDE' }]]);
    const lower = (text: string) => text.toLowerCase();
    const found = (() => {
      if (operator === 'CONTAINS') return lower(String(cell)).includes(lower(values[0] ?? ''));
      if (operator === 'EQUALS') return String(cell) === values[0];
      if (operator === 'IN_LIST') return values.includes(String(cell));
      if (operator === 'NUMERIC_LESS_THAN') return Number(cell) <= Number(values[0]);
      return usual(() => cell);
    })();
    return found === (type === 'INCLUDE');
  };
  return (read) =>
    filters.every((clauses) => clauses.some((own) => holds(own, read(own.fieldName))));
}

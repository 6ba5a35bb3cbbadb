import { known } from '../../src/core/model/quantity.ts';
import type { ResultInput } from '../../src/core/tables/results.ts';
import {
  on,
  sampleEvaluation,
  sampleKpi,
  sampleKpiEvaluation,
  sampleMeasure,
  sampleWorkspace,
} from './sample-evaluation.ts';
import type { ServedTable } from './served-table.ts';

/** What the tables are made of: the sample workbook, with these changes. */
export const input = (changes: Partial<ResultInput> = {}): ResultInput => ({
  workspace: sampleWorkspace(),
  evaluation: sampleEvaluation(),
  issues: [],
  language: 'en',
  recalculation: {
    day: on('2026-02-15'),
    secondsOfDay: 21_780,
    by: 'anna@example.com',
    version: '1.2',
  },
  history: [],
  viewDay: on('2026-02-15'),
  ...changes,
});

/** A row of a table by its ids. */
export const rowOf = ({ columns }: ServedTable, at = 0) =>
  Object.fromEntries(Object.entries(columns).map(([id, cells]) => [id, cells[at]]));

/** A second KPI: conversion, brought from 2% to 3%, in percent. */
export const conversion = () => ({
  measure: sampleMeasure({
    id: 'conversion',
    name: 'Conversion',
    unit: { kind: 'percent' },
    aggregation: null,
  }),
  kpi: sampleKpi({
    id: 'conversion',
    name: 'Conversion',
    measureId: 'conversion',
    order: 1,
    weight: 3,
  }),
  evaluation: sampleKpiEvaluation({
    kpiId: 'conversion',
    family: 'average',
    status: 'on_course',
    actual: known(0.024),
    target: known(0.03),
    plan: known(0.0235),
    gap: known(0.0005),
    baseline: known(0.02),
    speed: known(0.0001),
    score: known(1),
    weight: 3,
    progress: known(0.4),
  }),
});

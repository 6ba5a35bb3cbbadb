import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import { differencesOn } from './differences.ts';
import { workbookOf } from './random-workbook.ts';

test('x', () => {
  for (let seed = 0; seed < 1; seed++) {}
  const { workspace, today } = workbookOf(Number(process.env.SEED));
  const d = differencesOn(workbookOf(Number(process.env.SEED)));
  console.log(d);
  const k = workspace.kpis.find((k) => k.id === process.env.KPI)!;
  console.log(
    JSON.stringify(k),
    JSON.stringify(workspace.measures.find((m) => m.id === k.measureId)),
    JSON.stringify(workspace.milestones.filter((m) => m.kpiId === k.id)),
    JSON.stringify(workspace.targetChanges.filter((m) => m.kpiId === k.id)),
  );
  const e = evaluateWorkspace(workspace, today).kpis.find((x) => x.kpiId === k.id)!;
  console.log(JSON.stringify({ ...e, timeline: 0, channels: 0 }));
});

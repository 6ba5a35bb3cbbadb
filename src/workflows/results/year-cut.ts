import type { YearCut } from '../../core/model/period.ts';
import type { Workspace } from '../../core/model/workspace.ts';

/** Where the workbook's years, quarters and months begin. */
export const cutOf = ({ settings, customPeriods }: Workspace): YearCut => ({
  fiscalStartMonth: settings.fiscalStartMonth,
  customPeriods,
});

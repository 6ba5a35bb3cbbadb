import { drawMeterReport } from './meter-picture.ts';
import { showReport } from './show-report.ts';

showReport(drawMeterReport, 'name');

import { drawRouteReport } from './route-picture.ts';
import { showReport } from './show-report.ts';

showReport(drawRouteReport, 'lane');

import { h } from '../../board/dom.ts';
import type { Shape } from '../../drawing/shape.ts';
import { svgNode } from '../../drawing/write-svg.ts';
import type { QueryResult } from '../data-studio/query-types.ts';
import type { Chart } from '../report/chart.ts';
import { communityPicture } from './community-picture.ts';
import { dataTable } from './data-table.ts';
import { bars, gauge, pivot, scorecard, series } from './figure-charts.ts';
import type { PageContext } from './page-context.ts';

/** What Data Studio answers, drawn as a report would. */
export function chartView(
  { kind, table, across }: Pick<Chart, 'kind' | 'table' | 'across'>,
  result: QueryResult,
  caption: string,
  context: PageContext,
): HTMLElement {
  switch (kind) {
    case 'table':
      return dataTable(result, caption, context);
    case 'pivot':
      return pivot(result, across, context);
    case 'scorecard':
      return scorecard(result, context);
    case 'bar':
      return bars(result, context);
    case 'gauge':
      return gauge(result, context);
    case 'series':
      return series(result, context);
    case 'route':
    case 'meter':
      return community(communityPicture(kind, result, table, context.language));
  }
}

function community(picture: Shape): HTMLElement {
  const place = h('div', { class: 'community-chart' });
  place.append(svgNode(picture, document));
  return place;
}

import { getHeight, getWidth, objectTransform, subscribeToData } from '@google/dscc';
import { svgNode } from '../drawing/write-svg.ts';
import type { ReportMessage } from './message.ts';
import { filteredOn, toggleFilter } from './report-filter.ts';
import type { Surroundings } from './report-look.ts';
import type { DrawnReport } from './route-picture.ts';
import { keyboardFor, laneOf, spotUnder } from './spots.ts';
import { showTips } from './tip.ts';

type Draw = (message: ReportMessage, around: Surroundings) => DrawnReport;

function reportRoot(): HTMLElement {
  const root = document.createElement('div');
  root.className = 'koers';
  document.body.append(root);
  return root;
}

/** The others step back while the report is filtered on one of them. */
function dimOthers(root: Element, values: readonly string[], picked: string | null): void {
  for (const lane of root.querySelectorAll('[data-lane]')) {
    lane.classList.toggle('other', picked !== null && values[laneOf(lane)] !== picked);
  }
}

/** Draws every message that the report sends, and tells the report what was chosen. */
export function showReport(draw: Draw, filterSlot: string): void {
  const root = reportRoot();
  const hideTip = showTips(root);
  const keyboard = keyboardFor(root);
  let message: ReportMessage | null = null;
  let values: readonly string[] = [];

  const redraw = (newest: ReportMessage): void => {
    const hadFocus = root.contains(document.activeElement);
    const around = { width: getWidth(), height: getHeight(), locale: navigator.language };
    const drawn = draw(newest, around);
    [message, values] = [newest, drawn.values];
    hideTip();
    root.querySelector('svg')?.remove();
    root.prepend(svgNode(drawn.shape, document));
    dimOthers(root, values, filteredOn(newest, filterSlot));
    keyboard.renew(hadFocus);
  };

  const pick = (spot: Element): void => {
    const value = values[laneOf(spot)];
    if (message !== null && value !== undefined) toggleFilter(message, filterSlot, value);
  };

  root.addEventListener('keydown', (event) => {
    const spot = spotUnder(event.target);
    const { key } = event;
    if (key === 'Escape') hideTip();
    else if (spot !== null && (key === 'Enter' || key === ' ')) pick(spot);
    else if (spot === null || !keyboard.follow(spot, key)) return;
    event.preventDefault();
  });
  root.addEventListener('click', ({ target }) => {
    const spot = spotUnder(target);
    if (spot === null) return;
    keyboard.focus(spot);
    pick(spot);
  });
  addEventListener('resize', () => {
    if (message !== null) redraw(message);
  });
  // SAFETY: the library's own form of a message, of which less is relied on.
  subscribeToData((newest) => redraw(newest as unknown as ReportMessage), {
    transform: objectTransform,
  });
}

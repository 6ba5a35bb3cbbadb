import {
  clearInteraction,
  getHeight,
  getWidth,
  InteractionType,
  objectTransform,
  sendInteraction,
  subscribeToData,
} from '@google/dscc';
import { svgNode } from '../drawing/write-svg.ts';
import { fieldIn, type ReportMessage } from './message.ts';
import { FILTER_ID } from './panel.ts';
import type { Surroundings } from './report-look.ts';
import type { DrawnReport } from './route-picture.ts';

type Draw = (message: ReportMessage, around: Surroundings) => DrawnReport;

/** What the viewer filtered the report on; null where that is nothing, or not of this chart. */
function filteredOn({ interactions }: ReportMessage, fieldId: string | undefined): string | null {
  const data: unknown = interactions[FILTER_ID]?.value;
  const { concepts, values } =
    (data as { data?: { concepts?: string[]; values?: unknown[][] } } | undefined)?.data ?? {};
  if (fieldId === undefined || concepts?.[0] !== fieldId) return null;
  const value = values?.[0]?.[0];
  return value === undefined || value === null ? null : String(value);
}

/** What stands by what is pointed at or has the keyboard: its own description, as text. */
function tipOn(root: HTMLElement) {
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true');
  root.append(tip);
  return {
    show(spot: Element): void {
      tip.textContent = spot.getAttribute('aria-label');
      tip.hidden = false;
      const box = spot.getBoundingClientRect();
      const below = box.bottom + 8;
      const top = below + tip.offsetHeight > innerHeight ? box.top - tip.offsetHeight - 8 : below;
      const left = Math.min(
        box.left + box.width / 2 - tip.offsetWidth / 2,
        innerWidth - tip.offsetWidth - 4,
      );
      tip.style.left = `${Math.max(4, left)}px`;
      tip.style.top = `${Math.max(4, top)}px`;
    },
    hide(): void {
      tip.hidden = true;
    },
  };
}

const spotUnder = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest('[data-spot]') : null;

const laneOf = (spot: Element): number =>
  Number(spot.closest('[data-lane]')?.getAttribute('data-lane') ?? Number.NaN);

/** Where the arrow keys lead: along a lane, or to the one above or below. */
function nextSpot(spots: readonly Element[], from: Element, key: string): Element | undefined {
  const at = spots.indexOf(from);
  if (key === 'ArrowRight') return spots[at + 1];
  if (key === 'ArrowLeft') return spots[at - 1];
  if (key === 'Home') return spots[0];
  if (key === 'End') return spots[spots.length - 1];
  const heads = spots.filter((spot) => spot.getAttribute('data-spot') === 'lane');
  const own = heads.findIndex((head) => laneOf(head) === laneOf(from));
  if (key === 'ArrowDown') return heads[own + 1];
  if (key === 'ArrowUp') return spots.indexOf(heads[own]) === at ? heads[own - 1] : heads[own];
  return undefined;
}

/** Draws every message that the report sends, and tells the report what was pointed at. */
export function showReport(draw: Draw, filterSlot: string): void {
  const root = document.createElement('div');
  root.className = 'koers';
  document.body.append(root);
  const tip = tipOn(root);
  let shown: { message: ReportMessage; drawn: DrawnReport } | null = null;
  let focused = 0;

  const spots = (): Element[] => [...root.querySelectorAll('[data-spot]')];

  const redraw = (message: ReportMessage): void => {
    const had = root.contains(document.activeElement);
    const drawn = draw(message, {
      width: getWidth(),
      height: getHeight(),
      locale: navigator.language,
    });
    shown = { message, drawn };
    tip.hide();
    root.querySelector('svg')?.remove();
    const svg = svgNode(drawn.shape, document);
    root.prepend(svg);
    const picked = filteredOn(message, fieldIn(message, filterSlot)?.id);
    for (const lane of root.querySelectorAll('[data-lane]')) {
      const isOther = picked !== null && drawn.values[laneOf(lane)] !== picked;
      lane.classList.toggle('other', isOther);
    }
    const all = spots();
    focused = Math.min(focused, Math.max(0, all.length - 1));
    for (const [at, spot] of all.entries())
      spot.setAttribute('tabindex', at === focused ? '0' : '-1');
    const again = all[focused];
    if (had && again instanceof SVGElement) again.focus();
  };

  const pick = (spot: Element): void => {
    if (shown === null) return;
    const { message, drawn } = shown;
    const field = fieldIn(message, filterSlot)?.id;
    const value = drawn.values[laneOf(spot)];
    if (field === undefined || value === undefined || interactionIsOff(message)) return;
    if (filteredOn(message, field) === value)
      clearInteraction(FILTER_ID, InteractionType.FILTER, undefined);
    else {
      const filter = { concepts: [field], values: [[value]] };
      sendInteraction(FILTER_ID, InteractionType.FILTER, filter);
    }
  };

  const move = (to: Element | undefined): void => {
    if (!(to instanceof SVGElement)) return;
    const all = spots();
    all[focused]?.setAttribute('tabindex', '-1');
    focused = all.indexOf(to);
    to.setAttribute('tabindex', '0');
    to.focus();
  };

  root.addEventListener('keydown', (event) => {
    const spot = spotUnder(event.target);
    if (event.key === 'Escape') tip.hide();
    else if (spot !== null && (event.key === 'Enter' || event.key === ' ')) pick(spot);
    else if (spot !== null && nextSpot(spots(), spot, event.key) !== undefined) {
      move(nextSpot(spots(), spot, event.key));
    } else return;
    event.preventDefault();
  });
  root.addEventListener('click', (event) => {
    const spot = spotUnder(event.target);
    if (spot === null) return;
    move(spot);
    pick(spot);
  });
  for (const kind of ['pointerover', 'focusin']) {
    root.addEventListener(kind, ({ target }) => {
      const spot = spotUnder(target);
      if (spot === null) tip.hide();
      else tip.show(spot);
    });
  }
  for (const kind of ['pointerleave', 'focusout']) root.addEventListener(kind, () => tip.hide());
  addEventListener('resize', () => {
    if (shown !== null) redraw(shown.message);
  });
  subscribeToData((message) => redraw(message as unknown as ReportMessage), {
    transform: objectTransform,
  });
}

/** Without an interaction in the message the editor has none of it declared. */
const interactionIsOff = ({ interactions }: ReportMessage): boolean =>
  interactions[FILTER_ID] === undefined;

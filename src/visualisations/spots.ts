/** What can be pointed at and reached by the keyboard: lanes, meters, milestones, events. */
const spotsIn = (root: Element): SVGElement[] => [
  ...root.querySelectorAll<SVGElement>('[data-spot]'),
];

export const spotUnder = (target: EventTarget | null): SVGElement | null =>
  target instanceof Element ? target.closest<SVGElement>('[data-spot]') : null;

/** Position of its lane or meter. */
export const laneOf = (spot: Element): number =>
  Number(spot.closest('[data-lane]')?.getAttribute('data-lane') ?? Number.NaN);

/** Where the arrow keys lead: along a lane, or to the one above or below. */
function nextSpot(
  spots: readonly SVGElement[],
  from: SVGElement,
  key: string,
): SVGElement | undefined {
  const at = spots.indexOf(from);
  if (key === 'ArrowRight') return spots[at + 1];
  if (key === 'ArrowLeft') return spots[at - 1];
  if (key === 'Home') return spots[0];
  if (key === 'End') return spots[spots.length - 1];
  const heads = spots.filter((spot) => spot.getAttribute('data-spot') === 'lane');
  const own = heads.findIndex((head) => laneOf(head) === laneOf(from));
  if (key === 'ArrowDown') return heads[own + 1];
  if (key === 'ArrowUp') return heads[own] === from ? heads[own - 1] : heads[own];
  return undefined;
}

/** One spot of a picture is reached with the Tab key; the arrow keys lead to the others. */
export function keyboardFor(root: Element) {
  let focused = 0;
  const focus = (spot: SVGElement): void => {
    const spots = spotsIn(root);
    spots[focused]?.setAttribute('tabindex', '-1');
    focused = spots.indexOf(spot);
    spot.setAttribute('tabindex', '0');
    spot.focus();
  };
  return {
    focus,
    /** After another picture was drawn: the same place is the stop. */
    renew(hadFocus: boolean): void {
      const spots = spotsIn(root);
      focused = Math.min(focused, Math.max(0, spots.length - 1));
      for (const [at, spot] of spots.entries()) {
        spot.setAttribute('tabindex', at === focused ? '0' : '-1');
      }
      if (hadFocus) spots[focused]?.focus();
    },
    /** Whether the key leads anywhere. */
    follow(spot: SVGElement, key: string): boolean {
      const next = nextSpot(spotsIn(root), spot, key);
      if (next !== undefined) focus(next);
      return next !== undefined;
    },
  };
}

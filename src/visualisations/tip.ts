import { spotUnder } from './spots.ts';

/** What a tip stands beside: the pointer, or all of what has the keyboard. */
interface Beside {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

function boxBeside(spot: Element): Beside {
  const { left, width, top, bottom } = spot.getBoundingClientRect();
  return { x: left + width / 2, top, bottom };
}

function show(tip: HTMLElement, spot: Element, { x, top, bottom }: Beside): void {
  tip.textContent = spot.getAttribute('aria-label');
  tip.hidden = false;
  const below = bottom + 8;
  const high = below + tip.offsetHeight > innerHeight ? top - tip.offsetHeight - 8 : below;
  const left = Math.min(x - tip.offsetWidth / 2, innerWidth - tip.offsetWidth - 4);
  tip.style.left = `${Math.max(4, left)}px`;
  tip.style.top = `${Math.max(4, high)}px`;
}

/** What is pointed at or has the keyboard, said in full beside it; gives what takes it away. */
export function showTips(root: HTMLElement): () => void {
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  // It says what its spot is called already.
  tip.setAttribute('aria-hidden', 'true');
  root.append(tip);
  const hide = (): void => {
    tip.hidden = true;
  };
  root.addEventListener('pointermove', ({ target, clientX: x, clientY: y }) => {
    const spot = spotUnder(target);
    if (spot === null) hide();
    else show(tip, spot, { x, top: y - 4, bottom: y + 12 });
  });
  root.addEventListener('focusin', ({ target }) => {
    const spot = spotUnder(target);
    if (spot !== null) show(tip, spot, boxBeside(spot));
  });
  root.addEventListener('pointerleave', hide);
  root.addEventListener('focusout', hide);
  return hide;
}

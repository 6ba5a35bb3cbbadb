export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A label and where it could stand, the best place first. */
export interface Candidate<Label> {
  readonly label: Label;
  readonly places: readonly Box[];
}

export interface Placed<Label> {
  readonly label: Label;
  readonly box: Box;
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

const isWithin = (box: Box, frame: Box): boolean =>
  box.left >= frame.left &&
  box.right <= frame.right &&
  box.top >= frame.top &&
  box.bottom <= frame.bottom;

/**
 * Labels that lie on nothing and within the frame, the most important first. One without a free
 * place is left out: a label that cannot be read tells less than none.
 */
export function placeLabels<Label>(
  byImportance: readonly Candidate<Label>[],
  frame: Box,
  obstacles: readonly Box[] = [],
): Placed<Label>[] {
  const taken = [...obstacles];
  return byImportance.flatMap(({ label, places }) => {
    const free = places.find(
      (box) => isWithin(box, frame) && !taken.some((other) => overlap(box, other)),
    );
    if (free === undefined) return [];
    taken.push(free);
    return [{ label, box: free }];
  });
}

/** A box of this width around x, moved aside where it would leave the frame. */
export function boxAround(x: number, width: number, top: number, height: number, frame: Box): Box {
  const left = Math.max(frame.left, Math.min(x - width / 2, frame.right - width));
  return { left, top, right: left + width, bottom: top + height };
}

/** Puts labels beside marks so that no label covers another label or a mark, as far as there is room. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LabelWish {
  /** The mark. */
  readonly mark: Box;
  readonly width: number;
  readonly height: number;
}

export interface PlacedLabel {
  readonly box: Box;
  /** Which of its ends is at its mark. */
  readonly anchor: 'start' | 'middle' | 'end';
  /** Whether it stands so far off that a line is to lead from the mark to it. */
  readonly isAway: boolean;
}

/** Pixels between a mark and its label, and by how much a label moves up or down to find room. */
const GAP = 7;
const STEP = 7;
const FARTHEST = 12;

/**
 * A place for each label, or null where there is none. Those that come first choose first; those that find none then may cover marks and
 * lines, but never other labels.
 * @param lines what labels keep clear of if they can
 */
export function placeLabels(wishes: readonly LabelWish[], bounds: Box, lines: readonly Box[]): (PlacedLabel | null)[] {
  const marks = wishes.map(({ mark }) => mark);
  const labels: Box[] = [];
  const place = (wish: LabelWish, others: readonly Box[]): PlacedLabel | null => {
    const isFree = ({ box }: PlacedLabel) => isInside(box, bounds) && ![...labels, ...others].some((other) => overlap(box, other));
    const placed = candidates(wish, bounds).find(isFree);
    if (placed) labels.push(placed.box);
    return placed ?? null;
  };
  const placed = wishes.map((wish) => place(wish, [...marks, ...lines]));
  return placed.map((label, at) => label ?? place(wishes[at]!, marks) ?? place(wishes[at]!, [marks[at]!]));
}

/** Places for a label, the best first: at the height of its mark, to the right before to the left, then farther up and down, or over it. */
function candidates({ mark, width, height }: LabelWish, bounds: Box): PlacedLabel[] {
  const middle = mark.y + mark.height / 2 - height / 2;
  const over = mark.x + mark.width / 2 - width / 2;
  const columns = [
    { anchor: 'start', x: mark.x + mark.width + GAP },
    { anchor: 'end', x: mark.x - GAP - width },
    // Near an edge not over the middle, but as far as there is room.
    { anchor: 'middle', x: Math.min(Math.max(over, bounds.x), bounds.x + bounds.width - width) },
  ] as const;
  const places: PlacedLabel[] = [];
  for (let away = 0; away <= FARTHEST; away++) {
    for (const direction of away === 0 ? [0] : [-1, 1]) {
      const y = middle + direction * away * STEP;
      for (const { anchor, x } of columns) places.push({ box: { x, y, width, height }, anchor, isAway: away * STEP > height / 2 });
    }
  }
  return places;
}

function isInside(box: Box, bounds: Box): boolean {
  return (
    box.x >= bounds.x && box.y >= bounds.y && box.x + box.width <= bounds.x + bounds.width && box.y + box.height <= bounds.y + bounds.height
  );
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

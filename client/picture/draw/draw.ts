/** Draws how a thing was reported over time: dates across, figures up, each source's figure as the interval that it asserts. */
import { dayAxis, type Tick, type ValueAxis, valueAxis } from './axes.ts';
import { type Attributes, type Element, element } from './element.ts';
import { type Box, type PlacedLabel, placeLabels } from './labels.ts';
import type { View, ViewInterval, ViewReport } from './view.ts';

/** Colours as CSS has them, and the font. */
export interface Palette {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly agrees: string;
  readonly differs: string;
  readonly neutral: string;
  readonly draft: string;
  readonly font: string;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Drawing extends Size {
  readonly palette: Palette;
  /** How wide a text is in pixels. */
  readonly measure: (text: string, isStrong: boolean) => number;
  /** Whether the title stands in the picture: where nothing around it says it. */
  readonly isTitled: boolean;
}

/** The name of the attribute that tells which report a mark is of. */
export const REPORT = 'data-report';

const FONT_SIZE = 12;
const LINE = 15;
/** Half the width of a mark, and the least height of one, in pixels. */
const HALF = 4.5;
/** Longest line of a label, in UTF-16 units. */
const LONGEST = 34;
/** The place of those that bear no date takes so much of the width for each of them, and at most this part of it. */
const UNDATED = 110;
const MOST_UNDATED = 0.4;

/** A mark with its place. */
interface Mark {
  readonly report: ViewReport;
  readonly at: number;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

export function draw(view: View, drawing: Drawing): Element {
  const { width, height, palette, isTitled, measure } = drawing;
  const { reports, lines, words, language } = view;
  const intervals = [...reports, ...lines].map(({ interval }) => interval);
  const top = (isTitled ? 34 : 8) + LINE + 8;
  const bottom = height - 30;
  const values = valueAxis(intervals, view.kind, language, [bottom - 6, top + 6]);
  const left = 16 + Math.max(0, ...values.ticks.map(({ label }) => measure(label, false)));
  const right = width - 12;

  const dated = reports.filter(({ days }) => days);
  const undated = reports.length - dated.length;
  const aside = undated === 0 ? 0 : dated.length === 0 ? right - left : Math.min(undated * UNDATED, (right - left) * MOST_UNDATED);
  const border = right - aside;
  // A label beside the last mark needs room too.
  const room = Math.min(140, (border - left) * 0.3);
  const span = daysOf(dated);
  const days = span && dayAxis(span, language, [left + 20, border - room], Math.floor((border - left) / 80));

  const marks = placeMarks(reports, values, (report, at) =>
    report.days && days
      ? (days.place(report.days[0]) + days.place(report.days[1])) / 2
      : border + (aside / undated) * (at - dated.length + 0.25),
  );
  const labels = placeLabels(
    marks.map((mark) => ({ mark: boxOf(mark), ...sizeOf(labelOf(mark.report), measure) })),
    { x: left + 2, y: top, width: right - left - 2, height: bottom - top },
    lines.flatMap(({ interval, label }) => linesOf(interval, label, values, left, right, measure)),
  );
  const axis = [view.axis, values.isLogarithmic && words.logarithmic].filter(Boolean).join(' · ');

  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': 'picture-title picture-description',
      'font-family': palette.font,
      'font-size': FONT_SIZE,
    },
    element('title', { id: 'picture-title' }, view.title),
    element('desc', { id: 'picture-description' }, view.description),
    element('defs', {}, ...fades(palette)),
    element('rect', { width, height, fill: palette.background }),
    ...(isTitled ? [text({ x: left, y: 24, fill: palette.text, 'font-size': 16, 'font-weight': 600 }, view.title)] : []),
    text({ x: left, y: top - 10, fill: palette.muted }, axis),
    ...values.ticks.map((tick) => valueTick(tick, left, right, palette)),
    ...(days?.ticks ?? []).map((tick) => dayTick(tick, bottom, palette)),
    ...(undated > 0 ? undatedPlace(words.undated, border, right, top, bottom, dated.length > 0, palette) : []),
    ...lines.flatMap(({ interval, label }) => draftLine(interval, label, values, left, right, drawing)),
    ...marks.map((mark) => drawMark(mark, days?.place, palette)),
    ...labels.flatMap((label, at) => (label?.isAway ? [drawLead(marks[at]!, label, palette)] : [])),
    ...labels.flatMap((label, at) => (label ? [drawLabel(marks[at]!, label, palette)] : [])),
  );
}

/** The first and the last day of some reports; null where there are none. */
function daysOf(dated: readonly ViewReport[]): readonly [number, number] | null {
  if (dated.length === 0) return null;
  return [Math.min(...dated.map(({ days }) => days![0])), Math.max(...dated.map(({ days }) => days![1]))];
}

/** Marks of one day that would cover one another stand side by side. */
function placeMarks(reports: readonly ViewReport[], values: ValueAxis, across: (report: ViewReport, at: number) => number): Mark[] {
  const marks: Mark[] = [];
  for (const [at, report] of reports.entries()) {
    const { low, high } = report.interval;
    const middle = (values.place(low) + values.place(high)) / 2;
    const half = Math.max(HALF, Math.abs(values.place(low) - values.place(high)) / 2);
    const [top, bottom] = [middle - half, middle + half];
    let x = across(report, at);
    const covers = (mark: Mark) => Math.abs(mark.x - x) < 3 * HALF && mark.top < bottom + HALF && top < mark.bottom + HALF;
    for (let other = marks.find(covers); other; other = marks.find(covers)) x = other.x + 3 * HALF;
    marks.push({ report, at, x, top, bottom });
  }
  return marks;
}

function boxOf({ x, top, bottom }: Mark): Box {
  return { x: x - HALF, y: top - 1, width: 2 * HALF, height: bottom - top + 2 };
}

/** Which of the sources agree is told by more than a colour. */
const MARKS = { agrees: '✓ ', differs: '≠ ' } as const;

/** What stands beside a mark: the figure, and below it who gives it. */
function labelOf({ figure, source, speaker, stance }: ViewReport): readonly [string, string] {
  return [short(`${stance ? MARKS[stance] : ''}${figure}`), short([source, speaker].filter(Boolean).join(' · '))];
}

function short(line: string): string {
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
}

function sizeOf([first, second]: readonly [string, string], measure: Drawing['measure']): Size {
  return { width: Math.max(measure(first, true), measure(second, false)), height: 2 * LINE };
}

/** For each colour a fade to either end: words such as `over` leave room there. */
function fades(palette: Palette): Element[] {
  return (['agrees', 'differs', 'neutral', 'draft'] as const).flatMap((name) =>
    (['high', 'low'] as const).map((end) => {
      const stop = (offset: number, opacity: number) =>
        element('stop', { offset, 'stop-color': palette[name], 'stop-opacity': end === 'high' ? 1 - opacity : opacity });
      return element('linearGradient', { id: `${name}-${end}`, x1: 0, y1: 0, x2: 0, y2: 1 }, stop(0, 1), stop(1, 0));
    }),
  );
}

function valueTick({ at, label }: Tick, left: number, right: number, palette: Palette): Element {
  return element(
    'g',
    {},
    element('line', { x1: left, x2: right, y1: at, y2: at, stroke: palette.grid, 'stroke-opacity': 0.35 }),
    text({ x: left - 6, y: at, dy: '0.32em', fill: palette.muted, 'text-anchor': 'end' }, label),
  );
}

function dayTick({ at, label }: Tick, bottom: number, palette: Palette): Element {
  return element(
    'g',
    {},
    element('line', { x1: at, x2: at, y1: bottom, y2: bottom + 5, stroke: palette.grid }),
    text({ x: at, y: bottom + 19, fill: palette.muted, 'text-anchor': 'middle' }, label),
  );
}

function undatedPlace(
  label: string,
  left: number,
  right: number,
  top: number,
  bottom: number,
  isBeside: boolean,
  palette: Palette,
): Element[] {
  const line = { x1: left, x2: left, y1: top, y2: bottom, stroke: palette.grid, 'stroke-dasharray': '2 4' };
  return [
    ...(isBeside ? [element('line', line)] : []),
    text({ x: (left + right) / 2, y: bottom + 19, fill: palette.muted, 'text-anchor': 'middle' }, label),
  ];
}

/** What a draft says: a line where it is one value, else a band, which fades where its words leave room. */
function draftLine(
  interval: ViewInterval,
  label: string,
  values: ValueAxis,
  left: number,
  right: number,
  { palette, measure }: Drawing,
): Element[] {
  const [low, high] = [values.place(interval.low), values.place(interval.high)];
  const edge = (y: number) =>
    element('line', { x1: left, x2: right, y1: y, y2: y, stroke: palette.draft, 'stroke-width': 1.5, 'stroke-dasharray': '6 4' });
  const fill = interval.open ? `url(#draft-${interval.open})` : palette.draft;
  const band = element('rect', { x: left, y: high, width: right - left, height: low - high, fill, 'fill-opacity': 0.18 });
  const edges = [interval.open === 'low' ? null : low, interval.open === 'high' ? null : high].flatMap((y) =>
    y === null ? [] : [edge(y)],
  );
  const isLine = interval.low === interval.high;
  // Labels of sources stand farther left.
  const x = right - 4 - measure(label, true);
  const y = high - 5;
  return [...(isLine ? [edge(low)] : [band, ...edges]), text({ x, y, fill: palette.draft, 'font-weight': 600, ...halo(palette) }, label)];
}

/** The edges of a draft's line or band, and its label: where no other label is to be. */
function linesOf(
  { low, high }: ViewInterval,
  label: string,
  values: ValueAxis,
  left: number,
  right: number,
  measure: Drawing['measure'],
): Box[] {
  const edges = [values.place(low), values.place(high)].map((y) => ({ x: left, y: y - 2, width: right - left, height: 4 }));
  const width = measure(label, true) + 8;
  return [...edges, { x: right - width, y: values.place(high) - LINE - 4, width, height: LINE + 4 }];
}

/** Text that crosses a line stays readable. */
function halo({ background }: Palette): Attributes {
  return { stroke: background, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
}

function drawMark({ report, at, x, top, bottom }: Mark, place: ((day: number) => number) | undefined, palette: Palette): Element {
  const { interval, stance, aside, days, figure, source, speaker, cells } = report;
  const name = stance ?? 'neutral';
  const colour = palette[name];
  const middle = (top + bottom) / 2;
  const drawn: Element[] = [];
  // A report of which only the month is known may be of any of its days.
  if (days && days[1] > days[0] && place) {
    const [x1, x2] = [place(days[0]), place(days[1])];
    // The ends tell it from a line of the grid, which it may lie on.
    const ends = [x1, x2].map((end) => element('line', { x1: end, x2: end, y1: middle - HALF, y2: middle + HALF, stroke: colour }));
    drawn.push(element('line', { x1, x2, y1: middle, y2: middle, stroke: colour, 'stroke-opacity': 0.6 }), ...ends);
  }
  if (interval.low === interval.high) {
    // What counts for nothing is hollow.
    drawn.push(
      element('circle', { cx: x, cy: middle, r: HALF, fill: aside ? palette.background : colour, stroke: colour, 'stroke-width': 1.5 }),
    );
  } else {
    const fill = aside ? palette.background : interval.open ? `url(#${name}-${interval.open})` : colour;
    const outline: Attributes = interval.open && !aside ? {} : { stroke: colour, 'stroke-width': 1.5 };
    drawn.push(element('rect', { x: x - HALF, y: top, width: 2 * HALF, height: bottom - top, rx: 2, fill, ...outline }));
    // The sharp end of a fading bar.
    const sharp = interval.open === 'high' ? bottom : top;
    if (interval.open)
      drawn.push(element('line', { x1: x - HALF - 2, x2: x + HALF + 2, y1: sharp, y2: sharp, stroke: colour, 'stroke-width': 2 }));
  }
  const said = [figure, source, speaker, ...cells].filter(Boolean).join(' · ');
  return element('g', { [REPORT]: at, class: 'mark' }, element('title', {}, said), ...drawn);
}

/** From a mark to the nearest side of its label. */
function drawLead({ x, top, bottom }: Mark, { box }: PlacedLabel, palette: Palette): Element {
  const isAbove = box.y + box.height / 2 < (top + bottom) / 2;
  const x2 = Math.min(Math.max(x, box.x + 4), box.x + box.width - 4);
  const ends = isAbove ? { y1: top, y2: box.y + box.height } : { y1: bottom, y2: box.y };
  return element('line', { x1: x, x2, ...ends, stroke: palette.muted, 'stroke-opacity': 0.6 });
}

function drawLabel({ report, at }: Mark, { box, anchor }: PlacedLabel, palette: Palette): Element {
  const [first, second] = labelOf(report);
  const x = box.x + box.width * { start: 0, middle: 0.5, end: 1 }[anchor];
  return element(
    'g',
    { [REPORT]: at, class: 'label' },
    text({ x, y: box.y + LINE - 4, fill: palette.text, 'font-weight': 600, 'text-anchor': anchor, ...halo(palette) }, first),
    text({ x, y: box.y + 2 * LINE - 4, fill: palette.muted, 'text-anchor': anchor, ...halo(palette) }, second),
  );
}

function text(attributes: Attributes, words: string): Element {
  return element('text', attributes, words);
}

/** What is drawn of how a thing was reported: the marks, where they stand, what is said of them, and the file that is saved. */
import { DOMParser } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { draw, type Palette } from '../../client/picture/draw/draw.ts';
import { type Element, toXml } from '../../client/picture/draw/element.ts';
import { placeLabels } from '../../client/picture/draw/labels.ts';
import { table } from '../../client/picture/draw/table.ts';
import type { View, ViewReport } from '../../client/picture/draw/view.ts';

const DAY = 18_999;

function report(low: number, high: number, open: 'low' | 'high' | null, day: number | null, more: Partial<ViewReport> = {}): ViewReport {
  return {
    interval: { low, high, open },
    days: day === null ? null : [day, day],
    stance: 'agrees',
    aside: false,
    figure: `${low}`,
    source: 'Tarvik Herald',
    speaker: '',
    cells: ['4 March 2021'],
    ...more,
  };
}

function view(reports: readonly ViewReport[], more: Partial<View> = {}): View {
  return {
    title: 'How it was reported: weavers killed',
    description: 'Three sources.',
    language: 'en',
    kind: 'number',
    axis: 'weavers killed',
    lines: [],
    reports,
    message: '',
    words: {
      undated: 'undated',
      logarithmic: 'logarithmic scale',
      save: 'Save',
      caption: 'What each source says',
      columns: ['Figure', 'Source', 'Date'],
      open: 'Open the passage in {0}',
    },
    ...more,
  };
}

const palette: Palette = {
  background: '#ffffff',
  text: '#000000',
  muted: '#555555',
  grid: '#cccccc',
  agrees: '#008000',
  differs: '#b06000',
  neutral: '#0000ff',
  draft: '#800080',
  font: 'sans-serif',
};
const drawing = { width: 800, height: 400, palette, measure: (text: string) => text.length * 7, isTitled: true };

function all(root: Element, tag: string): Element[] {
  const below = root.children.flatMap((child) => (typeof child === 'string' ? [] : all(child, tag)));
  return root.tag === tag ? [root, ...below] : below;
}
const words = (root: Element): string => root.children.map((child) => (typeof child === 'string' ? child : words(child))).join('');
const marks = (root: Element) => all(root, 'g').filter(({ attributes }) => attributes.class === 'mark');
const number = (value: string | number | undefined) => Number(value);

describe('a mark', () => {
  test('is a dot for a plain figure, a bar for an interval, and fades where an end is open', () => {
    const svg = draw(view([report(26, 26, null, DAY), report(24, 99, null, DAY + 3), report(160, 200, 'high', DAY + 9)]), drawing);
    const [plain, wide, open] = marks(svg);
    expect(all(plain!, 'circle')).toHaveLength(1);
    const [bar] = all(wide!, 'rect');
    const [fading] = all(open!, 'rect');
    expect(bar!.attributes.fill).toBe(palette.agrees);
    expect(fading!.attributes.fill).toBe('url(#agrees-high)');
    expect(all(svg, 'linearGradient').map(({ attributes }) => attributes.id)).toContain('agrees-high');
    // 75 dead are drawn as more than 40.
    expect(number(bar!.attributes.height)).toBeGreaterThan(number(fading!.attributes.height));
  });

  test('stands farther right the later its report, and higher the more it says', () => {
    const svg = draw(view([report(26, 26, null, DAY), report(50, 50, null, DAY + 3), report(40, 40, null, DAY + 9)]), drawing);
    const dots = all(svg, 'circle').map(({ attributes }) => [number(attributes.cx), number(attributes.cy)] as const);
    expect(dots[0]![0]).toBeLessThan(dots[1]![0]);
    expect(dots[1]![0]).toBeLessThan(dots[2]![0]);
    expect(dots[1]![1]).toBeLessThan(dots[2]![1]);
    expect(dots[2]![1]).toBeLessThan(dots[0]![1]);
  });

  test('without a date has a place of its own, behind all that have one', () => {
    const svg = draw(view([report(26, 26, null, DAY), report(27, 27, null, DAY + 9), report(28, 28, null, null)]), drawing);
    const [, last, undated] = all(svg, 'circle').map(({ attributes }) => number(attributes.cx));
    const [border] = all(svg, 'line').filter(({ attributes }) => attributes['stroke-dasharray'] === '2 4');
    expect(last).toBeLessThan(number(border!.attributes.x1));
    expect(undated).toBeGreaterThan(number(border!.attributes.x1));
    expect(words(svg)).toContain('undated');
  });

  test('never covers another of the same day, nor does a label', () => {
    const same = Array.from({ length: 6 }, (_, at) => report(30 + at, 30 + at, null, DAY, { figure: `${30 + at} weavers` }));
    const svg = draw(view(same), drawing);
    const places = new Set(all(svg, 'circle').map(({ attributes }) => `${attributes.cx} ${attributes.cy}`));
    expect(places.size).toBe(6);
    const labels = all(svg, 'g').filter(({ attributes }) => attributes.class === 'label');
    const tops = labels.map((label) => all(label, 'text')[0]!.attributes);
    for (const a of tops)
      for (const b of tops) {
        if (a !== b && a.x === b.x) expect(Math.abs(number(a.y) - number(b.y))).toBeGreaterThanOrEqual(30);
      }
  });

  test('of a report with a month alone has a line over its days, with ends that the grid has not', () => {
    const svg = draw(
      view([report(26, 26, null, DAY), report(40, 40, null, DAY, { days: [DAY - 9, DAY + 9], stance: 'differs' })]),
      drawing,
    );
    const [, ofMonth] = marks(svg);
    const [across, first, last] = all(ofMonth!, 'line').map(({ attributes }) => attributes);
    expect([across!.y1, across!.y2]).toEqual([across!.y1, across!.y1]);
    expect([first!.x1, last!.x1]).toEqual([across!.x1, across!.x2]);
    for (const end of [first!, last!]) expect(number(end.y2)).toBeGreaterThan(number(end.y1));
  });

  test('tells in words which source says it, and whether it agrees, not by colour alone', () => {
    const svg = draw(
      view([
        report(26, 26, null, DAY, { speaker: 'police' }),
        report(40, 50, 'high', DAY + 9, { stance: 'differs', source: 'Coast Echo', figure: 'over 40' }),
      ]),
      drawing,
    );
    expect(words(svg)).toMatch(/✓ 26Tarvik Herald · police/);
    expect(words(svg)).toMatch(/≠ over 40Coast Echo/);
  });
});

describe('the draft’s figure', () => {
  test('is a line across the picture where it is one value, and a band where it is an interval', () => {
    const line = (interval: View['lines'][number]['interval']) => {
      const svg = draw(view([report(26, 26, null, DAY)], { lines: [{ label: 'Draft: 31', interval }] }), drawing);
      const lines = all(svg, 'line').filter(({ attributes }) => attributes.stroke === palette.draft);
      const bands = all(svg, 'rect').filter(({ attributes }) => String(attributes.fill).match(/#800080|draft/));
      expect(words(svg)).toContain('Draft: 31');
      return [lines.length, bands.length];
    };
    expect(line({ low: 31, high: 31, open: null })).toEqual([1, 0]);
    expect(line({ low: 28, high: 34, open: null })).toEqual([2, 1]);
    expect(line({ low: 31, high: 39, open: 'high' })).toEqual([1, 1]);
  });
});

describe('the axis', () => {
  test('is logarithmic, and says so, where the figures are orders apart', () => {
    const wide = draw(view([report(26, 26, null, DAY), report(8000, 10_000, 'high', DAY + 9)]), drawing);
    expect(words(wide)).toContain('logarithmic scale');
    expect(words(draw(view([report(26, 26, null, DAY), report(160, 200, 'high', DAY + 9)]), drawing))).not.toContain('logarithmic');
  });

  test('has years without separators, and dates as dates', () => {
    expect(words(draw(view([report(1991, 1991, null, DAY), report(1994, 1994, null, DAY + 9)], { kind: 'year' }), drawing))).toMatch(
      /1992/,
    );
    expect(words(draw(view([report(DAY, DAY, null, DAY), report(DAY + 4, DAY + 4, null, DAY + 9)], { kind: 'date' }), drawing))).toMatch(
      /Jan|Feb/,
    );
  });

  test.each([
    [[report(0, 0, null, DAY)]],
    [[report(-4, -4, null, null)]],
    [[report(5, 5, null, null), report(5, 5, null, null)]],
    [[report(1e12, 2e12, null, DAY), report(0.25, 0.25, null, DAY + 4000)]],
  ])('has room for %o', (reports) => {
    expect(toXml(draw(view(reports), drawing))).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('a file of it', () => {
  const trap = '<script>alert(1)</script>"&\u0000';

  test('is one SVG that needs nothing else, with a title and a description', () => {
    const xml = toXml(draw(view([report(26, 26, null, DAY)]), drawing));
    expect(xml).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(xml).toMatch(/<title id="picture-title">How it was reported: weavers killed<\/title><desc/);
    expect(xml).not.toMatch(/var\(|href|https?:(?!\/\/www\.w3\.org)|class="(?!mark|label)/);
  });

  test('holds no markup that a source or draft wrote', () => {
    const svg = draw(view([report(26, 26, null, DAY, { figure: trap, source: trap, cells: [trap] })], { title: trap }), drawing);
    const xml = toXml(svg);
    expect(xml).not.toContain('<script');
    expect(xml).not.toContain('\u0000');
    expect(new DOMParser().parseFromString(`<html><body>${xml}</body></html>`, 'text/html').querySelectorAll('script')).toHaveLength(0);
  });
});

test('the table has a caption, headers for its columns and rows, and a row a report, in order', () => {
  const rows = table(view([report(26, 26, null, DAY), report(40, 50, 'high', null, { source: 'Coast Echo' })]));
  expect(words(all(rows, 'caption')[0]!)).toBe('What each source says');
  expect(all(rows, 'th').map(({ attributes }) => attributes.scope)).toEqual(['col', 'col', 'col', 'row', 'row']);
  // What a button is called says whose figure it is: it may be read out without its row.
  expect(all(rows, 'button').map(({ attributes }) => attributes['aria-label'])).toEqual(['26, Tarvik Herald', '40, Coast Echo']);
  expect(all(rows, 'button').map(({ attributes }) => attributes.title)).toEqual([
    'Open the passage in Tarvik Herald',
    'Open the passage in Coast Echo',
  ]);
});

describe('labels', () => {
  const bounds = { x: 0, y: 0, width: 300, height: 200 };
  const mark = (x: number, y: number, height = 10) => ({ x, y, width: 10, height });

  test('stand beside their marks, on the side where there is room', () => {
    const [left, right] = placeLabels(
      [
        { mark: mark(20, 50), width: 80, height: 30 },
        { mark: mark(280, 50), width: 80, height: 30 },
      ],
      bounds,
      [],
    );
    expect([left!.anchor, right!.anchor]).toEqual(['start', 'end']);
  });

  test('go over a mark where both sides are taken, and lead to it', () => {
    const wall = { x: 60, y: 0, width: 4, height: 200 };
    const [label] = placeLabels([{ mark: mark(20, 150), width: 50, height: 30 }], bounds, [wall]);
    expect(label!.anchor).toBe('middle');
    expect(label!.box.y + label!.box.height).toBeLessThanOrEqual(150);
    expect(label!.box.x).toBeGreaterThanOrEqual(0);
  });

  test('are left out where there is no room at all', () => {
    expect(placeLabels([{ mark: mark(20, 50), width: 400, height: 30 }], bounds, [])).toEqual([null]);
  });
});

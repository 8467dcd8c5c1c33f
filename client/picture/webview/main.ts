/** The page of a picture: draws it and its table, again when its place grows or the theme changes, and hands it on as a file. */
import { draw, type Palette, REPORT } from '../draw/draw.ts';
import { type Element, element, toXml } from '../draw/element.ts';
import { table } from '../draw/table.ts';
import type { FromPage, ToPage, View } from '../draw/view.ts';

interface Editor {
  postMessage(message: FromPage): void;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): Editor;

const editor = acquireVsCodeApi();
const SVG = 'http://www.w3.org/2000/svg';
const HTML = 'http://www.w3.org/1999/xhtml';
const main = document.querySelector('main')!;

/** The editor's colours, by what the picture needs them for; those after the first stand in where a theme lacks one. */
const COLOURS: Readonly<Record<Exclude<keyof Palette, 'font'>, readonly string[]>> = {
  background: ['editor-background'],
  text: ['editor-foreground', 'foreground'],
  muted: ['descriptionForeground', 'foreground'],
  grid: ['contrastBorder', 'charts-lines', 'descriptionForeground'],
  agrees: ['charts-green', 'testing-iconPassed', 'foreground'],
  differs: ['list-warningForeground', 'editorWarning-foreground', 'charts-orange', 'foreground'],
  neutral: ['charts-blue', 'foreground'],
  draft: ['charts-purple', 'focusBorder', 'foreground'],
};

/** For the page: the theme's variables, which follow it by themselves. */
function live(): Palette {
  const colours = Object.entries(COLOURS).map(([name, variables]) => [
    name,
    variables.reduceRight((rest, variable) => `var(--vscode-${variable}${rest && `, ${rest}`})`, ''),
  ]);
  return { ...Object.fromEntries(colours), font: 'var(--vscode-font-family)' };
}

/** For a file: what the variables stand for now. */
function resolved(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (variables: readonly string[]) =>
    variables.map((variable) => style.getPropertyValue(`--vscode-${variable}`).trim()).find(Boolean) ?? '#808080';
  const colours = Object.entries(COLOURS).map(([name, variables]) => [name, colour(variables)]);
  return { ...Object.fromEntries(colours), font: 'system-ui, sans-serif' };
}

const canvas = document.createElement('canvas').getContext('2d')!;
function measure(text: string, isStrong: boolean): number {
  canvas.font = `${isStrong ? '600 ' : ''}12px ${getComputedStyle(document.body).fontFamily}`;
  return Math.ceil(canvas.measureText(text).width);
}

/** Nothing is ever read as markup: elements are made one by one. */
function make({ tag, attributes, children }: Element, namespace: string): globalThis.Element {
  const space = tag === 'svg' ? SVG : namespace;
  const made = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes)) if (name !== 'xmlns') made.setAttribute(name, String(value));
  made.append(...children.map((child) => (typeof child === 'string' ? child : make(child, space))));
  return made;
}

function sizeFor(width: number) {
  return { width: Math.max(360, width), height: Math.round(Math.min(520, Math.max(300, width * 0.5))) };
}

/** What tells a button from the others, also when all are made anew; null for anything else. */
function nameOf(focused: globalThis.Element | null): string | null {
  return focused?.getAttribute(REPORT) ?? (focused?.id || null);
}

let view: View | undefined;

function show(): void {
  if (!view) return;
  // Whoever writes in the draft meanwhile is not led back here.
  const focused = document.hasFocus() ? nameOf(document.activeElement) : null;
  document.documentElement.lang = view.language;
  const heading = element('h1', {}, view.title);
  if (view.message) {
    main.replaceChildren(make(heading, HTML), make(element('p', { role: 'status' }, view.message), HTML));
    return;
  }
  const picture = draw(view, { ...sizeFor(main.clientWidth), palette: live(), measure, isTitled: false });
  const save = element('button', { type: 'button', id: 'save' }, view.words.save);
  main.replaceChildren(
    make(element('header', {}, heading, save), HTML),
    make(element('figure', {}, picture), HTML),
    make(element('div', { class: 'rows' }, table(view)), HTML),
  );
  // What was focused before the picture was drawn anew stays so.
  if (focused) [...main.querySelectorAll('button')].find((button) => nameOf(button) === focused)?.focus();
}

main.addEventListener('click', ({ target }) => {
  if (!(target instanceof globalThis.Element) || !view) return;
  if (target.closest('#save')) {
    const picture = draw(view, { ...sizeFor(960), palette: resolved(), measure, isTitled: true });
    editor.postMessage({ type: 'save', svg: `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(picture)}\n` });
  }
  const report = target.closest(`[${REPORT}]`)?.getAttribute(REPORT);
  if (report) editor.postMessage({ type: 'open', report: Number(report) });
});

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  view = data.view;
  editor.setState(data.state);
  show();
});

let width = main.clientWidth;
new ResizeObserver(() => {
  if (main.clientWidth === width) return;
  width = main.clientWidth;
  show();
}).observe(main);
// A theme has another font too, and so other widths.
new MutationObserver(show).observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });

editor.postMessage({ type: 'ready' });

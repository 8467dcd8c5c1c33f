/** The table below a picture: the same data, for reading and for those who do not see the picture. */
import { REPORT } from './draw.ts';
import { type Element, element } from './element.ts';
import type { View } from './view.ts';

export function table({ reports, lines, words }: View): Element {
  const row = ({ figure, source, speaker, cells }: View['reports'][number], at: number) =>
    element(
      'tr',
      {},
      element(
        'th',
        { scope: 'row' },
        // Among all buttons of the page a figure alone says little.
        element(
          'button',
          { type: 'button', [REPORT]: at, 'aria-label': `${figure}, ${source}`, title: words.open.replace('{0}', source) },
          figure,
        ),
      ),
      ...[[source, speaker].filter(Boolean).join(' · '), ...cells].map((cell) => element('td', {}, cell)),
    );
  return element(
    'table',
    {},
    element('caption', {}, words.caption),
    element('thead', {}, element('tr', {}, ...words.columns.map((column) => element('th', { scope: 'col' }, column)))),
    element('tbody', {}, ...reports.map(row)),
    element('tfoot', {}, ...lines.map(({ label }) => element('tr', {}, element('td', { colspan: words.columns.length }, label)))),
  );
}

/** Puts a picture into the writer's words: what its page shows and reads out. */
import { env, l10n } from 'vscode';
import type { Picture, PictureInterval, PictureReport } from '../../server/protocol/picture.ts';
import { beside, counted, dateInWords, nameOf } from '../views/words.ts';
import type { View, ViewReport } from './draw/view.ts';

export function viewOf(picture: Picture): View {
  const { measures, axis, drafts, reports } = picture;
  const figures = [...new Set(drafts.map(({ text }) => text))];
  const thing = measures || figures[0] || reports[0]?.text || '';
  return {
    ...empty(l10n.t('How it was reported: {0}', thing)),
    description: describe(picture),
    kind: axis.kind,
    axis: beside(measures, axis.unit),
    lines: drafts.map(({ text, interval }) => ({ label: l10n.t('Draft: {0}', text), interval })),
    reports: reports.map((report) => reportOf(report, picture)),
    message: reports.length === 0 ? l10n.t('No source has this figure.') : '',
  };
}

/** A page that has nothing to show, and says why. */
export function messageView(title: string, message: string): View {
  return { ...empty(title), message };
}

function empty(title: string): View {
  return {
    title,
    description: '',
    language: env.language,
    kind: 'number',
    axis: '',
    lines: [],
    reports: [],
    message: '',
    words: {
      undated: l10n.t('undated'),
      logarithmic: l10n.t('logarithmic scale'),
      save: l10n.t('Save as SVG…'),
      caption: l10n.t('What each source says, the earliest report first'),
      columns: [l10n.t('Figure'), l10n.t('Source'), l10n.t('Date'), l10n.t('Means'), l10n.t('Against the draft'), l10n.t('Passage')],
      open: l10n.t('Open the passage in {0}', '{0}'),
    },
  };
}

function reportOf(report: PictureReport, { axis }: Picture): ViewReport {
  const { interval, days, stance, aside, text, speaker, date, place, passage, remark } = report;
  const name = nameOf(report);
  return {
    interval,
    days,
    stance,
    aside,
    figure: text,
    source: name,
    speaker: speaker ?? '',
    cells: [
      dateInWords(date) || l10n.t('undated'),
      intervalInWords(interval, axis),
      beside(stance === 'agrees' ? l10n.t('agrees') : stance === 'differs' && l10n.t('differs'), remark),
      beside(passage, place),
    ],
  };
}

function describe({ drafts, reports, axis }: Picture): string {
  const dates = reports.flatMap(({ days, date }) => (days && date ? [dateInWords(date)] : []));
  const low = reports.toSorted((a, b) => a.interval.low - b.interval.low)[0];
  const high = reports.toSorted((a, b) => b.interval.high - a.interval.high)[0];
  const told = [
    dates.length > 1 && l10n.t('{0} figures of sources, from {1} to {2}.', reports.length, dates[0]!, dates.at(-1)!),
    dates.length <= 1 && counted(reports.length, l10n.t('One figure of a source.'), l10n.t('{0} figures of sources.', reports.length)),
    low &&
      high &&
      axis.kind !== 'date' &&
      l10n.t('The lowest is {0} ({1}), the highest {2} ({3}).', low.text, nameOf(low), high.text, nameOf(high)),
    drafts.length > 0 && l10n.t('The draft says {0}.', drafts.map(({ text }) => text).join(', ')),
  ];
  return told.filter(Boolean).join(' ');
}

/** What a figure asserts: `200 to 999`, `160 or more`. */
function intervalInWords({ low, high, open }: PictureInterval, { kind, unit }: Picture['axis']): string {
  const written = kind === 'date' ? dayInWords : numberInWords(kind);
  const said =
    low === high
      ? written(low)
      : open === 'high'
        ? l10n.t('{0} or somewhat more', written(low))
        : open === 'low'
          ? l10n.t('{0} or somewhat less', written(high))
          : l10n.t('{0} to {1}', written(low), written(high));
  return unit ? `${said} ${unit}` : said;
}

function numberInWords(kind: 'number' | 'year'): (value: number) => string {
  const format = new Intl.NumberFormat(env.language, { useGrouping: kind === 'number', maximumSignificantDigits: 6 });
  return (value) => format.format(value);
}

function dayInWords(day: number): string {
  return dateInWords(new Date(day * 86_400_000).toISOString().slice(0, 10));
}

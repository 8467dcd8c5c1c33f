/** The figures of the draft that is worked on, by what the sources say of them, the names to look at, and the quotations. */
import { l10n } from 'vscode';
import type { ListedMark } from '../../server/protocol/decisions.ts';
import type { ListedFigure, ListedFinding, ListedMention } from '../../server/protocol/draft.ts';
import type { ActiveDraft } from '../activeDraft.ts';
import type { Listings } from '../listings.ts';
import type { Node } from './tree.ts';
import { beside, counted } from './words.ts';

/** A row that holds others of its kind. */
interface Kind<T> {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  readonly colour: string;
  /** Whether its rows are in view from the start: those that ask for something. */
  readonly open: boolean;
  holds(mention: T): boolean;
}

const warning = { icon: 'warning', colour: 'list.warningForeground', open: true };
const information = { icon: 'info', colour: 'editorInfo.foreground', open: true };

/** In the order in which they are shown; a figure stands in the first that holds it. */
function kindsOfFigures(): readonly Kind<ListedFigure>[] {
  return [
    ...kindsOfMarks(),
    { id: 'let-stand', label: l10n.t('Let stand'), icon: 'bookmark', colour: 'foreground', open: false, holds: ({ letStand }) => letStand },
    { id: 'refuted', label: l10n.t('No source agrees'), ...warning, holds: ({ verdict }) => verdict === 'refuted' },
    {
      id: 'outdated',
      label: l10n.t('A later report says otherwise'),
      ...information,
      holds: ({ finding }) => finding?.rule === 'outdated-figure',
    },
    { id: 'conflicting', label: l10n.t('Sources differ'), ...information, holds: ({ verdict }) => verdict === 'conflicting' },
    {
      id: 'unsourced',
      label: l10n.t('In no source'),
      icon: 'circle-outline',
      colour: 'foreground',
      open: false,
      holds: ({ verdict }) => verdict === 'unsourced',
    },
    { id: 'supported', label: l10n.t('Supported'), icon: 'pass', colour: 'testing.iconPassed', open: false, holds: () => true },
  ];
}

/** What is asked, and what is open again, comes before every verdict. */
function kindsOfMarks(): readonly Kind<ListedMention>[] {
  return [
    {
      id: 'reopened',
      label: l10n.t('Open again'),
      icon: 'debug-restart',
      colour: 'secondSource.reopenedForeground',
      open: true,
      holds: ({ mark }) => mark?.state === 'reopened',
    },
    {
      id: 'queried',
      label: l10n.t('Queries'),
      icon: 'question',
      colour: 'secondSource.queriedForeground',
      open: true,
      holds: ({ mark }) => mark?.state === 'queried',
    },
  ];
}

/** As they are shown: what asks for something first. */
const ORDER = [
  'reopened',
  'queried',
  'refuted',
  'inconsistent-draft',
  'altered-quote',
  'outdated',
  'conflicting',
  'misspelt',
  'variant',
  'let-stand',
  'unsourced',
  'unquoted',
  'supported',
  'quoted',
];

function kindsOfNames(): readonly Kind<ListedMention>[] {
  return [
    ...kindsOfMarks(),
    { id: 'misspelt', label: l10n.t('Misspelt names'), ...warning, holds: ({ verdict }) => verdict === 'misspelt' },
    { id: 'variant', label: l10n.t('Names spelt in several ways'), ...information, holds: ({ verdict }) => verdict === 'variant' },
  ];
}

function kindsOfQuotations(): readonly Kind<ListedMention>[] {
  return [
    ...kindsOfMarks(),
    { id: 'let-stand', label: l10n.t('Let stand'), icon: 'bookmark', colour: 'foreground', open: false, holds: ({ letStand }) => letStand },
    { id: 'altered-quote', label: l10n.t('Altered quotations'), ...warning, holds: ({ finding }) => finding !== null },
    {
      id: 'unquoted',
      label: l10n.t('Quoted from no source'),
      icon: 'circle-outline',
      colour: 'foreground',
      open: false,
      holds: ({ verdict }) => verdict === 'unfound',
    },
    { id: 'quoted', label: l10n.t('Quotations'), icon: 'quote', colour: 'foreground', open: false, holds: () => true },
  ];
}

function kindsOfOthers(): readonly Kind<ListedMention>[] {
  return [{ id: 'inconsistent-draft', label: l10n.t('Does not follow'), ...warning, holds: () => true }];
}

function asMention({ range, text, rule, message }: ListedFinding): ListedMention {
  return { range, text, verdict: 'unknown', finding: { rule, message }, letStand: false, mark: null };
}

export async function draftNodes({ document }: ActiveDraft, listings: Listings): Promise<Node[]> {
  if (!document) return [];
  const uri = document.uri.toString();
  const listing = await listings.of(document);
  if (!listing) return [];
  const groups = new Map<string, Group>();
  gather(groups, listing.figures, kindsOfFigures(), uri, true);
  gather(groups, listing.names, kindsOfNames(), uri, true);
  gather(groups, listing.quotations, kindsOfQuotations(), uri, true);
  gather(groups, listing.others.map(asMention), kindsOfOthers(), uri, false);
  return [...groups.values()].map(groupNode).sort((a, b) => ORDER.indexOf(a.id) - ORDER.indexOf(b.id));
}

/** A kind with its rows: figures and names may be of one kind. */
interface Group {
  readonly kind: Omit<Kind<never>, 'holds'>;
  readonly rows: Node[];
}

/** @param checkable whether these are what checkers tick */
function gather<T extends ListedMention>(
  groups: Map<string, Group>,
  mentions: readonly T[],
  kinds: readonly Kind<T>[],
  uri: string,
  checkable: boolean,
): void {
  for (const mention of mentions) {
    const kind = kinds.find((each) => each.holds(mention));
    if (!kind) continue;
    const group = groups.get(kind.id) ?? { kind, rows: [] };
    groups.set(kind.id, group);
    group.rows.push(mentionNode(mention, kind, uri, checkable));
  }
}

function groupNode({ kind: { id, label, icon, colour, open }, rows }: Group): Node & { readonly id: string } {
  const ticked = rows.filter(({ box }) => box?.ticked).length;
  const description = ticked > 0 ? l10n.t('{0} of {1} checked', ticked, rows.length) : String(rows.length);
  return { id, label, icon, colour, open, children: rows, description };
}

function mentionNode(
  mention: ListedMention & Partial<ListedFigure>,
  kind: Omit<Kind<never>, 'holds'>,
  uri: string,
  checkable: boolean,
): Node {
  const { range, text, measures, finding, mark, agreeing = 0, differing = 0 } = mention;
  const label = [text, measures].filter(Boolean).join(' ');
  const said = beside(
    agreeing > 0 && counted(agreeing, l10n.t('1 agrees'), l10n.t('{0} agree', agreeing)),
    differing > 0 && counted(differing, l10n.t('1 differs'), l10n.t('{0} differ', differing)),
  );
  const line = l10n.t('line {0}', range.start.line + 1);
  return {
    id: `${kind.id} ${range.start.line}:${range.start.character}`,
    label,
    // What there is to do comes first: a narrow side bar cuts the rest off.
    description: beside(mark?.state === 'queried' ? mark.note : mark?.change, said, line),
    tooltip: [finding?.message ?? label, mark?.change, mark?.told, mark?.note].filter((each) => typeof each === 'string'),
    icon: kind.icon,
    colour: kind.colour,
    spoken: beside(
      label,
      kind.label,
      mark?.state === 'ticked' && l10n.t('checked'),
      mark?.change,
      mark?.note,
      finding?.message ?? said,
      line,
    ),
    place: { uri, range },
    ...(checkable && { box: { ticked: mark?.state === 'ticked', label: boxLabel(mark), spoken: l10n.t('Checked: {0}', label) } }),
    context: checkable ? `mention ${mark?.state ?? 'unchecked'}${agreeing + differing > 0 ? ' figure' : ''}` : 'finding',
  };
}

function boxLabel(mark: ListedMark | null): string {
  return mark?.state === 'ticked' ? l10n.t('checked') : l10n.t('not checked');
}

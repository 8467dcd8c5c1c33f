/** The figures of the draft that is worked on, by what the sources say of them, and the names to look at. */
import { l10n } from 'vscode';
import { type DraftListing, draftMethod, type ListedFigure, type ListedFinding, type ListedMention } from '../../server/protocol.ts';
import type { ActiveDraft } from '../activeDraft.ts';
import type { Server } from '../server.ts';
import type { Node } from './tree.ts';
import { beside } from './words.ts';

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

/** As they are shown: what asks for something first. */
const ORDER = [
  'refuted',
  'inconsistent-draft',
  'altered-quote',
  'outdated',
  'conflicting',
  'misspelt',
  'variant',
  'let-stand',
  'unsourced',
  'supported',
];

function kindsOfNames(): readonly Kind<ListedMention>[] {
  return [
    { id: 'misspelt', label: l10n.t('Misspelt names'), ...warning, holds: ({ verdict }) => verdict === 'misspelt' },
    { id: 'variant', label: l10n.t('Names spelt in several ways'), ...information, holds: ({ verdict }) => verdict === 'variant' },
  ];
}

function kindsOfOthers(): readonly Kind<ListedMention>[] {
  return [
    { id: 'altered-quote', label: l10n.t('Altered quotations'), ...warning, holds: ({ finding }) => finding?.rule === 'altered-quote' },
    { id: 'inconsistent-draft', label: l10n.t('Does not follow'), ...warning, holds: () => true },
  ];
}

function asMention({ range, text, rule, message }: ListedFinding): ListedMention {
  return { range, text, verdict: 'unknown', finding: { rule, message }, letStand: false };
}

export async function draftNodes(server: Server, { document }: ActiveDraft): Promise<Node[]> {
  if (!document) return [];
  const uri = document.uri.toString();
  const listing = await server.ask<DraftListing>(draftMethod, { textDocument: { uri } });
  if (!listing) return [];
  const groups = [
    ...grouped(listing.figures, kindsOfFigures(), uri),
    ...grouped(listing.names, kindsOfNames(), uri),
    ...grouped(listing.others.map(asMention), kindsOfOthers(), uri),
  ];
  return groups.sort((a, b) => ORDER.indexOf(a.id) - ORDER.indexOf(b.id));
}

function grouped<T extends ListedMention>(mentions: readonly T[], kinds: readonly Kind<T>[], uri: string): Node[] {
  const rows = new Map(kinds.map((kind) => [kind, [] as Node[]]));
  for (const mention of mentions) {
    const kind = kinds.find((each) => each.holds(mention));
    if (kind) rows.get(kind)!.push(mentionNode(mention, kind, uri));
  }
  return [...rows]
    .filter(([, children]) => children.length > 0)
    .map(([{ id, label, icon, colour, open }, children]) => ({
      id,
      label,
      icon,
      colour,
      open,
      children,
      description: String(children.length),
    }));
}

function mentionNode(mention: ListedMention & Partial<ListedFigure>, kind: Kind<never>, uri: string): Node {
  const { range, text, measures, finding, agreeing = 0, differing = 0 } = mention;
  const label = [text, measures].filter(Boolean).join(' ');
  const said = beside(agreeing > 0 && l10n.t('{0} agree', agreeing), differing > 0 && l10n.t('{0} differ', differing));
  return {
    id: `${kind.id} ${range.start.line}:${range.start.character}`,
    label,
    description: beside(l10n.t('line {0}', range.start.line + 1), said),
    tooltip: finding ? [finding.message] : [label],
    icon: kind.icon,
    colour: kind.colour,
    spoken: beside(label, kind.label, finding?.message),
    place: { uri, range },
    context: agreeing + differing > 0 ? 'figure' : 'mention',
  };
}

/** Quotes sources: who says it and when, as a link to the place, and the sentence. All features that show passages show them so. */
import type { Claim } from '../engine/claims/claim.ts';
import type { Source } from '../engine/library.ts';
import type { Span } from '../engine/model.ts';
import { sourceName } from '../engine/rules/wording.ts';
import { formatDate, type Placed, passageLink, placeInWords } from './cite.ts';
import type { Client } from './client.ts';
import { excerpt } from './excerpt.ts';
import type { Markup } from './markdown.ts';

/** How much of a sentence is shown, in UTF-16 units: with its source it takes two lines of a hover. */
const ROOM = { before: 60, after: 80 };

export class Quoting {
  constructor(
    private readonly markup: Markup,
    private readonly client: Pick<Client, 'translate' | 'locale' | 'sourceTexts'>,
  ) {}

  /** A source's claim: who published it and when, who said it where the sentence does not tell, a remark in words, and the sentence. */
  claim(source: Source, { figure, speaker, denied }: Claim, remark = ''): string {
    const sentence = this.sentence(source, figure, figure.passage);
    const said = speaker && !namesSpeaker(sentence, speaker) ? speaker : '';
    return `${this.cited(source, figure, [said, denied ? this.client.translate('denied', {}) : '', remark])}: ${sentence}`;
  }

  /** A source with its key, its date and the place, and with remarks in brackets. */
  cited(source: Source, placed: Placed, remarks: readonly string[] = []): string {
    const { text } = this.markup;
    const { date, key } = source.article;
    const when = date ? formatDate(date, this.client.locale) : '';
    const where = placeInWords(source, placed, this.client.translate);
    const remark = remarks.filter(Boolean).join(', ');
    return `${this.linked(source, placed)}${text(key ? ` [${key}]` : '')}${text([when, where].map((part) => part && `, ${part}`).join(''))}${text(remark && ` (${remark})`)}`;
  }

  /** The name of a source, which opens it with the passage selected where the client shows links. */
  linked(source: Source, placed: Placed): string {
    const { target, title } = passageLink(source, placed, this.client);
    return this.markup.link(sourceName(source.article), target, title);
  }

  /** The passage around a span of it, in quotation marks, the span itself strong. */
  sentence(source: Source, span: Span, passage: number): string {
    const { text, strong } = this.markup;
    const { before, text: quoted, after } = excerpt(source, passage, span, ROOM);
    return `“${text(before)}${strong(quoted)}${text(after)}”`;
  }
}

/** Whether a sentence as shown tells who speaks: the last word of `Oakford city council` does for the whole. */
export function namesSpeaker(sentence: string, speaker: string): boolean {
  const last = speaker.slice(speaker.lastIndexOf(' ') + 1);
  return sentence.toLowerCase().includes(last.toLowerCase());
}

/** Writes hovers as Markdown or as plain text. All text that comes from sources and drafts passes through here. */
import { MarkupKind } from 'vscode-languageserver';

/** A way to write a hover; every method takes untrusted text and gives text that is safe in its format. */
export interface Markup {
  readonly kind: MarkupKind;
  text(text: string): string;
  strong(text: string): string;
  /** Text that is not to be: struck out, or in brackets where nothing can be. */
  struck(text: string): string;
  /** A link to a place in a source; `target` is a URI, and `title` what is told of it before it is followed. */
  link(label: string, target: string, title?: string): string;
}

export const markdown: Markup = {
  kind: MarkupKind.Markdown,
  text: escapeMarkdown,
  strong: (text) => (text.trim() ? `**${escapeMarkdown(text.trim())}**` : ''),
  struck: (text) => (text.trim() ? `~~${escapeMarkdown(text.trim())}~~` : ''),
  link: (label, target, title = '') => `[${escapeMarkdown(label)}](${escapeTarget(target)}${title && ` "${escapeTitle(title)}"`})`,
};

export const plaintext: Markup = {
  kind: MarkupKind.PlainText,
  text: visible,
  strong: (text) => visible(text.trim()),
  struck: (text) => `[-${visible(text.trim())}-]`,
  link: (label) => visible(label),
};

/** What can start Markdown or HTML in the middle of a line. Hovers put source text nowhere else. */
const MARKUP = /[\\`*_{}[\]<>&|~#$]/g;
/** What makes a bare address a link: `://` after a scheme, `www.`, and the `@` of an e-mail address. */
const ADDRESS = /:(?=\/\/)|@|(?<=www)\./gi;

/** Text as Markdown that shows exactly that text: no emphasis, link, image, HTML or entity can come of it. */
export function escapeMarkdown(text: string): string {
  return visible(text).replace(MARKUP, '\\$&').replace(ADDRESS, '\\$&');
}

/** Text as code, in which nothing is markup: between more backticks than stand together in it (CommonMark 0.31, section 6.1). */
export function markdownCode(text: string): string {
  const shown = visible(text);
  const fence = '`'.repeat(Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length)) + 1);
  const room = /^`|`$/.test(shown) ? ' ' : '';
  return fence + room + shown + room + fence;
}

/** A URI as a link's target. What would end the target is encoded. */
function escapeTarget(uri: string): string {
  return uri.replace(/[\s<>()[\]\\`"]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

function escapeTitle(title: string): string {
  return escapeMarkdown(title).replaceAll('"', '\\"');
}

/** Control characters and those that turn the direction of a line could make it say something else. */
const INVISIBLE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text on one line, without what cannot be seen or turns what follows around. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, ' ').replace(/\s+/g, ' ');
}

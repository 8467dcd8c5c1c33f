/** What the language server and its clients say to each other beyond LSP itself: method names and plain types. */

/** The settings section that `workspace/configuration` is asked for. */
export const settingsSection = 'secondSource';

/** Keys of that section which are about what the editor shows: the server has no such settings. */
export const editorSettings: readonly string[] = ['gutterMarks'];

/** The file at a folder's root that says the same as the settings and wins key by key. */
export const settingsFile = 'second-source.json';

/** The file at a folder's root that holds the writers' decisions: one record of JSON a line. */
export const ledgerFile = 'second-source.ledger.jsonl';

/** The `source` of every diagnostic. */
export const diagnosticSource = 'Second Source';

/**
 * A notification from the server whenever something changed, with a `Status`; and a request from the client without parameters,
 * answered with the same.
 */
export const statusMethod = 'secondSource/status';

/**
 * A notification from the client that the writer put the cursor somewhere, worth telling within a second of an edit: what was typed is
 * judged as soon as the cursor has left it. The server does without it where a client never tells.
 */
export const cursorMethod = 'secondSource/cursor';

export interface CursorParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/**
 * Commands of the server, for `workspace/executeCommand`: to let something stand in an open draft, and to check it again. Their argument
 * is an object that the server's code actions fill in: plain data, made for the server alone.
 */
export const letStandCommand = 'secondSource.letStand';
export const checkAgainCommand = 'secondSource.checkAgain';

/**
 * Commands of the server: to tick a figure or a name of an open draft as checked, to ask about it, and to take back either. Their argument
 * is a `CheckArguments`.
 */
export const tickCommand = 'secondSource.tick';
export const queryCommand = 'secondSource.query';
export const takeBackCommand = 'secondSource.takeBack';

/** A figure, a name or a quotation of a draft, with what a checker has to say of it. */
export interface CheckArguments {
  readonly uri: string;
  /** The figure, the name or the quoted words, and the offset in UTF-16 units when they were asked for; of several equal texts the nearest is meant. */
  readonly text: string;
  readonly start: number;
  /** Of a tick: the `passage` of one of the `CheckPassage`s; null for none; where it is left out the best that agrees, if any does. */
  readonly passage?: unknown;
  readonly note?: string | null;
}

/**
 * A request from the client, with LSP's `TextDocumentPositionParams`: what there is to check at a place of a draft. Answered with a
 * `Checkable`, or with null where no figure, name or quotation is there, and for documents that are no drafts.
 */
export const checkableMethod = 'secondSource/checkable';

export interface Checkable {
  /** What the commands are given, but for passage and note. */
  readonly arguments: CheckArguments;
  readonly mark: ListedMark | null;
  /** What it may be checked against, one a source, those that agree first and the best of them before the others. */
  readonly passages: readonly CheckPassage[];
}

/** A passage of a source that a tick may rely on. All texts are on one line. */
export interface CheckPassage {
  /** Plain data that only the server reads. */
  readonly passage: unknown;
  /** The source's name, with its date and the place in it, as far as they are known. */
  readonly source: string;
  readonly date: string;
  readonly place: string;
  /** The figure or name as the source writes it, and the words around it. */
  readonly text: string;
  readonly wording: string;
  readonly stance: 'agrees' | 'differs';
}

/** What checkers decided on a figure or a name. */
export interface ListedMark {
  /** `reopened`: it was ticked, but the draft or the source has changed since. */
  readonly state: 'ticked' | 'queried' | 'reopened';
  /** Who decided, when, and against what, in a sentence. */
  readonly told: string;
  /** What has changed since, in a sentence; null where nothing has. */
  readonly change: string | null;
  readonly note: string | null;
}

/**
 * A request from the client, with a `DraftParams`: what is checked of a draft. Asks for less than `draftMethod`, and may be asked after
 * every edit. Answered with a `MarksListing`, or with null for documents that are no drafts.
 */
export const marksMethod = 'secondSource/marks';

export interface MarksListing {
  /** How many figures there are. */
  readonly figures: number;
  /** The figures that something was decided on, and where. */
  readonly marked: readonly PlacedMark[];
  /** The same of names, each once, where it comes first. */
  readonly names: readonly PlacedMark[];
  /** The same of quotations. */
  readonly quotations: readonly PlacedMark[];
  /** Lines, from 0, that hold a figure which nothing was decided on, ascending; none where nothing was decided on the whole draft. */
  readonly open: readonly number[];
}

export interface PlacedMark {
  readonly range: PlainRange;
  readonly state: ListedMark['state'];
}

/**
 * A request from the client, without parameters: what new, changed and vanished sources did to the open drafts since the writer last
 * looked. Answered with a `Changes`, or with null before the session has begun.
 */
export const changesMethod = 'secondSource/changes';

/** A figure or a name that the sources have something else to say of than before. All texts are on one line. */
export interface ListedChange {
  readonly range: PlainRange;
  readonly text: string;
  /** What it measures, in the draft's words; empty where they do not tell, and for names. */
  readonly measures: string;
  readonly verdict: ListedMention['verdict'];
  /** Whether that is another than before. */
  readonly isOther: boolean;
  /** How it has changed, and by which sources: `was supported, now conflicting — The Militant says 160`. */
  readonly told: string;
}

export interface Changes {
  /** Those drafts alone that something has changed for; other verdicts first. */
  readonly drafts: readonly { readonly uri: string; readonly changes: readonly ListedChange[] }[];
}

/** A request from the client, with a `ChangesSeenParams`: the writer has seen what has changed. Answered with null. */
export const changesSeenMethod = 'secondSource/changesSeen';

export interface ChangesSeenParams {
  /** The draft; all of them where it is left out. */
  readonly uri?: string;
}

/**
 * A request from the client, with a `DraftParams`: what the sources said of an open draft when the writer last looked, as plain data that only
 * the server reads. A client keeps it, and gives it back to a server that is started later (`recallMethod`). Answered with null where it is
 * not known, as before the sources are read.
 */
export const standingsMethod = 'secondSource/standings';

/** A request from the client, with a `Recalled`: what an earlier server knew of a draft that is open. Answered with null. */
export const recallMethod = 'secondSource/recall';

export interface Recalled {
  readonly textDocument: { readonly uri: string };
  readonly standings: unknown;
}

/**
 * A notification from the server, without parameters, that what it says of drafts may be something else by now, though their diagnostics
 * are the same: what was decided, or what the sources say.
 */
export const draftsChangedMethod = 'secondSource/draftsChanged';

/**
 * A request from the client, with a `ConflictsParams`: where the sources disagree among themselves. Answered with a `Conflicts`, or with
 * null before the session has begun.
 */
export const conflictsMethod = 'secondSource/conflicts';

export interface ConflictsParams {
  /** The URI of a workspace folder; every folder's sources where it is left out. */
  readonly folder?: string;
}

/** A place in a text, as LSP has it: lines and UTF-16 units from 0, the end exclusive. */
export interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A claim of a source in a disagreement. */
export interface ConflictingClaim {
  /** The source's; where the client shows the texts of sources, that of the text where it is no text file. */
  readonly uri: string;
  /** Of the figure, in the document of that URI; its beginning where its lines are not those of the text that was analysed. */
  readonly range: PlainRange;
  /** The figure as the source writes it, on one line. */
  readonly text: string;
  /** What the source says around it, on one line and without markup. */
  readonly passage: string;
  /** Its page, paragraph, cell or time in words; null where lines say it. */
  readonly place: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO 8601, as far as it is known. */
  readonly date: string | null;
  /** Who says so, as the source names them. */
  readonly speaker: string | null;
}

/** Claims of several sources about one thing, not all of which can be right; one claim a source. */
export interface ConflictGroup {
  /** What is measured; empty where the claims share no words. */
  readonly measures: string;
  /** `warning` where the figures exclude each other plainly, `information` where dates or speakers may explain the difference. */
  readonly severity: 'warning' | 'information';
  readonly claims: readonly ConflictingClaim[];
}

export interface Conflicts {
  /** Plain conflicts first, then those of more sources. */
  readonly groups: readonly ConflictGroup[];
}

/**
 * A request from the client, without parameters: the sources of each folder. Answered with a `LibraryListing`, or with null before the
 * session has begun.
 */
export const libraryMethod = 'secondSource/library';

/** A source of the library. What its reader could not find is null. */
export interface ListedSource {
  readonly uri: string;
  /** What to open to read it: where the client shows the texts of sources, that of the text where it is no text file. */
  readonly shown: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** ISO 8601, as far as it is known. */
  readonly date: string | null;
  /** How many figures, and how many different names, were found in it. */
  readonly figures: number;
  readonly names: number;
  /** How many other sources tell the same story in the same words. */
  readonly copies: number;
  /** The agency whose story it is, as the text tells; null where it tells none. */
  readonly agency: string | null;
}

export interface LibraryListing {
  readonly folders: readonly { readonly uri: string; readonly name: string; readonly sources: readonly ListedSource[] }[];
}

/**
 * A request from the client, with a `DraftParams`: what is known of a draft's figures, and which names are to be looked at. Answered with
 * a `DraftListing`, or with null for documents that are no drafts.
 */
export const draftMethod = 'secondSource/draft';

export interface DraftParams {
  readonly textDocument: { readonly uri: string };
}

/** A figure, a name or a quotation of a draft, on one line and without markup. */
export interface ListedMention {
  readonly range: PlainRange;
  readonly text: string;
  readonly verdict:
    | ('supported' | 'refuted' | 'conflicting' | 'unsourced')
    | ('known' | 'variant' | 'misspelt' | 'unknown')
    | ('exact' | 'altered' | 'misattributed' | 'unfound');
  /** The rule that flags it, and what it says; null where nothing does. */
  readonly finding: { readonly rule: string; readonly message: string } | null;
  /** Whether it would be flagged, had the writer not let it stand. */
  readonly letStand: boolean;
  /** What its checkers decided; null where they did not yet. */
  readonly mark: ListedMark | null;
}

export interface ListedFigure extends ListedMention {
  /** What it measures, in the draft's words; empty where they do not tell. */
  readonly measures: string;
  /** How many sources agree, and how many differ. */
  readonly agreeing: number;
  readonly differing: number;
}

export interface ListedFinding {
  readonly range: PlainRange;
  readonly text: string;
  readonly rule: string;
  readonly message: string;
}

export interface DraftListing {
  /** In order of the text. */
  readonly figures: readonly ListedFigure[];
  readonly names: readonly ListedMention[];
  readonly quotations: readonly ListedMention[];
  /** What is found of anything else: of the draft held against itself. */
  readonly others: readonly ListedFinding[];
}

/**
 * A request from the client, with a `ReportParams`: a fact sheet of a draft, or the draft with a note for each figure. Answered with a
 * `Report`, or with null for documents that are no drafts.
 */
export const reportMethod = 'secondSource/report';

export interface ReportParams {
  readonly textDocument: { readonly uri: string };
  readonly format: 'md' | 'html' | 'csv' | 'annotated';
}

export interface Report {
  readonly text: string;
}

/**
 * A request from the client, with a `PictureParams`: how one thing was reported over time. Answered with a `Picture`, or with null where
 * no figure stands, and for documents that are neither open drafts nor sources.
 */
export const pictureMethod = 'secondSource/picture';

export interface PictureParams {
  /** A draft that is open, a source, or the text of one. */
  readonly textDocument: { readonly uri: string };
  /** Of the figure, or inside it. */
  readonly position: PlainRange['start'];
}

/** What a figure asserts, on the axis of its picture. */
export interface PictureInterval {
  /** Of dates, days since 1970-01-01, both included. */
  readonly low: number;
  readonly high: number;
  /** The end beyond which the words leave room; null where both are sharp. */
  readonly open: 'low' | 'high' | null;
}

/** What a source says of the thing. */
export interface PictureReport extends ConflictingClaim {
  readonly interval: PictureInterval;
  /** The days, since 1970-01-01 and both included, that the report may be of; null where it bears no date. */
  readonly days: readonly [number, number] | null;
  /** Against the draft's figure, or that of the source which was asked about; null where the sources are held against one another. */
  readonly stance: 'agrees' | 'differs' | null;
  /** Why not plainly, in words; empty where it is plain. */
  readonly remark: string;
  /** Whether it counts for nothing: a part or a whole, or a claim that its source denies. */
  readonly aside: boolean;
}

/** A figure of a draft, or of the source that was asked about. */
export interface PicturedFigure {
  readonly uri: string;
  readonly range: PlainRange;
  readonly text: string;
  readonly interval: PictureInterval;
}

export interface Picture {
  /** What is measured; empty where the texts do not tell. */
  readonly measures: string;
  readonly axis: { readonly kind: 'number' | 'year' | 'date'; readonly unit: string | null };
  /** The figure that was asked about, where it is now. */
  readonly at: PlainRange;
  /** The drafts' figures for the thing. */
  readonly drafts: readonly PicturedFigure[];
  /** The earliest first, undated ones last. */
  readonly reports: readonly PictureReport[];
}

/**
 * A command of a client that shows pictures: how the figure at a place was reported. Its arguments are a document's URI and the line and
 * the character of a figure. Hovers and code actions lead to it.
 */
export const showPictureCommand = 'secondSource.showPicture';

/**
 * A request from the client, with a `SearchParams`: the passages of the sources that have most of the words that somebody types. Answered
 * with a `SearchHits`, or with null before the session has begun.
 */
export const searchMethod = 'secondSource/search';

export interface SearchParams {
  readonly query: string;
  /** How many hits at most. */
  readonly most: number;
}

/** A passage that was found. */
export interface SearchHit {
  /** What to open to read it, and where it is there; as in `ConflictingClaim`. */
  readonly uri: string;
  readonly range: PlainRange;
  /** The source's own. */
  readonly file: string;
  /** Of the passage, in the source's text, in UTF-16 units. */
  readonly start: number;
  /** The passage on one line and without markup, and where in it the words are that were looked for: start and end, in UTF-16 units. */
  readonly text: string;
  readonly matches: readonly (readonly [start: number, end: number])[];
  readonly place: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly date: string | null;
}

export interface SearchHits {
  /** The best first. */
  readonly hits: readonly SearchHit[];
}

/**
 * A request from the client, with a `QuotationParams`: a passage as a quotation with who says it, to be put into a draft. Answered with a
 * `Quotation`, or with null where the source has no such passage any more.
 */
export const quotationMethod = 'secondSource/quotation';

export interface QuotationParams {
  /** `file` and `start` of a hit. */
  readonly file: string;
  readonly start: number;
  /** The language identifier of the draft. */
  readonly language: string;
}

export interface Quotation {
  /** A block of its own, without line breaks at its ends; lines end in `\n`. */
  readonly text: string;
}

/**
 * A request from the client, with a `PassagesParams`: the passages about what stands at a place, for going from one to the next. Answered
 * with a `Passages`, or with null where there is neither a figure, a name nor a quotation.
 */
export const passagesMethod = 'secondSource/passages';

export interface PassagesParams {
  readonly textDocument: { readonly uri: string };
  readonly position: PlainRange['start'];
}

export interface PassagePlace {
  readonly uri: string;
  /** Of the figure, name or quotation. */
  readonly range: PlainRange;
  /** Of the sentence that it stands in. */
  readonly passage: PlainRange;
}

export interface Passages {
  /** What stands at the place that was asked about, then what bears on it, the best first. */
  readonly places: readonly PassagePlace[];
}

/**
 * The scheme of documents that show the text that was taken out of a source which is no text file, such as a PDF. Where a client says in
 * `initializationOptions` that it shows them, places in such sources are given in these documents; their positions are those of the text.
 */
export const sourceTextScheme = 'second-source-text';

/** A request from the client, with a `SourceTextParams`, answered with a `SourceText`; null for what is no URI of that scheme. */
export const sourceTextMethod = 'secondSource/sourceText';

/** A notification from the server that a text which the client asked for is another by now, with a `SourceTextParams`. */
export const sourceTextChangedMethod = 'secondSource/sourceTextChanged';

export interface SourceTextParams {
  /** A URI of `sourceTextScheme`. */
  readonly uri: string;
}

/** From an offset of a text on, this is the place in the file. */
export interface SourcePlace {
  /** In UTF-16 units. */
  readonly start: number;
  /** As the writer would cite it: `page 3`, `paragraph 4`, `cell B7`. */
  readonly words: string;
  /** The page's number in the file, from 1, for links; null where the place is no page. */
  readonly page: number | null;
}

export interface SourceText {
  /** The URI of the file itself. */
  readonly original: string;
  /** Null where there is none: the file is gone, is no source any more, or cannot be read. */
  readonly text: string | null;
  /** Why there is no text, in words for the writer; null where there is one. */
  readonly reason: string | null;
  /** In the order of the text. */
  readonly places: readonly SourcePlace[];
}

/**
 * A command of a client that shows the texts of sources: opens one with a passage selected. Its arguments are the text's URI and an LSP
 * range. Hovers lead to it, for in VS Code a link there can lead to a document of another scheme only by a command.
 */
export const showPassageCommand = 'secondSource.showPassage';

/** What `initializationOptions` may hold. Everything is optional, and what has another type is ignored. */
export interface InitializationOptions {
  /** From a message's English template to its translation; `{name}` placeholders stay. */
  readonly l10n?: Readonly<Record<string, string>>;
  /** The settings of the section, for clients that cannot answer `workspace/configuration`. */
  readonly settings?: unknown;
  /** The client shows documents of `sourceTextScheme`, and has `showPassageCommand`. */
  readonly sourceTexts?: boolean;
  /**
   * Where the server may keep what it made of the sources, so that it starts the faster: the absolute path of a folder of its own, which
   * need not exist, and how many millions of bytes it may take there (256 where that is left out). Without it nothing is kept.
   */
  readonly cache?: { readonly folder: string; readonly megabytes?: number };
  /** The client has `showPictureCommand`. */
  readonly pictures?: boolean;
}

/** `indexing`: sources are being read; `trouble`: some could not be, or a setting is broken; `idle`: there are no sources. */
export type FolderState = 'indexing' | 'ready' | 'trouble' | 'idle';

/** A source that could not be read, and why, in words for the writer. */
export interface SkippedSource {
  readonly uri: string;
  readonly reason: string;
}

export interface FolderStatus {
  readonly uri: string;
  readonly name: string;
  readonly state: FolderState;
  /** How many articles the library holds. */
  readonly sources: number;
  readonly skipped: readonly SkippedSource[];
  /** How much of the present run of indexing is done; both 0 between runs. */
  readonly done: number;
  readonly total: number;
}

export interface Status {
  readonly folders: readonly FolderStatus[];
}

/** A figure that the sources have instead of the draft's, as a diagnostic's `data` holds it. */
export interface FigureData {
  /** As a source writes it, on one line and without its markup. */
  readonly text: string;
  /** The engine's quantity: plain data that only the server reads. */
  readonly quantity: unknown;
  /** Who gives it, for a title. */
  readonly sources: string;
  /** Whether it is the one to take. */
  readonly best: boolean;
}

/** A spelling that the sources have instead of the draft's, as a diagnostic's `data` holds it. */
export interface SpellingData {
  readonly text: string;
  readonly sources: string;
  readonly best: boolean;
}

/** A stretch of the draft, counted in UTF-16 units from the start of the diagnostic's range, and what is to stand there instead. */
export interface ChangeData {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A diagnostic's `data`: what fixes need, so that nothing is checked again to offer one. */
export interface DiagnosticData {
  readonly rule: string;
  /** The text of the diagnostic's range: where the draft has another there by now, nothing here holds any more. */
  readonly text: string;
  /** Of a figure: what it was understood to be, as the engine has it, and what the sources have instead, best first. */
  readonly figure: { readonly quantity: unknown; readonly choices: readonly FigureData[] } | null;
  /** Of a name: how it is written, the fullest form that the draft has of it, and how the sources spell it, best first. */
  readonly name: { readonly text: string; readonly full: string; readonly choices: readonly SpellingData[] } | null;
  /** Of a first mention by surname only: the full name. */
  readonly fullName?: string;
  /**
   * Of figures that do not go together, where arithmetic has one answer: that, and what it follows from; and what is to change where it is
   * no figure of the range.
   */
  readonly answer?: { readonly figure: string; readonly arithmetic: string; readonly changes?: readonly ChangeData[] };
  /** Of a quotation: what makes it the source's words again, and whose they are. */
  readonly quotation?: { readonly changes: readonly ChangeData[]; readonly sources: string };
}

/** From findings to LSP diagnostics. */
import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver';
import type { FigureVerdict, Finding } from '../engine/check.ts';
import type { PrimeSources } from '../engine/citing/prime.ts';
import { answerOf, weekdayFix } from '../engine/fixes/answers.ts';
import { figureChoices } from '../engine/fixes/choices.ts';
import { spellingChoices } from '../engine/fixes/names.ts';
import { english } from '../engine/lexicon/en.ts';
import type { Severity } from '../engine/model.ts';
import type { NameVerdict } from '../engine/names/judge.ts';
import { listSources, namesOf, quote, sourceName } from '../engine/rules/wording.ts';
import { isFigure, isInconsistency, isQuotation } from '../engine/subjects.ts';
import { type DiagnosticData, diagnosticSource, type FigureData, type SpellingData } from '../protocol/diagnostics.ts';
import { byStance, firstSightings, passageLocation, placeInWords, reasonInWords } from './cite.ts';
import type { Client } from './client.ts';
import type { Judged } from './judged.ts';
import { rangeIn } from './positions.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Most passages listed under one diagnostic; a list beyond that is not read. */
const MOST_RELATED = 20;

export type DiagnosticsClient = Pick<Client, 'relatedInformation' | 'translate' | 'sourceTexts'>;

/** The diagnostics that a draft's findings, or some of them, come to, in their order. Clients without related information find the sources in the message. */
export function diagnosticsOf(judged: Judged, client: DiagnosticsClient, findings = judged.judgement.findings): Diagnostic[] {
  return findings.map((finding) => {
    const related = relatedTo(finding, judged, client);
    const diagnostic: Diagnostic = {
      range: rangeIn(judged.document, finding),
      severity: severities[finding.severity],
      code: finding.rule,
      source: diagnosticSource,
      message: finding.message,
      data: dataOf(finding, judged, client),
    };
    if (client.relatedInformation) diagnostic.relatedInformation = related;
    // A single one is in the message already.
    else if (related.length > 1) for (const { message } of related) diagnostic.message += `\n- ${message}`;
    return diagnostic;
  });
}

/**
 * The figures or spellings beside their sources, each in a line: editors show these above the hover, which gives the sentences. Each leads
 * to its passage, which the editor selects.
 */
function relatedTo({ subject }: Finding, judged: Judged, client: DiagnosticsClient): DiagnosticRelatedInformation[] {
  if (isInconsistency(subject)) {
    const { document } = judged;
    return subject.beside.map(({ figure }) => ({
      location: { uri: document.uri, range: rangeIn(document, figure) },
      message: quote(figure.text),
    }));
  }
  if (isQuotation(subject)) {
    return subject.places.map(({ source, start, end, passage }) => ({
      location: passageLocation(source, { start, end, passage }, client),
      message: `${quote(source.article.text.slice(start, end))} (${sourceName(source.article)})`,
    }));
  }
  return isFigure(subject) ? citedFor(subject, judged, client).related : spelledFor(subject, judged, client).related;
}

/** What a figure's diagnostic says of the sources, wherever the figure stands. */
interface Cited {
  readonly client: DiagnosticsClient;
  readonly prime: PrimeSources;
  readonly related: DiagnosticRelatedInformation[];
  readonly choices: FigureData[];
}

/** By the evidence, which a verdict keeps for as long as nothing bears on it: most letters typed into a draft change no other figure's. */
const cited = new WeakMap<FigureVerdict['evidence'], Cited>();

function citedFor(verdict: FigureVerdict, { primeSources: prime }: Judged, client: DiagnosticsClient): Cited {
  const known = cited.get(verdict.evidence);
  if (known?.client === client && known.prime === prime) return known;
  const { agreeing, differing } = byStance(verdict.evidence);
  const related = [...agreeing, ...differing].slice(0, MOST_RELATED).map(({ source, claim, reason }) => {
    const where = placeInWords(source, claim.figure, client.translate);
    const why = reasonInWords(reason, client.translate);
    return {
      location: passageLocation(source, claim.figure, client),
      message: `${quote(claim.figure.text)} (${[sourceName(source.article), where, why].filter(Boolean).join(', ')})`,
    };
  });
  const choices = figureChoices(verdict, prime, english).map(({ text: figure, quantity, best, evidence }) => {
    return { text: figure, quantity, best, sources: namesOf(evidence, client.translate) };
  });
  const found = { client, prime, related, choices };
  cited.set(verdict.evidence, found);
  return found;
}

/** What a name's diagnostic says of the sources, wherever the name stands. */
interface Spelled {
  readonly client: DiagnosticsClient;
  /** The name as the draft has it, and how it is judged. */
  readonly of: string;
  readonly related: DiagnosticRelatedInformation[];
  readonly choices: SpellingData[];
}

/** By the variants, which a verdict keeps for as long as nothing bears on it. */
const spelled = new WeakMap<NameVerdict['variants'], Spelled>();

function spelledFor(verdict: NameVerdict, { sourceOf }: Judged, client: DiagnosticsClient): Spelled {
  const { mention, canonical } = verdict;
  const of = [mention.text, mention.full, verdict.verdict, canonical].join('\n');
  const known = spelled.get(verdict.variants);
  if (known?.client === client && known.of === of) return known;
  const { first } = firstSightings(verdict.variants, sourceOf, MOST_RELATED);
  const related = first.map(({ source, mention: theirs }) => ({
    location: passageLocation(source, theirs, client),
    message: `${theirs.text} (${[sourceName(source.article), placeInWords(source, theirs, client.translate)].filter(Boolean).join(', ')})`,
  }));
  const choices = spellingChoices(verdict).map(({ text, sources, best }) => {
    const articles = sources.flatMap((uri) => sourceOf(uri)?.article ?? []);
    return { text, sources: listSources(articles, client.translate), best };
  });
  const found = { client, of, related, choices };
  spelled.set(verdict.variants, found);
  return found;
}

function dataOf({ rule, subject, start, end }: Finding, judged: Judged, client: DiagnosticsClient): DiagnosticData {
  const text = judged.document.getText().slice(start, end);
  if (isFigure(subject)) {
    const { choices } = citedFor(subject, judged, client);
    return { rule, text, figure: { quantity: subject.claim.figure.quantity, choices }, name: null };
  }
  if (isQuotation(subject)) {
    const changes = subject.changes.map((change) => ({ start: change.start - start, end: change.end - start, newText: change.newText }));
    const sources = listSources(
      subject.places.map(({ source }) => source.article),
      client.translate,
    );
    return { rule, text, figure: null, name: null, quotation: { changes, sources } };
  }
  if (isInconsistency(subject)) {
    const answer = answerOf(subject.slip, client.translate, english);
    const { passage, quantity } = subject.marked.figure;
    const weekday = weekdayFix(subject, judged.analysis.passages[passage]!, judged.document.getText(), english);
    const changes = weekday && [{ ...weekday, start: weekday.start - start, end: weekday.end - start }];
    return {
      rule,
      text,
      figure: { quantity, choices: [] },
      name: null,
      ...(answer && { answer: { ...answer, ...(changes && { changes }) } }),
    };
  }
  if (rule === 'name-first-reference' && subject.introduces) return { rule, text, figure: null, name: null, fullName: subject.introduces };
  const { choices } = spelledFor(subject, judged, client);
  return { rule, text, figure: null, name: { text: subject.mention.text, full: subject.mention.full, choices } };
}

/** `missing-attribution`: a figure that every source has from somebody, and the draft states as a fact. */
import type { FigureVerdict } from '../compare/evidence.ts';
import { counts } from '../compare/verdict.ts';
import type { Dimension } from '../model.ts';
import { countOrigins } from '../origins/count.ts';
import type { Rule } from './rule.ts';
import { quote } from './wording.ts';

/** How many speakers a message names. */
const NAMED = 2;
/** What is not a toll is somebody's word only where so many sources, copies aside, say so. */
const ENOUGH_ORIGINS = 2;

/** How well a source's claim must align (see `align.ts`) to be what the draft tells, and not a figure that happens to be the same. */
export const ALIGNED = 0.5;

/** Dates, ages and ordinals are facts whoever tells them. */
const TELLING: ReadonlySet<Dimension> = new Set<Dimension>(['count', 'money', 'share', 'points', 'measure']);

export const missingAttribution: Rule<FigureVerdict> = {
  id: 'missing-attribution',
  defaultSeverity: 'hint',
  look({ claim, verdict, evidence }, translate) {
    // What is expected is stated as somebody's guess.
    if (verdict !== 'supported' || claim.attributed || claim.expected || !TELLING.has(claim.figure.quantity.dimension)) return null;
    const agreeing = evidence.filter((item) => item.stance === 'agrees' && counts(item));
    if (!agreeing.every((item) => item.claim.speaker !== null && item.score >= ALIGNED)) return null;
    if (!claim.toll && countOrigins(agreeing) < ENOUGH_ORIGINS) return null;
    const speakers = [...new Set(agreeing.map((item) => quote(item.claim.speaker!)))];
    const named = speakers.slice(0, NAMED);
    if (speakers.length > NAMED) named.push(translate('{count} more', { count: speakers.length - NAMED }));
    return { message: translate('Stated as a fact; the sources have it from: {speakers}', { speakers: named.join(', ') }) };
  },
};

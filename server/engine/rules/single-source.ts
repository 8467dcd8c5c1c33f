/** `single-source`: the draft has a figure from `sources` in the plural, and only one source has it. */
import type { Evidence, FigureVerdict } from '../compare/evidence.ts';
import { counts } from '../compare/verdict.ts';
import { countOrigins } from '../origins/count.ts';
import { ALIGNED } from './missing-attribution.ts';
import type { Rule } from './rule.ts';
import { listSources } from './wording.ts';

export const singleSource: Rule<FigureVerdict> = {
  id: 'single-source',
  defaultSeverity: 'hint',
  look({ claim, verdict, evidence }, translate) {
    if (verdict !== 'supported' || !claim.chorus) return null;
    const agreeing = evidence.filter((item) => item.stance === 'agrees' && counts(item));
    if (countOrigins(agreeing) !== 1 || !agreeing.every(isOneVoice)) return null;
    const articles = [...new Set(agreeing.map(({ source }) => source.article))];
    const sources = listSources(articles, translate);
    return {
      message:
        articles.length === 1
          ? translate('Several sources are spoken of, but only one has it: {sources}', { sources })
          : translate('Several sources are spoken of, but they tell one story: {sources}', { sources }),
    };
  },
};

/** Whether a source says it itself or has it from one alone: from several it would be several sources after all. */
function isOneVoice({ claim, score }: Evidence): boolean {
  if (claim.chorus || score < ALIGNED) return false;
  return claim.speaker === null ? !claim.attributed : !MANY.test(claim.speaker);
}

/** What is, or may be, the plural of those who speak. */
const MANY = /(?:s|police|people)$/i;

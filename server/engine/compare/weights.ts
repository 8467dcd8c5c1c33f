/** What each sign weighs. Fitted on the project's own labelled cases by `test/eval/fit.mjs`, which writes this file. */
import type { Sign } from './signs.ts';

export const bias = -0.84;

export const weights: Readonly<Record<Sign, number>> = {
  likeness: 1.76,
  content: 1.2,
  head: 0.75,
  modifiers: -0.2,
  headless: -0.27,
  event: 0.33,
  cohesion: 0.25,
  namesElsewhere: -0.49,
  contentElsewhere: -0.41,
  sharedNames: 0.55,
  otherNames: 0.15,
  unsaid: 0.01,
  distance: -1.01,
  sameRole: 0.15,
  unevenRole: -1.35,
  sameTime: 0.87,
  unevenTime: -0.21,
  expected: -0.73,
  period: -0.45,
  only: 0.76,
  sharesFigures: -0.66,
  money: 0.51,
  share: -0.33,
  measure: -0.55,
  duration: 0.66,
  time: -0.03,
  countOfEvent: 0.33,
  countOfThings: -0.67,
  age: 0.08,
  toll: 0.33,
  related: -0.31,
};

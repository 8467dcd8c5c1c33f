/** What the other figures of a sentence tell of one: which stand beside it in a source, and which stand in its place there. */
import { describe, test } from 'vitest';
import { check, libraryOf } from '../check.ts';

describe('figures that stand in each other’s place in a source', () => {
  const library = libraryOf({
    gazette:
      'The storm in Velmar tore down 64 fences and 23 chimneys, nine of them at the harbour. ' +
      'The town will pay 400,000 euros for the roofs and 250,000 euros for the quay. ' +
      'The harbour fees fell from 18 to 12 euros a boat.',
    ledger: 'The harbour of Velmar lies 70 km from the capital. Its fees were last raised in 2011.',
  });

  test('are refuted', () => {
    check(
      library,
      `
      In Velmar 23 fences and 64 chimneys came down in the storm.
                ^^ refuted -gazette
                              ^^ refuted -gazette
      `,
    );
  });

  test('are right where only their order is another', () => {
    check(
      library,
      `
      In Velmar 23 chimneys and 64 fences came down in the storm.
                ^^ supported +gazette
                                ^^ supported +gazette
      `,
    );
  });

  test('are right where their words follow one another', () => {
    check(
      library,
      `
      The roofs and the quay of Velmar will cost 400,000 and 250,000 euros respectively.
                                                 ^^^^^^^ supported +gazette
                                                             ^^^^^^^^^^^^^ supported +gazette
      `,
    );
  });

  test('are told apart by what a change runs from and to', () => {
    check(
      library,
      `
      A boat pays 12 euros at the harbour of Velmar, down from 18 euros.
                  ^^^^^^^^ supported +gazette
                                                               ^^^^^^^^ supported +gazette
      `,
    );
  });
});

describe('a figure whose own words say little', () => {
  const library = libraryOf({
    letter:
      'Our largest customer, the dairy at Ostbrück, agreed to be quoted. After eight months with us its vans need 19 percent less diesel. ' +
      'Their drivers are 41 and they like it. I would need half an hour of your time.',
    other: 'The bakery at Ostbrück has 33 vans. Its drivers go on strike every eight years.',
  });

  test('is meant beside another of its sentence', () => {
    check(
      library,
      `
      The dairy at Ostbrück used 19 percent less diesel within eight months.
                                 ^^^^^^^^^^ supported +letter
                                                               ^^^^^^^^^^^^ supported +letter
      `,
    );
  });
});

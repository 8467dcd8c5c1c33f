/** What the documents hold that show the texts of sources which are no text files: a request of the protocol's own. */
import { type SourceTextParams, sourceTextMethod } from '../../protocol/sourceTexts.ts';
import type { Feature } from './feature.ts';

export const sourceTexts: Feature = {
  register(answers) {
    answers.connection.onRequest(sourceTextMethod, ({ uri }: SourceTextParams) => answers.answer(({ texts }) => texts.of(uri)));
  },
};

/** What the documents hold that show the texts of sources which are no text files: a request of the protocol's own. */
import { type SourceTextParams, sourceTextMethod } from '../../protocol/sourceTexts.ts';
import type { Feature } from './feature.ts';

export const sourceTexts: Feature = {
  capabilities: () => ({}),
  register(answers) {
    answers.connection.onRequest(sourceTextMethod, async ({ uri }: SourceTextParams) => {
      const { session } = answers;
      if (!session) return null;
      try {
        return await session.texts.of(uri);
      } catch (error) {
        return session.answerFailed(error, null);
      }
    });
  },
};

/** Site furniture yields no passage; the article's own sentences all do. */
import { describe, expect, it } from 'vitest';
import { english } from '../../server/engine/lexicon/en.ts';
import { passagesOf } from '../../server/engine/text/passages.ts';
import { readArticle } from '../../server/sources/read.ts';

/** The words of each passage of an article. */
async function passages(...lines: string[]): Promise<string[]> {
  const reading = await readArticle({ uri: 'a', name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) });
  if ('skipped' in reading) throw new Error(reading.skipped);
  const work = passagesOf(reading.article, english);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value.map(({ tokens }) => tokens.map(({ text }) => text).join(' '));
  }
}

const FIRST = 'The council will tear down the old pier next year .';
const LAST = 'It was built 120 years ago .';
const plain = (words: string) => words.replace(' .', '.');

describe('furniture', () => {
  it.each([
    'Downloading PDF. Please wait...',
    'Issue 310',
    'Vol. 86, No. 4',
    'Page 3 of 10',
    'Sign up for our daily email',
    'Make a donation to Harbour Worker',
    'Please become a Patron!',
    'If you like this article or have found it useful, please consider donating towards our work. It took 12 people 40 days.',
    'Latest News',
    'Help fund the paper',
    'Click to share on Facebook (Opens in new window)',
    'Read more: the 12 best piers',
    'READ MORE',
    'Advertisement',
    '**Advertisement**',
    'Copyright \u00a9 2021 Harbour News',
    '\u00a9 2021 Harbour News. All rights reserved.',
    'This site uses cookies to count 3 things',
    'Follow Harbour News on Twitter, Facebook and Instagram',
    'To contact the Harbour Party visit:',
    '[harbour.example/contact](https://harbour.example/contact)',
    'https://harbour.example/2021/03/05',
    '- Harbour News - 2021 - HN12 - March 2021 -',
    '[Contents](#) | [Subscribe](https://harbour.example/s)',
    '12 comments',
    '5 min read',
  ])('is %s', async (line) => {
    expect(await passages('Old pier to go', '', plain(FIRST), '', line, '', plain(LAST))).toEqual(['Old pier to go', FIRST, LAST]);
  });

  it.each([
    'Share prices fell by 12 percent.',
    'Donations to the pier reached 40 pounds.',
    'Issue 3 of the report names nobody.',
    'Cookies were sold at the gate.',
    'Readers sent in 40 letters.',
    'Help users find 12 boats.',
    'Sponsored boats raised 1,000 pounds.',
    'Emails show that 12 men knew.',
    'Latest figures show 40 dead.',
    '[The council](https://harbour.example) paid 40 pounds.',
    'Advertisements cost the town 300 pounds.',
  ])('is not %s', async (line) => {
    expect(await passages('Old pier to go', '', plain(FIRST), '', line, '', plain(LAST))).toHaveLength(4);
  });

  it('goes on in the next line where it is cut in the middle of a phrase', async () => {
    expect(
      await passages(
        'Old pier to go',
        '',
        plain(FIRST),
        '',
        'To contact the Harbour News and the',
        'Harbour Party visit:',
        '',
        '<https://harbour.example>',
      ),
    ).toEqual(['Old pier to go', FIRST]);
  });

  it('takes what stands between two appeals at the end with it, unless it tells a figure', async () => {
    const end = ['Please support our work', '', 'Harbour News has no owner and no adverts.', '', 'Become a member today'];
    expect(await passages('Old pier to go', '', plain(FIRST), '', ...end)).toEqual(['Old pier to go', FIRST]);
    expect(await passages('Old pier to go', '', plain(FIRST), '', end[0]!, '', plain(LAST), '', end[4]!)).toEqual([
      'Old pier to go',
      FIRST,
      LAST,
    ]);
  });

  it('is a page header in the middle of a sentence, and the sentence is one', async () => {
    const head = 'Old pier to go, council says';
    expect(
      await passages(head, '', plain(FIRST), '', 'The boats began to leave at', '', head, '', 'the end of 2019 for the new port.'),
    ).toEqual(['Old pier to go , council says', FIRST, 'The boats began to leave at the end of 2019 for the new port .']);
  });

  it('is a page number or a running head that cuts a sentence, and no subheading that comes twice', async () => {
    expect(
      await passages(
        'Old pier to go',
        '',
        'Harbour News',
        '',
        'The boats left for the',
        '',
        'Harbour News',
        '',
        '14',
        '',
        'new port in 2019.',
      ),
    ).toEqual(['Old pier to go', 'Harbour News', 'The boats left for the new port in 2019 .']);
    expect(await passages('Old pier to go', '', 'It cost about', '', '2', '', '$40 million in all.')).toEqual([
      'Old pier to go',
      'It cost about $ 40 million in all .',
    ]);
    expect(await passages('Old pier to go', '', 'Background', '', plain(FIRST), '', 'Background', '', plain(LAST))).toHaveLength(5);
  });
});

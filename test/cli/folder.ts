/** A folder as people have them: sources in every format, and files broken in as many ways as we know. */
import { randomBytes } from 'node:crypto';
import { docx, epub, page, storyOf } from '../sources/fixtures/make.mjs';
import { pdf } from '../sources/pdf.ts';
import { zip } from '../sources/reading.ts';

type Content = string | Uint8Array;

/** A source in words of its own, with a figure that no other has. */
function readable(index: number): [string, Content] {
  const boats = 1000 + index;
  const text = `The harbour of Port Mara counted ${boats} boats in March, the mayor said, and nobody there could say how many were lost.`;
  const story = storyOf(`---\ntitle: The boats of Port Mara\ndate: 2021-03-05\n---\n# The boats\n\n${text}\n\nThe town is old.`);
  const name = `source-${index}`;
  const makers: readonly (() => [string, Content])[] = [
    () => [`${name}.txt`, text],
    () => [`${name}.md`, `# The boats\n\n${text}\n`],
    () => [`${name}.html`, page(story)],
    () => [`${name}.docx`, docx(story)],
    () => [`${name}.epub`, epub(story)],
    () => [`${name}.pdf`, pdf([text.match(/.{1,60}(?: |$)/g)!.map((line, down) => ({ text: line.trim(), y: 700 - down * 13 }))])],
    () => [`${name}.csv`, `Port,Boats\nMara,${boats}\nSalta,7\n`],
    () => [`${name}.srt`, `1\n00:00:01,000 --> 00:00:05,000\n${text}\n`],
    () => [`${name}.eml`, `From: Ann Lee <a@harbour.example>\nSubject: Boats\nDate: Fri, 5 Mar 2021 10:00:00 +0000\n\n${text}\n`],
  ];
  return makers[index % makers.length]!();
}

const TEXT = new TextEncoder();

/** Broken files by name, with what is to be said of each. */
export function broken(): Map<string, readonly [Content, RegExp]> {
  const story = storyOf('# The boats\n\nThe harbour counted 12 boats.');
  const word = docx(story);
  const book = epub(story);
  const print = pdf([[{ text: 'The harbour counted 12 boats in the storm.', y: 700 }]]);
  const noise = randomBytes(4000);
  noise[0] = 1;
  const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...noise.subarray(0, 500));
  const zeros = new Uint8Array(30 * 1024 * 1024);
  const entities = '<!DOCTYPE a [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;">]><a>&b;</a>';
  const hex = 'ab'.repeat(32);
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${hex}> /U <${hex}> /P -4 >> /ID [<${hex}> <${hex}>]`;
  const round = new TextDecoder('latin1').decode(print).replace('/Kids [5 0 R]', '/Kids [2 0 R]');
  const container = '<container><rootfile full-path="b.opf"/></container>';
  const found = new Map<string, readonly [Content, RegExp]>();
  for (const ending of ['txt', 'md', 'html', 'pdf', 'docx', 'epub', 'eml', 'srt', 'vtt', 'csv', 'xlsx', 'mhtml'])
    found.set(`empty.${ending}`, ['', /^empty$/]);
  for (const ending of ['txt', 'md', 'rst', 'csv', 'srt', 'html']) found.set(`noise.${ending}`, [noise, /not text/]);
  for (const ending of ['pdf', 'docx', 'epub', 'xlsx', 'mhtml', 'docm']) found.set(`noise.${ending}`, [noise, /damaged/]);
  for (const [name, whole] of Object.entries({ docx: word, epub: book, xlsx: word })) {
    found.set(`cut.${name}`, [whole.subarray(0, whole.length / 2), /damaged/]);
    found.set(`bomb.${name}`, [zip({ 'word/document.xml': zeros, 'META-INF/container.xml': container }), /unpacks to far more/]);
  }
  for (const ending of ['docx', 'xlsx']) found.set(`locked.${ending}`, [old, /password/]);
  found.set('locked.pdf', [pdf([[{ text: 'x', y: 700 }]], { trailer: lock }), /password/]);
  found.set('scan.pdf', [pdf([[], [], []]), /pictures/]);
  found.set('round.pdf', [Uint8Array.from(round, (char) => char.charCodeAt(0)), /damaged|pictures/]);
  found.set('text.pdf', ['The harbour counted 12 boats.', /damaged/]);
  found.set('entities.docx', [zip({ 'word/document.xml': entities }), /entities/]);
  found.set('entities.xlsx', [zip({ 'xl/workbook.xml': entities }), /entities/]);
  found.set('entities.epub', [zip({ 'META-INF/container.xml': container, 'b.opf': entities }), /entities/]);
  found.set('other.docx', [zip({ 'a.txt': 'no document' }), /damaged/]);
  found.set('other.xlsx', [zip({ 'a.txt': 'no workbook' }), /damaged/]);
  found.set('other.epub', [zip({ 'a.txt': 'no book' }), /damaged/]);
  found.set('nothing.html', ['<html><body><script>let a = 12</script></body></html>', /no text/]);
  found.set('nothing.srt', ['no cue at all', /damaged/]);
  found.set('pdf.txt', [print, /PDF/]);
  found.set('zip.md', [word, /ZIP/]);
  found.set('old.doc', [old, /old Word/]);
  found.set('database.csv', ['1,2,3,4\n'.repeat(60_000), /database/]);
  found.set('film.mp4', [noise, /Sound and video/]);
  found.set('unknown.xyz', [noise, /this kind/]);
  return found;
}

/** A folder of so many files, broken ones among them. */
export function mixedFolder(count: number): Record<string, Content> {
  const files: Record<string, Content> = {};
  const bad = [...broken()];
  for (const [name, [content]] of bad) files[`sources/broken/${name}`] = content;
  for (let index = 0; index < count - bad.length; index++) {
    const [name, content] = readable(index);
    files[`sources/${index % 7}/${name}`] = typeof content === 'string' ? TEXT.encode(content) : content;
  }
  return files;
}

/** Verdicts on a draft's names: invented sources, and what each spelling is to them. */
import { describe, expect, it } from 'vitest';
import { judged, libraryOf, verdictOn } from './desk.ts';

/** A story about `name`, as sources tell it. */
const about = (name: string) => `The inquiry heard ${name} on the first day. Lawyers asked ${name} about the contract.`;

function check(name: string, sources: readonly string[], expected: { verdict: string; canonical?: string | null }): void {
  const verdict = verdictOn(name, `The panel will hear ${name} tomorrow.`, sources.map(about));
  expect(verdict, `no name ${name} was found`).toBeDefined();
  expect({ verdict: verdict!.verdict, canonical: verdict!.canonical }).toEqual({ canonical: null, ...expected });
}

describe('misspelt', () => {
  it.each([
    ['Dmitri Sorokin', 'Dmitry Sorokin'],
    ['Nikolay Gribanov', 'Nikolai Gribanov'],
    ['Alexey Stolpov', 'Aleksei Stolpov'],
    ['Evgeny Markov', 'Yevgeny Markov'],
    ['Zhanna Alieva', 'Janna Aliyeva'],
    ['Oleksandr Havrylenko', 'Oleksandr Gavrylenko', 'unknown'],
    ['Volodymyr Petrenskiy', 'Volodymyr Petrensky'],
    ['Volodymyr Petrensky', 'Volodymyr Petrenskyy'],
    ['Mohamed Tariki', 'Mohammed Tariki'],
    ['Muhammad Tariki', 'Mohammed Tariki'],
    ['Subhas Tarikse', 'Subas Tariksa'],
    ['Abdel Fatah el-Banna', 'Abdel Fattah el-Banna'],
    ['Hamid el-Banna', 'Hamid al-Banna'],
    ['Hussain Qasemi', 'Hussein Ghasemi'],
    ['Jose Peres', 'José Pérez'],
    ['Jose Perez', 'José Pérez'],
    ['Jorg Müller', 'Jörg Müller'],
    ['Joerg Mueller', 'Jörg Müller'],
    ['Klaus Gross', 'Klaus Groß'],
    ['Recep Yildirim', 'Recep Yıldırım'],
    ['Emanuel Lacroix', 'Emmanuel Lacroix'],
    ['Viktor Halasz', 'Victor Halász'],
    ['Angela Brandel', 'Angela Brandle'],
    ['Katherine Holloway', 'Katharine Holloway'],
    ['Jonathan Prescot', 'Jonathan Prescott'],
    ['Moammar Qaddafi', 'Muammar Gaddafi'],
    ['Khaled Tariki', 'Khalid Tariki'],
    ['Tariq bin Nader', 'Tariq bin Nadir'],
    ['Abdel Karim al-Tariki', 'Abdul Karim al-Tariki'],
    ['Choi Dae-hyung', 'Choi Dae-hyun'],
    ['Wu Dengjing', 'Wu Denjing'],
    ['Wu Deng', 'Wu Den', 'unknown'],
    ['Karim Bsasimov', 'Karim Bassimov'],
    ['Kairm Bassimov', 'Karim Bassimov'],
    ['Velmotnaine', 'Velmontaine'],
    ['Nguyen Van Thieu', 'Nguyen Van Thieu', 'known'],
    ['Sydenhurst', 'Sidenhurst', 'misspelt'],
    ['Velmontaine', 'Velmotaine', 'misspelt'],
  ])('%s for %s', (written, right, verdict = 'misspelt') => {
    const canonical = verdict === 'unknown' ? null : right;
    check(written, [right, right], { verdict, canonical });
  });

  it('is a person whom the draft seems to take for a place', () => {
    const verdict = verdictOn('Timur Kulbaev', 'The house found a buyer in Timur Kulbaev.', [about('Timur Kulbayev')]);
    expect(verdict).toMatchObject({ verdict: 'misspelt', canonical: 'Timur Kulbayev' });
  });

  it('is a long name of a place that one source has', () => {
    const verdict = verdictOn('Sardikorgan', 'Crowds gathered in Sardikorgan.', ['Police fired at the crowd in Sardykorgan on Monday.']);
    expect(verdict).toMatchObject({ verdict: 'misspelt', canonical: 'Sardykorgan' });
  });

  it('takes the spelling of most sources', () => {
    check('Karel Novotni', ['Karel Nowotny', 'Karel Novotny', 'Karel Novotny'], { verdict: 'misspelt', canonical: 'Karel Novotny' });
  });

  it('takes the nearest of spellings that as many sources use', () => {
    check('Kairm Bassimov', ['Karim Basimov', 'Karim Bassimov'], { verdict: 'misspelt', canonical: 'Karim Bassimov' });
    check('Kairm Basimov', ['Karim Basimov', 'Karim Bassimov'], { verdict: 'misspelt', canonical: 'Karim Basimov' });
  });

  it('is the surname of a person whom the draft names in full', () => {
    const draft = 'Minister Karel Novotni spoke. Later Novotni left.';
    const verdicts = judged(draft, libraryOf([about('Karel Novotny')]));
    expect(verdicts.map(({ mention, verdict, canonical }) => [mention.text, verdict, canonical])).toEqual([
      ['Karel Novotni', 'misspelt', 'Karel Novotny'],
      ['Novotni', 'misspelt', 'Novotny'],
    ]);
  });

  it('is a whole name, though sources have a shorter form of it', () => {
    const verdict = verdictOn('Mohamed Timur Kulov', 'The owner is Mohamed Timur Kulov.', [
      'Police held the owner, Mohammed Timur Kulov, at the border.',
      about('Timur Kulov'),
    ]);
    expect(verdict).toMatchObject({ verdict: 'misspelt', canonical: 'Mohammed Timur Kulov' });
  });

  it('asks more of a name of one part: more than one mention', () => {
    const draft = 'The ship left Sydenhurst.';
    expect(verdictOn('Sydenhurst', draft, ['They sailed from Sidenhurst.'])?.verdict).toBe('unknown');
    expect(verdictOn('Sydenhurst', draft, ['They sailed from Sidenhurst.', 'We like Sidenhurst.'])?.verdict).toBe('misspelt');
  });
});

describe('another name, not a misspelt one', () => {
  it.each([
    ['Elena Karpova', 'Oleg Karpov'],
    ['Aleksandra Karpova', 'Aleksandr Karpov'],
    ['Daria Wolska', 'Daria Wolski'],
    ['Oksana Zelinska', 'Oksana Zelinskyy'],
    ['Maria Duarte', 'Mario Duarte'],
    ['Daniela Costa', 'Daniel Costa'],
    ['Frances Underhill', 'Francis Underhill'],
    ['Christine Vogel', 'Christian Vogel'],
    ['Roman Karpov', 'Oleg Karpov'],
    ['Peter Hansen', 'Peter Jansen'],
    ['Juan Fernandez', 'Juan Hernandez'],
    ['Kim Jong-un', 'Kim Jong-il'],
    ['Anna Lee', 'Anna Lea'],
    ['Oleg Marin', 'Oleg Martin'],
    ['Austria', 'Australia'],
    ['Slovenia', 'Slovakia'],
    ['Columbia', 'Colombia'],
    ['Harkov', 'Harkiv'],
    ['Andersen', 'Anderson'],
    ['Velmontians', 'Velmontian'],
    ['North Velmont', 'South Velmont'],
    ['Socialist Party', 'Socialism Party'],
    ['Velmont Metrics', 'Velmont Metric'],
    ['Göppingen', 'Göttingen'],
    ['Miroslav Marek', 'Miloslav Marek'],
    ['Adriana Marek', 'Ariana Marek'],
    ['Johnston', 'Johnson'],
    ['BBD', 'BBC'],
  ])('%s beside %s', (written, other) => {
    const verdict = verdictOn(written, `The panel will hear ${written} tomorrow.`, [about(other), about(other), about(other)]);
    expect(verdict?.verdict ?? 'unknown').toBe('unknown');
  });

  it('nor an ordinary word that a sentence or a heading opens with', () => {
    const sources = [
      'The protesters met Protessters United in Harbourtown. The protestors left.',
      'Protessters United won. Protestors sang.',
    ];
    const draft = '# Protestors March On\n\nProtestors sang. Protesters marched.';
    expect(judged(draft, libraryOf(sources)).filter(({ verdict }) => verdict === 'misspelt')).toEqual([]);
  });

  it('nor a surname that belongs to another person of the draft', () => {
    const draft = 'Later Peter Johnston paid. Soon Johnston left.';
    const verdicts = judged(draft, libraryOf([about('Boris Johnson'), about('Boris Johnson')]));
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown']);
  });
});

describe('known', () => {
  it.each([
    ['Ilse Marten', ['Ilse Marten']],
    ['Marten', ['Ilse Marten']],
    ['ILSE Marten', ['Ilse Marten']],
    ['Jean Luc Ferrand', ['Jean-Luc Ferrand']],
    ['Hydro Vale', ['HydroVale']],
    ['Sharif', ['Omar al-Sharif']],
    ['Omar Sharif', ['Omar al-Sharif']],
    ['George W. Coster', ['George Coster']],
    ['Nuno Simões Peixão', ['Nuno Simoes Peixao']],
    ['Nguyễn Văn Bình', ['Nguyen Van Binh']],
    ['Van Dorn', ['Hugo van Dorn']],
    ['Arvent', ['Arvent Inc.']],
  ])('%s where sources have %s', (name, sources) => {
    expect(verdictOn(name, `We saw ${name} there.`, sources.map(about))?.verdict).toBe('known');
  });

  it('whatever the title or the possessive', () => {
    const draft = "We saw President Marten and Marten's dog. Later Mr. Marten left.";
    expect(judged(draft, libraryOf([about('Ilse Marten')])).map(({ verdict }) => verdict)).toEqual(['known', 'known', 'known']);
  });

  it('against a spelling of less than a third as many sources', () => {
    const sources = [...Array(4).fill('Karim Bassimov'), 'Karim Basimov'];
    check('Karim Bassimov', sources, { verdict: 'known', canonical: 'Karim Bassimov' });
  });

  it('where only the language of the house differs', () => {
    expect(verdictOn('Rural Organisation Fund', 'The Rural Organisation Fund paid.', [about('Rural Organization Fund')])?.verdict).toBe(
      'known',
    );
  });
});

describe('variant', () => {
  it('of a rarer spelling, with the one of most sources', () => {
    const sources = [...Array(4).fill('Karim Bassimov'), 'Karim Basimov'];
    check('Karim Basimov', sources, { verdict: 'variant', canonical: 'Karim Bassimov' });
  });

  it('of a tie, with none', () => {
    check('Karim Bassimov', ['Karim Bassimov', 'Karim Basimov'], { verdict: 'variant', canonical: null });
  });

  it('lists the spellings with their sources, the most used first', () => {
    const sources = ['Karim Basimov', 'Karim Bassimov', 'Karim Bassimov'].map(about);
    const verdict = verdictOn('Bassimov', 'Later Bassimov left.', sources);
    expect(verdict?.variants.map(({ text, sources }) => [text, sources])).toEqual([
      ['Bassimov', ['1', '2']],
      ['Basimov', ['0']],
    ]);
  });

  it('of a full name whose surname a source writes so by itself', () => {
    const sources = [about('Karim Bassimov'), `${about('Karim Bassimov')} Even Basimov smiled.`];
    expect(verdictOn('Karim Basimov', 'They met Karim Basimov.', sources)).toMatchObject({
      verdict: 'variant',
      canonical: 'Karim Bassimov',
    });
  });

  it('not of two people whose surnames are alike', () => {
    const sources = [about('Karim Bassimov'), about('Olga Basimov')];
    expect(verdictOn('Bassimov', 'Later Bassimov left.', sources)?.verdict).toBe('known');
  });
});

it('is misspelt where it sounds like the name beside the same given name, though it is a word', () => {
  const source = 'Osmund Pryce paid the price. The price that Osmund Pryce paid was high.';
  const verdict = verdictOn('Osmund Price', 'The panel will hear Osmund Price tomorrow.', [source]);
  expect(verdict).toMatchObject({ verdict: 'misspelt', canonical: 'Osmund Pryce' });
});

it('is known by the name behind what somebody does', () => {
  for (const title of ['Doctor', 'Nurse', 'Engineer'])
    expect(verdictOn('Salif Kunda', 'The ward of Salif Kunda is full.', [`${title} Salif Kunda counted 64 beds.`])).toMatchObject({
      verdict: 'known',
    });
});

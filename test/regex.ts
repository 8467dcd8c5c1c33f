/** A regular expression that counts its steps: it backtracks as JavaScript's do, one character or assertion at a time. For tests. */

type Next = (at: number) => boolean;
type Matcher = (at: number, next: Next) => boolean;

/** What stands for characters: its source (`\d`, `[a-z]`, `x`), and a character that it matches. */
interface Atom {
  readonly source: string;
  readonly sample: string;
}

const POOL = [
  ...'ab1 0AZ.,:;!?\'"-_/()[]{}<>#@%&*+=~^|\\`$\n\t\r',
  ...'é\u00d8Жж\u2019\u201c\u2026\u2013\u20ac\u00a3\u00a0\u2009\u00ad\u200b\u0301\u2022\ufeff字',
];

export class CountingRegex {
  /** Steps of the last search. */
  steps = 0;
  readonly atoms: Atom[] = [];
  /** A short text that it matches, as far as samples and the fewest repetitions can tell. */
  readonly witness: string;
  private readonly matcher: Matcher;
  private at = 0;
  private text = '';
  private readonly sticky: boolean;

  constructor(
    readonly source: string,
    readonly flags: string,
  ) {
    this.sticky = flags.includes('y');
    const [matcher, witness] = this.alternatives();
    if (this.at < source.length) throw new Error(`cannot read ${source} from ${this.at}`);
    this.matcher = matcher;
    this.witness = witness;
  }

  /** Searches as `test` does, from each place of the text in turn. Gives up beyond so many steps. */
  search(text: string, most: number): boolean {
    this.text = text;
    this.steps = 0;
    this.most = most;
    for (let start = 0; start <= (this.sticky ? 0 : text.length); start++) if (this.matcher(start, () => true)) return true;
    return false;
  }

  private most = Number.POSITIVE_INFINITY;

  private step(): void {
    if (++this.steps > this.most) throw new RangeError('too many steps');
  }

  private alternatives(): [Matcher, string] {
    const options: [Matcher, string][] = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at++;
      options.push(this.sequence());
    }
    if (options.length === 1) return options[0]!;
    return [(at, next) => options.some(([matcher]) => matcher(at, next)), options[0]![1]];
  }

  private sequence(): [Matcher, string] {
    const parts: [Matcher, string][] = [];
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') parts.push(this.repeated());
    const run =
      (index: number): Matcher =>
      (at, next) =>
        index === parts.length ? next(at) : parts[index]![0](at, (end) => run(index + 1)(end, next));
    return [run(0), parts.map(([, witness]) => witness).join('')];
  }

  private repeated(): [Matcher, string] {
    const [one, witness] = this.one();
    const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})(\??)/.exec(this.source.slice(this.at));
    if (!found) return [one, witness];
    this.at += found[0].length;
    const [, sign, low, comma, high, lazy] = found;
    const least = sign ? (sign === '+' ? 1 : 0) : Number(low);
    const most = sign ? (sign === '?' ? 1 : Number.POSITIVE_INFINITY) : comma ? (high ? Number(high) : Number.POSITIVE_INFINITY) : least;
    const repeat = (count: number, at: number, next: Next): boolean => {
      const more = () => count < most && one(at, (end) => (end > at || count < least) && repeat(count + 1, end, next));
      if (count < least) return more();
      return lazy ? next(at) || more() : more() || next(at);
    };
    return [(at, next) => repeat(0, at, next), witness.repeat(Math.max(least, sign === '*' ? 1 : least))];
  }

  private one(): [Matcher, string] {
    const rest = this.source.slice(this.at);
    const group = /^\((\?:|\?=|\?!|\?<=|\?<!|\?<\w+>)?/.exec(rest);
    if (group) {
      this.at += group[0].length;
      const from = this.at;
      const [inner, witness] = this.alternatives();
      const written = this.source.slice(from, this.at);
      this.at++;
      const look = group[1];
      if (!look?.startsWith('?=') && !look?.startsWith('?!') && !look?.startsWith('?<=') && !look?.startsWith('?<!'))
        return [inner, witness];
      const behind = look.startsWith('?<');
      // What has no open end matches no more than is written of it.
      const reach = /[*+,]/.test(written) ? Number.POSITIVE_INFINITY : written.length;
      const holds = (at: number) => {
        if (!behind) return inner(at, () => true);
        for (let start = at; start >= Math.max(0, at - reach); start--) if (inner(start, (end) => end === at)) return true;
        return false;
      };
      return [(at, next) => holds(at) !== look.endsWith('!') && next(at), ''];
    }
    const assertion = /^(?:\^|\$|\\b|\\B)/.exec(rest)?.[0];
    if (assertion) {
      this.at += assertion.length;
      const pattern = new RegExp(assertion, `${this.flags.replace(/[gy]/g, '')}y`);
      return [
        (at, next) => {
          this.step();
          pattern.lastIndex = at;
          return pattern.test(this.text) && next(at);
        },
        '',
      ];
    }
    const source = /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\.|[^\\])/su.exec(rest)?.[0];
    if (!source || /^\\[1-9k]/.test(source)) throw new Error(`cannot read ${this.source} from ${this.at}`);
    this.at += source.length;
    const pattern = new RegExp(`^${source}$`, this.flags.replace(/[gmy]/g, '').replace('u', '') + (this.flags.includes('u') ? 'u' : ''));
    const known = new Map<string, boolean>();
    const holds = (char: string): boolean => {
      const answer = known.get(char) ?? pattern.test(char);
      known.set(char, answer);
      return answer;
    };
    const sample = POOL.find(holds) ?? (source.length === 1 ? source : '');
    this.atoms.push({ source, sample });
    return [
      (at, next) => {
        this.step();
        const char = this.flags.includes('u') ? String.fromCodePoint(this.text.codePointAt(at) ?? 0) : (this.text[at] ?? '');
        return at < this.text.length && holds(char) && next(at + char.length);
      },
      sample,
    ];
  }
}

const REPEATS = 40;
/** Beyond these many steps an expression is no linear one. */
const MOST = 300_000;

/** A text on which an expression takes more than linear steps, with how many; null where none was found. */
export function worstOf(regex: CountingRegex): { readonly text: string; readonly steps: readonly [number, number] } | null {
  const samples = [...new Set(regex.atoms.map(({ sample }) => sample).filter(Boolean))].slice(0, 8);
  const pumps = [...samples, ...samples.flatMap((a) => samples.filter((b) => b !== a).map((b) => a + b)), regex.witness].filter(Boolean);
  const stepsOn = (text: string): number => {
    try {
      regex.search(text, MOST);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    return regex.steps;
  };
  const starts = new Set(Array.from({ length: Math.min(regex.witness.length, 24) + 1 }, (_, at) => regex.witness.slice(0, at)));
  for (const start of starts) {
    for (const pump of pumps) {
      for (const end of ['\u0001', '']) {
        const text = (times: number) => start + pump.repeat(times) + end;
        const [few, many] = [stepsOn(text(REPEATS)), stepsOn(text(2 * REPEATS))];
        if (many > 2.5 * few + 100 || many > MOST) return { text: text(2 * REPEATS), steps: [few, many] };
      }
    }
  }
  return null;
}

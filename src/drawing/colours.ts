/** How a status is coloured. Word and symbol always stand beside the colour. */
export type Tone = 'good' | 'watch' | 'bad' | 'done' | 'quiet';

/** Every colour of a picture, as #rrggbb. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly softInk: string;
  /** Axes and what lies behind. */
  readonly hairline: string;
  readonly route: string;
  readonly band: string;
  /** Of shapes, at least 3 to 1 on the paper. */
  readonly tones: Readonly<Record<Tone, string>>;
  /** Of words, at least 4.5 to 1 on the paper. */
  readonly toneInks: Readonly<Record<Tone, string>>;
}

interface Paints {
  readonly ink: string;
  readonly route: string;
  readonly tones: Readonly<Record<Tone, string>>;
}

const ON_LIGHT: Paints = {
  ink: '#17233a',
  route: '#1f4e79',
  tones: { good: '#17785a', watch: '#c07c0c', bad: '#b4302a', done: '#1c5fa6', quiet: '#7d8794' },
};

const ON_DARK: Paints = {
  ink: '#f1f4f8',
  route: '#8ab4e0',
  tones: { good: '#4fc39c', watch: '#edb44a', bad: '#f2857c', done: '#7db6f5', quiet: '#94a1b2' },
};

export const LIGHT_PAPER = '#ffffff';
export const DARK_PAPER = '#16202f';

const partsOf = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** '#abc' and '#AABBCC' as '#aabbcc'; null for anything else. */
export function hexColour(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const plain = text.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(plain)) return plain;
  return /^#[0-9a-f]{3}$/.test(plain) ? plain.replace(/[0-9a-f]/g, '$&$&') : null;
}

/** Between two colours: share 0 is the first. */
function mix(one: string, other: string, share: number): string {
  const [from, to] = [partsOf(one), partsOf(other)];
  const parts = from.map((part, at) => Math.round(part + (to[at] - part) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** 0 black … 1 white (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = partsOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1 … 21 (WCAG 2.2): words want 4.5, shapes 3. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour, moved as far towards the ink as it takes to be told from the paper. */
function legible(colour: string, paper: string, ink: string, least: number): string {
  for (let share = 0; share < 1; share += 0.05) {
    const moved = mix(colour, ink, share);
    if (contrast(moved, paper) >= least) return moved;
  }
  return ink;
}

const WORDS = 4.5;
const SHAPES = 3;

/** One of black and white is always told from a paper: 4.58 to 1 at worst. */
const plainInk = (paper: string): string =>
  contrast('#000000', paper) >= contrast('#ffffff', paper) ? '#000000' : '#ffffff';

/** Colours for a paper of any colour, with its own ink where that can be read on it. */
export function paletteOn(paper: string, ownInk: string | null = null): Palette {
  const paints = contrast(ON_LIGHT.ink, paper) >= contrast(ON_DARK.ink, paper) ? ON_LIGHT : ON_DARK;
  const ink =
    [ownInk, paints.ink].find((one) => one !== null && contrast(one, paper) >= WORDS) ??
    plainInk(paper);
  const each = (make: (colour: string) => string): Record<Tone, string> => {
    const { good, watch, bad, done, quiet } = paints.tones;
    return {
      good: make(good),
      watch: make(watch),
      bad: make(bad),
      done: make(done),
      quiet: make(quiet),
    };
  };
  return {
    paper,
    ink,
    softInk: legible(mix(ink, paper, 0.3), paper, ink, WORDS),
    hairline: mix(paper, ink, 0.16),
    route: legible(paints.route, paper, ink, SHAPES),
    band: mix(paper, legible(paints.route, paper, ink, SHAPES), 0.17),
    tones: each((colour) => legible(colour, paper, ink, SHAPES)),
    toneInks: each((colour) => legible(colour, paper, ink, WORDS)),
  };
}

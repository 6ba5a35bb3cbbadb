import { LANGUAGES, languageOf } from '../core/model/locale.ts';
import type { Language } from '../core/model/workspace.ts';
import { DARK_PAPER, hexColour, LIGHT_PAPER, paletteOn } from '../drawing/colours.ts';
import type { Look } from '../drawing/look.ts';
import { kpiStatusOf } from '../drawing/statuses.ts';
import type { ReportMessage } from './message.ts';

/** What the page around a picture knows. */
export interface Surroundings {
  readonly width: number;
  readonly height: number;
  /** Of the browser: nl, en-GB … */
  readonly locale: string;
}

function chosen({ style }: ReportMessage, id: string): string {
  const element: { value?: unknown; defaultValue?: unknown } = style[id] ?? {};
  return String(element.value ?? element.defaultValue ?? 'auto');
}

/** As chosen; else the one that the words of statuses are in; else the browser's. */
function languageFor(message: ReportMessage, statuses: readonly (string | null)[], locale: string) {
  const asked = LANGUAGES.find((language) => language === chosen(message, 'language'));
  if (asked !== undefined) return asked;
  for (const status of statuses) {
    const languages: readonly Language[] = kpiStatusOf(status, 'en')?.languages ?? [];
    if (languages.length === 1) return languages[0];
  }
  return languageOf(locale);
}

/** How the report wants a picture: its language, its theme, the room there is. */
export function lookFor(
  message: ReportMessage,
  statuses: readonly (string | null)[],
  { width, height, locale }: Surroundings,
): Look {
  const { theme } = message;
  const shade = chosen(message, 'shade');
  const own = { light: LIGHT_PAPER, dark: DARK_PAPER }[shade] ?? null;
  const paper = own ?? hexColour(theme?.themeFillColor?.color) ?? LIGHT_PAPER;
  const ink = own === null ? hexColour(theme?.themeFontColor?.color) : null;
  return {
    width,
    height,
    language: languageFor(message, statuses, locale),
    palette: paletteOn(paper, ink),
    font: theme?.themeFontFamily ?? '',
  };
}

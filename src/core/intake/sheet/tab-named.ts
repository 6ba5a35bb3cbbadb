import { tabSpellings } from '../../language/tab-words.ts';
import { TABS } from '../../layout/sheet-layout.ts';
import type { TabLayout } from '../../layout/tab-layout.ts';
import { normaliseText } from './normalise-text.ts';

const OWN_TAB = /^koers( |$)/;

/** Which tab a name stands for, in any language; null: not one of ours. */
export function tabNamed(name: string): TabLayout | null {
  const key = normaliseText(name);
  if (OWN_TAB.test(key)) return null;
  for (const tab of TABS) {
    const { names, synonyms } = tabSpellings(tab.id);
    const keys = [...names, ...synonyms].map(normaliseText);
    if (keys.includes(key)) return tab;
    if (tab.many && keys.some((start) => key.startsWith(start))) return tab;
  }
  return null;
}

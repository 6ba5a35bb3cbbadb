/**
 * Runs inside the page, so it may use nothing from outside itself. Returns what a person would
 * trip over: a page wider than its window, controls without a name, pictures without a text,
 * headings that skip a level, words with too little contrast.
 */
export function audit(): string[] {
  const problems: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) {
    problems.push(`the page is ${root.scrollWidth} wide in a window of ${innerWidth}`);
  }

  const nameOf = (node: Element): string => {
    const labelled = node.getAttribute('aria-labelledby');
    const label =
      node instanceof HTMLInputElement ||
      node instanceof HTMLSelectElement ||
      node instanceof HTMLTextAreaElement
        ? [...(node.labels ?? [])].map((one) => one.textContent).join(' ')
        : '';
    return [
      node.getAttribute('aria-label'),
      labelled === null ? '' : document.getElementById(labelled)?.textContent,
      label,
      node instanceof HTMLButtonElement || node instanceof HTMLAnchorElement
        ? node.textContent
        : '',
    ]
      .join('')
      .trim();
  };
  for (const node of document.querySelectorAll(
    'a, button, input, select, textarea, [role=img], [role=region]',
  )) {
    if (nameOf(node) === '') problems.push(`no name: ${node.outerHTML.slice(0, 120)}`);
  }

  let level = 0;
  for (const heading of document.querySelectorAll('main :is(h1, h2, h3, h4)')) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) problems.push(`h${level} is followed by h${own}: ${heading.textContent}`);
    level = own;
  }

  const partsOf = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  /** Null where a picture or gradient lies behind the words. */
  const backgroundOf = (start: Element): string | null => {
    for (let node: Element | null = start; node !== null; node = node.parentElement) {
      const style = getComputedStyle(node);
      if (style.backgroundImage !== 'none') return null;
      const alpha = partsOf(style.backgroundColor)[3] ?? 1;
      if (alpha === 1) return style.backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set<Element>();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (holder === null || seen.has(holder) || node.textContent?.trim() === '') continue;
    seen.add(holder);
    if (
      !holder.checkVisibility() ||
      holder.closest('[aria-hidden=true], .unseen, noscript') !== null
    )
      continue;
    const background = backgroundOf(holder);
    if (background === null) continue;
    const style = getComputedStyle(holder);
    const [light, dark] = [luminance(style.color), luminance(background)].sort((a, b) => b - a);
    const ratio = ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
    const size = Number.parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) {
      problems.push(`contrast ${ratio.toFixed(2)}: ${holder.textContent?.slice(0, 60)}`);
    }
  }
  return problems;
}

/**
 * Runs inside the page, so it may use nothing from outside itself. Returns what the eye would trip
 * over in a picture: words on words, words that are cut, words too pale for their paper.
 */
export function drawingFaults(): string[] {
  const faults: string[] = [];
  const svg = document.querySelector('svg');
  if (svg === null) return ['no picture'];
  const texts = [...svg.querySelectorAll('text')].map((node) => ({
    said: `"${node.textContent}"`,
    fill: getComputedStyle(node).fill,
    box: node.getBoundingClientRect(),
  }));
  const frame = svg.getBoundingClientRect();
  const luminance = (colour: string): number => {
    const [red, green, blue] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const paper = getComputedStyle(svg.querySelector('rect') ?? svg).fill;
  for (const [at, { said, fill, box }] of texts.entries()) {
    const isIn =
      box.left >= frame.left - 1 &&
      box.right <= frame.right + 1 &&
      box.top >= frame.top - 1 &&
      box.bottom <= frame.bottom + 1;
    if (!isIn) faults.push(`${said} is cut`);
    const [dark, light] = [luminance(fill), luminance(paper)].sort((one, other) => one - other);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < 4.5) faults.push(`${said} has a contrast of ${contrast.toFixed(2)}`);
    for (const other of texts.slice(at + 1)) {
      // Boxes of letters have air above and below: a touch of it is no overlap.
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (across > 1 && down > 3) faults.push(`${said} lies on ${other.said}`);
    }
  }
  return faults;
}

/** An address that a browser opens as a page, with nothing in it that could end the text it stands in. */
export const isWebAddress = (text: string): boolean => /^https:\/\/[^\s"'<>|]+$/i.test(text);

/** What the board opens at: a KPI or a goal, by its id in the workbook. */
export type BoardPlace = { readonly kpi: string } | { readonly goal: string };

/**
 * The board as a web app, open at a KPI or goal; '' where no address of one is known.
 *
 * | link | place | address |
 * |---|---|---|
 * | https://script.google.com/…/exec | KPI revenue | …/exec?kpi=revenue |
 * | …/exec?lang=nl#top | goal grow | …/exec?lang=nl&goal=grow |
 */
export function boardAddress(link: string, place: BoardPlace): string {
  if (!isWebAddress(link)) return '';
  const [address] = link.split('#');
  const [[name, id]] = Object.entries(place);
  return `${address}${address.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(id)}`;
}

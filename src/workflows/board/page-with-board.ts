/** Where the page of the board, as it was built, waits for its data. */
const BOARD_PLACE = '<script type="application/json" id="opened">null</script>';

/** Texts of cells stand in it as data: none can end the element they stand in, or begin another. */
const dataText = (opened: object): string =>
  JSON.stringify(opened).replace(
    /[<>&\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The page with its data in it from the start, of whichever view. */
export const pageWithBoard = <Opened extends { readonly view: string }>(
  page: string,
  opened: Opened,
): string => page.replace(BOARD_PLACE, () => BOARD_PLACE.replace('null', () => dataText(opened)));

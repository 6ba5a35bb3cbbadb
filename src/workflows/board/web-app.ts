import { PersonFailure } from '../failures.ts';
import type { PropertyStore, Visitor } from '../ports.ts';

/** Script property that switches the board as a web app on: ON. */
const BOARD_PROPERTY = 'BOARD';

/**
 * Refuses to show a board where nobody switched it on, and where the web app was deployed to run as
 * its maker: then it would show each visitor what its maker may see.
 */
export function refuseOthersBoard(person: Visitor, properties: PropertyStore): void {
  if (properties.get(BOARD_PROPERTY)?.trim().toUpperCase() !== 'ON') {
    throw new PersonFailure('BOARD_OFF', {});
  }
  if (person.visitor() !== person.email()) throw new PersonFailure('BOARD_AS_MAKER', {});
}

import type { Person, Workspace } from '../model/workspace.ts';

export interface Owner {
  readonly name: string;
  readonly team: string;
}

const sameText = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

const personOf = (name: string, people: readonly Person[]): Person | null =>
  people.find((person) => sameText(person.name, name) || sameText(person.email, name)) ?? null;

const namedIn = (cell: string): string[] =>
  cell
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Whether a cell that may name several names this person, by name or by address. */
export const isOwnedBy = (cell: string, { name, email }: Person): boolean =>
  namedIn(cell).some((part) => sameText(part, name) || sameText(part, email));

/** The owners of a cell that may name several, by name where People knows them. */
export const ownersOf = (cell: string, { people }: Workspace): Owner[] =>
  namedIn(cell).map((part) => {
    const person = personOf(part, people);
    return { name: person?.name.trim() || part, team: person?.team ?? '' };
  });

import type { Person, PropertyStore } from '../ports.ts';

/** Script property with the addresses, separated by commas, that may see details of errors. */
const ADMINS_PROPERTY = 'ADMIN_EMAILS';

/** Nobody unless the owner says so: details of errors are not for every viewer. */
export function isAdmin(person: Person, properties: PropertyStore): boolean {
  const admins = (properties.get(ADMINS_PROPERTY) ?? '')
    .split(',')
    .map((address) => address.trim().toLowerCase())
    .filter((address) => address !== '');
  return admins.length > 0 && admins.includes(person.email().trim().toLowerCase());
}

/** The person's or script's mistake in one request, in the platform's words. */
export class RequestRefusal extends Error {}

/** Something the Sheets API can do and this emulation cannot. */
export class RequestNotEmulated extends Error {}

/** [seen] What the API says when `fields` is left out of an update. */
export const FIELDS_MISSING =
  "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)";

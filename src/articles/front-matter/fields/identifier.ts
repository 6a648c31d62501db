/** What a database calls somebody or something: a UUID, an id of MongoDB's or of Contentful's. */
const identifier =
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24}|(?=.*\d[A-Za-z])(?=.*[a-z])(?=.*[A-Z])(?!.*[a-z]{7})[0-9A-Za-z]{20,22})$/;

/** Letters; a shorter text is none of these. */
const leastLength = 20;

/** Whether a text is no name but the id of one, which no page shows. */
export function isIdentifier(text: string): boolean {
  return text.length >= leastLength && identifier.test(text);
}

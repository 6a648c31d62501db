/** Instants are ISO 8601 in UTC with milliseconds, so that they sort as text in both databases. */
export type Instant = string;

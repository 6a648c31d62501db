/**
 * The name of a picture that travels with the issue, as a message writes it (`cid:NAME`) or a built folder
 * (`images/NAME`); undefined for any other address.
 */
export function localImageName(src: string): string | undefined {
  return /^(?:cid:|(?:\.\/)?images\/)([^/?#\s]+)$/u.exec(src)?.[1];
}

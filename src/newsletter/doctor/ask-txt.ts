import type { DoctorContext } from "./doctor-check.ts";

/** The TXT records of a name: what DNS holds, that it holds none, or that nobody answered. */
export type TxtAnswer =
  | { readonly kind: "records"; readonly records: readonly string[] }
  | { readonly kind: "none" }
  | { readonly kind: "unreachable"; readonly reason: string };

const absent = new Set(["ENOTFOUND", "ENODATA"]);

/** Asks DNS once; the strings of a record are one text (RFC 7208 section 3.3, RFC 6376 section 3.6.2.2). */
export async function askTxt(
  { resolver }: Pick<DoctorContext, "resolver">,
  name: string,
): Promise<TxtAnswer> {
  try {
    const records = (await resolver.resolveTxt(name)).map((parts) => parts.join(""));
    return records.length === 0 ? { kind: "none" } : { kind: "records", records };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return absent.has(code) ? { kind: "none" } : { kind: "unreachable", reason: code };
  }
}

import { z } from "zod";

/** Every setting of a schema and every group of settings, outermost first; `*` for a name or a place in a list. */
function listPlaces(schema: z.ZodType, path: readonly string[] = []): (readonly string[])[] {
  const bare = unwrapped(schema);
  if (bare instanceof z.ZodRecord) return listPlaces(bare.valueType as z.ZodType, [...path, "*"]);
  if (bare instanceof z.ZodArray) return listPlaces(bare.element as z.ZodType, [...path, "*"]);
  if (!(bare instanceof z.ZodObject)) return [];
  return Object.entries(bare.shape as Record<string, z.ZodType>).flatMap(([key, value]) => [
    [...path, key],
    ...listPlaces(value, [...path, key]),
  ]);
}

/**
 * Where a name that stands in the wrong place belongs: the group it is a setting of, the one nearest to that place.
 *
 * @returns Such as `newsletters.weekly.selection`; undefined where no group has a setting of that name.
 */
export function findPlaceOf(schema: z.ZodType, name: string, from: readonly string[]): string | undefined {
  const groups = listPlaces(schema)
    .filter((place) => place.at(-1) === name)
    .map((place) => place.slice(0, -1));
  const shared = (group: readonly string[]): number => {
    const apart = group.findIndex(
      (step, index) => step !== from[index] && !(step === "*" && from[index] !== undefined),
    );
    return apart === -1 ? group.length : apart;
  };
  const [home] = groups.sort((a, b) => shared(b) - shared(a) || a.length - b.length);
  if (home === undefined) return undefined;
  if (home.length === 0) return "the outermost object";
  return home
    .map((step, index) => (step !== "*" ? step : index < shared(home) ? (from[index] ?? step) : "<name>"))
    .join(".");
}

/** The keys the schema knows at a path, found by walking it: so that no list of names is kept twice. */
export function settingsAt(schema: z.ZodType, path: readonly string[]): readonly string[] {
  const found = schemaAt(schema, path);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

const keysShown = 3;

/** What has to stand at a path that takes an object, in words; undefined where it takes none. */
export function shapeAt(schema: z.ZodType, path: readonly string[]): string | undefined {
  const found = schemaAt(schema, path);
  if (found instanceof z.ZodRecord) {
    const inner = settingsAt(schema, [...path, "*"]);
    const example =
      inner.length === 0
        ? "…"
        : `{ ${inner.slice(0, keysShown).join(": …, ")}: …${inner.length > keysShown ? ", …" : ""} }`;
    return `an object by name, such as { some-name: ${example} }`;
  }
  if (!(found instanceof z.ZodObject)) return undefined;
  return `an object with any of ${Object.keys(found.shape).join(", ")}`;
}

function schemaAt(schema: z.ZodType, path: readonly string[]): z.ZodType | undefined {
  const bare = unwrapped(schema);
  const [step, ...rest] = path;
  if (step === undefined) return bare;
  if (bare instanceof z.ZodArray) return schemaAt(bare.element as z.ZodType, rest);
  if (bare instanceof z.ZodRecord) return schemaAt(bare.valueType as z.ZodType, rest);
  if (!(bare instanceof z.ZodObject)) return undefined;
  const next = (bare.shape as Record<string, z.ZodType>)[step];
  return next === undefined ? undefined : schemaAt(next, rest);
}

function unwrapped(schema: z.ZodType): z.ZodType {
  const isOptional = schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional;
  return isOptional ? unwrapped(schema.unwrap() as z.ZodType) : schema;
}

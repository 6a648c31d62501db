/** `free__44___as_in_beer` as `free, as in beer`: ikiwiki writes letters that no file's name should hold by their numbers. */
export function readPageName(name: string): string {
  return name
    .replace(/__(\d{1,6})__/g, (all, code: string) =>
      Number(code) >= 0x20 && Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : all,
    )
    .replaceAll("_", " ");
}

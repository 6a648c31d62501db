/** Elements that have no end. */
const voids = new Set(["br", "hr", "img", "wbr"]);
const heading = /^h[1-6]$/;

interface OpenElement {
  readonly name: string;
  /** Whether its tags stand in the result. */
  readonly isShown: boolean;
}

/**
 * Sanitised HTML in which every element ends within the one that it starts in, no link stands in a link and no heading in a
 * heading, as HTML has it; of what stands in another of its kind the words stay. A link without an address is none.
 *
 * @see https://html.spec.whatwg.org/multipage/dom.html#content-models
 */
export function nestElements(html: string): string {
  const open: OpenElement[] = [];
  const isWithin = (kind: (name: string) => boolean): boolean =>
    open.some(({ name, isShown }) => isShown && kind(name));
  const close = ({ name, isShown }: OpenElement): string => (isShown ? `</${name}>` : "");
  const nested = html.replace(
    /<(\/?)([a-z][a-z0-9]*)\b([^>]*)>/g,
    (tag, slash: string, name: string, attributes: string) => {
      if (voids.has(name)) return slash === "" ? tag : "";
      if (slash === "") {
        const isShown =
          name === "a"
            ? attributes.trim() !== "" && !isWithin((other) => other === "a")
            : !heading.test(name) || !isWithin((other) => heading.test(other));
        open.push({ name, isShown });
        return isShown ? tag : "";
      }
      const at = open.findLastIndex((element) => element.name === name);
      return at === -1 ? "" : open.splice(at).reverse().map(close).join("");
    },
  );
  return nested + open.reverse().map(close).join("");
}

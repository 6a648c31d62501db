/** Rewrites an image for the email; undefined drops it. */
export type ImageRewriter = (source: string, alt: string) => Record<string, string> | undefined;

/** Reduces HTML to what may stand in an email, and inside MJML: no scripts, styles, comments, forms or frames. */
export async function sanitiseHtml(html: string, toLink: (href: string) => string | undefined, toImage: ImageRewriter): Promise<string> {
  const { default: sanitize } = await import("sanitize-html");
  return sanitize(html, {
    allowedTags: [
      ..."h1 h2 h3 h4 h5 h6 p blockquote ul ol li dl dt dd pre code hr br a img em strong b i s del ins sub sup small mark".split(" "),
      ..."table thead tbody tfoot tr th td caption kbd abbr q cite figure figcaption section".split(" "),
    ],
    allowedAttributes: { a: ["href", "title"], img: ["src", "alt", "width", "height"], th: ["scope", "colspan", "rowspan", "align"], td: ["colspan", "rowspan", "align"], ol: ["start"] },
    allowedSchemes: ["http", "https", "mailto", "tel", "cid"],
    transformTags: {
      a: (tagName, { href, ...attribs }) => {
        const link = href === undefined ? undefined : toLink(href);
        return { tagName, attribs: link === undefined ? attribs : { ...attribs, href: link } };
      },
      img: (_tag, attribs) => {
        const image = toImage(attribs["src"] ?? "", attribs["alt"] ?? "");
        return image === undefined ? { tagName: "drop-image", attribs: {} } : { tagName: "img", attribs: image };
      },
    },
  });
}

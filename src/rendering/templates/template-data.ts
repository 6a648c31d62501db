/** One thing a template can use. `type` is what it prints as; `fields` and `of` say what is inside. */
export type DataType =
  | {
      readonly kind: "text" | "html" | "number" | "flag" | "date" | "address";
      readonly about: string;
      readonly example: string;
    }
  | {
      readonly kind: "object";
      readonly about: string;
      readonly optional?: boolean;
      readonly fields: DataFields;
    }
  | { readonly kind: "list"; readonly about: string; readonly of: DataType };

export type DataFields = Readonly<Record<string, DataType>>;

const text = (about: string, example: string): DataType => ({ kind: "text", about, example });
const html = (about: string, example: string): DataType => ({ kind: "html", about, example });
const number = (about: string, example: string): DataType => ({ kind: "number", about, example });
const flag = (about: string): DataType => ({ kind: "flag", about, example: "true" });
const date = (about: string, example: string): DataType => ({ kind: "date", about, example });
const address = (about: string, example: string): DataType => ({ kind: "address", about, example });
const object = (about: string, fields: DataFields): DataType => ({ kind: "object", about, fields });
const optional = (about: string, fields: DataFields): DataType => ({
  kind: "object",
  about,
  fields,
  optional: true,
});
const list = (about: string, of: DataType): DataType => ({ kind: "list", about, of });

const palette: DataFields = {
  page: text("behind the letter", "#ffffff"),
  paper: text("under the text", "#ffffff"),
  ink: text("text", "#1c1a17"),
  soft: text("by-lines and small print", "#5f5a52"),
  rule: text("lines", "#d9d3c7"),
  accent: text("the one colour", "#8f2018"),
};

const link: DataFields = {
  title: text("the headline", "The ferry in winter"),
  url: address("where it is on the web; empty where it is not", "https://example.org/ferry"),
  excerpt: text("how it begins, where it has no address; else empty", "The ferry runs until eight."),
};

/** Depends on the language of the text it stands with. */
const script: DataFields = {
  language: text("BCP 47, for `lang`", "en-GB"),
  direction: text("`ltr` or `rtl`, for `dir`", "ltr"),
  start: text("the side a line starts on, for `align`", "left"),
  end: text("the other side", "right"),
  tracking: text("letter spacing that suits capitals of the script, for `letter-spacing`", "1px"),
  slant: text("`italic`, or `normal` for scripts without italics, for `font-style`", "italic"),
  tall: flag("whether letters carry marks above and below, so that headlines need more space between lines"),
  fonts: object("font stacks, without quotation marks, that suit the language", {
    serif: text("for headlines and reading", "Georgia, Times New Roman, serif"),
    sans: text("for small print", "Helvetica, Arial, sans-serif"),
  }),
};

const story: DataFields = {
  id: text("the article's identity", "bridge-reopens"),
  title: text("the headline", "The bridge reopens on Monday"),
  longTitle: flag(
    "whether the headline is so long (100 columns, or a word of 20 letters) that it should be set smaller",
  ),
  url: address("where it is on the web; empty where it is not", "https://example.org/bridge"),
  date: date("when it was published", "18 November 2026"),
  topic: text("the topic it stands under; may be empty", "Town"),
  authors: list("who wrote it", text("a name", "Anna Smith")),
  excerpt: text(
    "one to three sentences; may be empty",
    "After eleven months the old bridge carries traffic again.",
  ),
  html: html("the whole article, sanitised", "<p>After eleven months …</p>"),
  whole: flag("whether to show `html` instead of `excerpt`: it can be read nowhere else"),
  minutes: number("how long it takes to read", "4"),
  image: optional("its picture", {
    src: address("for `src`", "cid:3f9a0c12-bridge.jpg"),
    alt: text("what it shows; empty for a decoration", "The bridge at low tide"),
    width: number("in pixels; 0 where it is not known", "1104"),
    height: number("in pixels; 0 where it is not known", "736"),
  }),
  sameStory: list("other articles about the same event", object("a link", link)),
  ...script,
};

/**
 * Everything that a theme's templates may use, by name. Templates are checked against it before they run, and
 * docs/themes.md lists it; `IssueView` is the same in TypeScript, and a test holds the three together.
 *
 * @param options - The theme's own, from its `theme.json`.
 */
export function describeData(options: Readonly<Record<string, string | number | boolean>>): DataFields {
  return {
    title: text("the newsletter's name", "The Harbour Letter"),
    tagline: text("a line under it; may be empty", "News from the quay"),
    key: text("the newsletter's key in the configuration", "weekly"),
    number: number("the issue's number; 0 before the first one is sent", "12"),
    date: date("the day of the issue", "22 November 2026"),
    firstDay: date("the first day its articles come from", "15 November 2026"),
    lastDay: date("the last one", "21 November 2026"),
    subject: text("of the email", "The bridge reopens on Monday"),
    preheader: text("what a mailbox shows beside the subject", "Also: the ferry in winter"),
    openingNote: html("the editor's opening note; may be empty", "<p>Good morning.</p>"),
    inside: list(
      "what the issue holds beside the lead",
      object("a section, or what is in brief", {
        title: text("its name", "Town"),
        count: number("its stories", "3"),
      }),
    ),
    severalInside: flag("whether `inside` has more than one entry, so that a list of them says something"),
    storyCount: number("all stories", "14"),
    minutes: number("to read all of them", "42"),
    lead: optional("the story on top", story),
    sections: list(
      "in order",
      object("a topic with its stories", {
        key: text("its key", "town"),
        title: text("its name", "Town"),
        stories: list("in order", object("a story", story)),
      }),
    ),
    inBrief: list("the rest, in order", object("a story", story)),
    more: list("what did not fit at all", object("a link", link)),
    rest: optional("more articles than even links have room for", {
      count: number("how many", "612"),
      url: address("where they are: the newsletter's website", "https://example.org/"),
    }),
    website: address("the newsletter's website; may be empty", "https://example.org/"),
    sender: object("who sends it", {
      name: text("a name", "The Harbour Letter"),
      address: text("an address", "letter@example.org"),
    }),
    postalAddress: text("of the sender; may be empty", "3 Quay Street, Port Ellery"),
    reason: text(
      "why the reader gets this, where the configuration says so; may be empty",
      "You are a member of the sailing club.",
    ),
    timeZone: text("the newsletter's, IANA", "Europe/London"),
    theme: object("the theme", {
      name: text("its folder", "broadsheet"),
      light: object("its colours", palette),
      dark: object("its colours in dark mode", palette),
      options: object(
        "from its `theme.json`",
        Object.fromEntries(
          Object.entries(options).map(([name, value]) => [
            name,
            typeof value === "number" ? number("", String(value)) : text("", String(value)),
          ]),
        ),
      ),
    }),
    ...script,
  };
}

import { expect, test } from "vitest";
import { answerTo, articleFile, issueFile } from "./answer-to.ts";

test.each([
  [
    "an MJML element that stays open",
    articleFile,
    '<mj-text align="{{start}}">',
    '<mj-text align="{{start}}"><mj-text>',
    "found <mj-text> that is never closed; expected </mj-text>",
  ],
  ["an HTML element that stays open", issueFile, "</h1>", "", "found <h1"],
  ["a stray end tag", issueFile, "</h1>", "</h1></em>", "found </em>"],
  [
    "an attribute that MJML has not",
    articleFile,
    "<mj-column>",
    '<mj-column witdh="3">',
    "found witdh= on <mj-column>; expected width (did you mean that?), or one of background-color",
  ],
  [
    "a value that MJML refuses",
    issueFile,
    'padding="10px 0"',
    'padding="ten"',
    'found padding="ten" on <mj-text>; expected 1 to 4 numbers in px or %, such as 12px',
  ],
  [
    "an element where MJML allows none",
    issueFile,
    "<mj-column>",
    "<mj-column><mj-section></mj-section>",
    "found <mj-section> inside <mj-column>; expected it inside",
  ],
  [
    "an element that MJML has not",
    articleFile,
    "<mj-column>",
    "<mj-column><mj-txt></mj-txt>",
    "found <mj-txt>; expected mj-text (did you mean that?), or one of",
  ],
  [
    "text that MJML drops in silence",
    articleFile,
    "<mj-column>",
    "<mj-column>Lost words",
    'found text that MJML drops: "Lost words"',
  ],
  [
    "an attribute in single quotes",
    issueFile,
    'padding="10px 0"',
    "padding='10px 0'",
    "found the attribute padding of <mj-text> without double quotes",
  ],
  [
    "a slot in a comment",
    issueFile,
    "<mj-raw>",
    '<mj-raw><!-- {{slot "name"}} -->',
    "found a slot in a comment",
  ],
  [
    "a slot in a style",
    issueFile,
    'style="margin:0;',
    'style="margin:0;color:{{slot "name"}};',
    "found a slot in style of <h1>",
  ],
  [
    "a part for some readers around half an element",
    "partials/footer.mjml.hbs",
    '{{#ifSlot "preferencesUrl"}}<a',
    '<a class="x">{{#ifSlot "preferencesUrl"}}</a><a',
    "{{#ifSlot",
  ],
  [
    "text inside text",
    articleFile,
    '<mj-text align="{{start}}">',
    '<mj-text align="{{start}}"><mj-text>Inner</mj-text>',
    "found <mj-text> inside <mj-text>, which holds HTML; expected HTML, such as <p>, or </mj-text> before it",
  ],
  [
    "a section inside raw HTML",
    issueFile,
    '<mj-raw><div role="main"></mj-raw>',
    "<mj-raw><mj-section></mj-section></mj-raw>",
    "found <mj-section> inside <mj-raw>; expected HTML, or </mj-raw> before it",
  ],
  [
    "HTML outside of what holds it",
    issueFile,
    "<mj-column>",
    "<mj-column><p>Hello</p>",
    "found <p> outside of what holds HTML; expected it inside an <mj-text>, <mj-table> or <mj-raw>",
  ],
  [
    "text between sections",
    issueFile,
    "{{> rest}}",
    "Hello\n{{> rest}}",
    'found text that MJML drops: "Hello"; expected it inside an <mj-text>',
  ],
  [
    "a second body",
    issueFile,
    "</mjml>",
    "<mj-body></mj-body></mjml>",
    "found a second <mj-body>; expected one <mj-body>",
  ],
  [
    "an include",
    issueFile,
    "{{> footer}}",
    '<mj-include path="./footer.mjml" />',
    "found <mj-include>; expected {{> name}}, with the file in partials/",
  ],
  [
    "a comment that stays open",
    issueFile,
    "<mj-raw>",
    "<!-- the main part <mj-raw>",
    "found a comment that is never closed; expected -->",
  ],
  [
    "a quotation mark that is missing",
    issueFile,
    'padding="36px 24px 0"',
    'padding="36px 24px 0',
    'found the attribute padding of <mj-section> whose value never ends; expected padding="…"',
  ],
  [
    "an address without quotation marks",
    issueFile,
    'href="{{link website}}"',
    "href={{link website}}",
    'found the attribute href of <a> without double quotes; expected href="…"',
  ],
  [
    "an attribute twice",
    issueFile,
    'padding="36px 24px 0"',
    'padding="36px 24px 0" padding="0"',
    "found the attribute padding of <mj-section> twice; expected it once",
  ],
  [
    "a picture without a source",
    articleFile,
    '<mj-image src="{{image.src}}"',
    "<mj-image",
    'found <mj-image> without src; expected src="…"',
  ],
  [
    "a class that nobody declared",
    issueFile,
    "<mj-column>",
    '<mj-column mj-class="wide">',
    'found mj-class="wide" on <mj-column>; expected <mj-class name="wide" … /> in <mj-attributes>',
  ],
  [
    "a misspelt default",
    "partials/head.mjml.hbs",
    '<mj-image padding="0"',
    '<mj-image paddng="0"',
    "found paddng= on <mj-image>; expected padding (did you mean that?), or one of",
  ],
  [
    "a size without its unit",
    issueFile,
    'width="600px"',
    'width="600"',
    'found width="600" on <mj-body>; expected one number in px, such as 12px',
  ],
  [
    "a colour that is none",
    issueFile,
    'background-color="{{theme.light.page}}"',
    'background-color="#12"',
    'found background-color="#12" on <mj-body>; expected a colour, such as #1d1b18',
  ],
  [
    "a style that stays open",
    issueFile,
    "<mj-style>",
    "<mj-style>h1 { margin: 0; }\n<mj-style>",
    "found <mj-style> that is never closed; expected </mj-style>",
  ],
  [
    "a brace that stays open",
    issueFile,
    "h1 { font-size: 36px !important; }",
    "} h1 { font-size: 36px !important; }} }",
    "found a } that closes nothing in <mj-style>; expected a { before it",
  ],
])(
  "%s is answered with file, line, what was found and what is allowed",
  async (_, file, right, wrong, answer) => {
    const message = await answerTo(file, right, wrong);
    expect(message.startsWith(`/${file}, `)).toBe(true);
    expect(message).toContain(answer);
  },
);

test.each([
  ["nothing", "", "found no MJML at all; expected <mjml lang="],
  ["plain text", "Hello {{title}}", 'found "Hello The Harbour Letter" at the start; expected <mjml lang='],
  [
    "a page of HTML",
    "<html><body>{{title}}</body></html>",
    'found "<html>" at the start; expected <mjml lang=',
  ],
  [
    "no body",
    "<mjml><mj-head></mj-head></mjml>",
    "found <mjml> without <mj-body>; expected <mj-body> inside <mjml>",
  ],
])("an issue template with %s says what it has to begin with", async (_, template, answer) => {
  expect(await answerTo(issueFile, undefined, template)).toContain(`/${issueFile}, the line: ${answer}`);
});

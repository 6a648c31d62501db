import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

const text =
  "The council met on Thursday to talk about the water in the lower town, which had stood high since the spring, and none of its members stayed away from the hall. It rained.";

async function excerptOf(body: string, title = "T"): Promise<string> {
  const folder = makeFolder({ "a.md": post(body, `title: ${JSON.stringify(title)}\ndate: 2026-11-20`) });
  return (await folder.body()).excerpt;
}

test.each([
  ["Meet the new boats 2026.02 for the quay", "Meet the new boats 2026.02 for the quay!\n\nThey float."],
  ["Meet the new boats", "meet the new  boats…\n\nThey float."],
  ["Meet the new boats", "*Meet the new boats:*\n\nThey float."],
  ["Meet the new boats", "Meet the new boats!\nThey float."],
  ["新しい船", "新しい船！\n\nThey float."],
  ["Meet the new boats", "Meet the new boats:\n\n- They float.\n- They sink.\n\nMore of them below."],
  ["סירות חדשות ברציף", "סירות חדשות ברציף:\n* They float.\n* They sink.\n\nMore of them below."],
])("the title %j again, with a mark behind it, is no excerpt", async (title, body) => {
  expect(await excerptOf(body, title)).toBe("They float.");
});

test("a text that begins with the words of the title is one", async () => {
  expect(await excerptOf("The boats! They float.\n\nMore.", "The boats")).toBe("The boats! They float.");
});

test("what is wholly in italics right below a picture, in its paragraph, is a caption at greater length too", async () => {
  const words =
    "Two of the boats at the old quay, with those who built them, on the day before the flood, ".repeat(3);
  const captions = `![](https://example.org/a.png)\n*${words} (Foto: Ada)*\n\n![](https://example.org/b.png)\n*On the quay*`;

  expect(await excerptOf(`${captions}\n\nThe council met.`)).toBe("The council met.");
  // In a paragraph of its own it is a lead.
  expect(
    await excerptOf(`![](https://example.org/a.png)\n\n*${words}so they said.*\n\nThe council met.`),
  ).toMatch(/^Two of the boats/);
});

test.each([
  [`An evening with the **Reed Club**\n\n${text}`],
  [`Liebe Leute vom Hafen\n\n${text}`],
  [`One line\n\n\`\`\`\nboats\n\`\`\`\n\nTwo lines\n\n\`\`\`\nboats\n\`\`\`\n\n${text}`],
])("a few words above the text, or above code, are no excerpt: %j", async (body) => {
  expect(await excerptOf(body)).toBe(text);
});

test.each([
  // Nothing that is more of a text stands below.
  ["An evening with the Reed Club\n\nThey met.", "An evening with the Reed Club…"],
  ["The reed club\n\n```\nboats\n```\n\nAnd more", "The reed club…"],
  ["The reed club\n\n```\nboats\n```\n\nThat is all.", "The reed club…"],
  [`An evening with the Reed Club\n\n\`\`\`\nboats\n\`\`\`\n\n${text}`, "An evening with the Reed Club…"],
  [`How to count boats:\n\n\`\`\`\nboats\n\`\`\`\n\n${text}`, "How to count boats…"],
  [`An evening with the Reed Club\n\n${text.replaceAll(".", "")}`, "An evening with the Reed Club…"],
  [`An evening with the Reed Club. Come\n\n${text}`, "An evening with the Reed Club. Come…"],
  [`An evening with the Reed Club!\n\n${text}`, "An evening with the Reed Club!"],
  [`An evening with the Reed Club 🎉\n\n${text}`, "An evening with the Reed Club 🎉"],
  ["The reeds are tall\n\nthe water is low\n\nand nobody goes\n\nto the quay.", "The reeds are tall…"],
  [`เรือกลับมาที่ท่าเรือ เมื่อวานนี้\n\n${text}`, "เรือกลับมาที่ท่าเรือ เมื่อวานนี้"],
])("a few words stay the excerpt of %j", async (body, excerpt) => {
  expect(await excerptOf(body)).toBe(excerpt);
});

test.each([
  ["Here are the results:\n\n- one", "Here are the results: one"],
  ["Here are the results:\n\n- one\n- two\n\nThe council met.", "Here are the results: one; two…"],
  ["會議要回答四個問題：\n\n1. 船在哪裡？\n2. 水多高？\n\n會議開始了。", "會議要回答四個問題：船在哪裡？"],
  ["會議要回答四個問題：\n\n```\n船\n```", "會議要回答四個問題…"],
])("words that lead to a list are shown with its first items: %j", async (body, excerpt) => {
  expect(await excerptOf(body)).toBe(excerpt);
});

test.each([
  [
    "船が港に帰ってきました。\n(乗っていたのは二人だけでついでです)\n\n港。",
    "船が港に帰ってきました。 (乗っていたのは二人だけでついでです)",
  ],
  ["船回来了。（其实只有一条）\n\n港。", "船回来了。（其实只有一条）"],
  ["The boats are back. (So they [all] say)\n\nMore.", "The boats are back. (So they [all] say)"],
  ["(In two parts)\n\nMore.", "(In two parts)"],
  ["That was the plan, right? :)\n\nMore.", "That was the plan, right? :)"],
  ["The boats of the lower quay (so they say)\n\nMore.", "The boats of the lower quay (so they say)…"],
  ["The boats are back. And those (so they say)\n\nMore.", "The boats are back. And those (so they say)…"],
])("the remark at the end of %j", async (body, excerpt) => {
  expect(await excerptOf(body)).toBe(excerpt);
});

test("an excerpt does not end within a name that holds a mark", async () => {
  const first = `${"The harbour has a station of its own, which plays all night. ".repeat(4)}It is old.`;

  expect(
    await excerptOf(`${first} Reeds! Radio began in the year of the flood, and went on to this day.`),
  ).toBe(first);
  expect(await excerptOf(`${first} Reeds!`)).toBe(`${first} Reeds!`);
});

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** The Big List of Naughty Strings, where it stands beside the project; else some of its kinds, written here. */
const list = path.resolve("../shared/suites/naughty-strings.json");
export const naughtyStrings: readonly string[] = existsSync(list)
  ? (JSON.parse(readFileSync(list, "utf8")) as string[])
  : [
      "",
      "undefined",
      "NaN",
      "1/0",
      "0x0",
      "1e1000",
      "-1",
      "`'\"\\;",
      "\u200b\ufeff",
      "\u202etest\u202c",
      "田中さんにあげて下さい",
      "ﺬﻠﻛ",
      "👾 🙇 💁",
      "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
      "<script>alert(0)</script>",
      "'; DROP TABLE users",
      "../../../etc/passwd",
      "{0}",
      "%s%n",
      "$HOME",
      "\u0000\u0001\u001f\u007f",
      "\ufdd0\ufdd1\ue000",
      "<svg><script>123<1>alert(1)</script>",
      "${7*7}",
      "{{7*7}}",
      "<%= 7*7 %>",
      "&lt;b&gt;",
      'ABC<div style="x:\\x3Aexpression(1)">',
      "\u001b[31m",
    ];

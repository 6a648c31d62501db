import type { FrozenIssue } from "../../src/storage/issues/freeze-issue.ts";

/** An issue of "weekly" with one edition, without articles and readers but for those given. */
export function frozenIssue(
  slot: string,
  {
    origin = "schedule",
    ...more
  }: Partial<Pick<FrozenIssue, "articles" | "recipients">> & {
    readonly origin?: FrozenIssue["issue"]["origin"];
  } = {},
): FrozenIssue {
  return {
    issue: {
      newsletter: "weekly",
      cadence: "regular",
      slot,
      number: 1,
      origin,
      since: "2026-11-16T07:00:00.000Z",
      until: slot,
      subject: "Subject",
      preheader: "Preheader",
      hash: "hash",
      manifest: "{}",
      frozen_at: slot,
    },
    articles: [],
    newNames: [],
    editions: [
      {
        key: "whole",
        subject: "Subject",
        preheader: "",
        html: ["<p>Hello</p>"],
        text: ["Hello"],
        readers: 1,
      },
    ],
    images: [],
    recipients: [],
    editionKey: "whole",
    audience: { newsletter: "weekly", cadence: "regular", cadences: ["regular"], sharedIssues: [] },
    ...more,
  };
}

const fronted = (date: string, body: string): string => `---\ndate: ${date}\n---\n\n${body}\n`;

/**
 * An opinion page as a newspaper's site gives it: one whole piece with the writer named in its last line, and four
 * teasers cut in mid-sentence; no titles. All of it is invented.
 */
export const opinionPage: Readonly<Record<string, string>> = {
  "articles/one.md": fronted(
    "2026-11-18",
    `While repeatedly promising that the tunnel under Quill Bay would open “within the year,” the Harbour Board has moved the date six times since Jan. 14, 2019. If the latest figures are right, the work will cost NT$8.4 billion, three times what the town was told. Last year the board met 11 times, and published the minutes of none of those meetings.

The reason for the delay is not the rock. It is that nobody was asked to count the tides before the drawings were made, and the tides did not read the drawings.

Board member Lin Hai-yin (林海音) said as much in September, and was thanked for her contribution.

A ferry is slow, but it leaves when it says it will. Until the tunnel can say the same, the town should keep its boats.

Ottoline Vance is senior lecturer in coastal engineering at the Institute for Estuary Studies.`,
  ),
  "articles/two.md": fronted(
    "2026-11-19",
    "We are used to hearing that whenever a bridge closes, the town is finished. The mayor cannot change the colour of his bicycle without the back pages calling it a retreat. So it is no surprise that the closing of the Lower Bridge for painting set off the same old knell. That is not an opinion on whether the paint should have been green. There are other, more qualified",
  ),
  "articles/three.md": fronted(
    "2026-11-20",
    "This should be the year in which small libraries lose their fear of opening on Sundays. For 2025, closing was a cautious person’s goal, following on the old keeper’s rule, “A shut door lets in no rain.” But on Dec. 17, the Tarn Street branch opened with a record 1,140 visitors, and the roof held. The ferry company, which carried",
  ),
  "articles/four.md": fronted(
    "2026-11-20",
    "The first answer in the harbour to the closing of the Lower Bridge was to say that boats would double their fares. That is too simple and, on a calmer look, probably wrong. There are three readings of what the skippers said. The first is that fares rise when fuel does, and not before. The second is that nobody has asked about winters in other",
  ),
  "articles/five.md": fronted(
    "2026-11-21",
    "As clocks that set themselves sweep across the valley, the craft of winding has moved to the museum. However, the report of the Guild of Keepers has a message that the council would do well to read twice. In the age of the signal from the mast, the scarcest thing in a tower is not a mechanism but a person who climbs it every week. Covering 52 towers, the report highlights a",
  ),
};

import fc from "fast-check";

const soak = process.env["GAZETTE_SOAK"] === "1";
const asked = process.env["GAZETTE_SEED"];

/**
 * fast-check with a seed of its own choosing only in the long run: every day the same cases are tried, so that a change is judged
 * by what it changed and not by the draw. GAZETTE_SEED names another seed.
 */
fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  ...(asked === undefined ? (soak ? {} : { seed: 1 }) : { seed: Number(asked) }),
});

export default fc;

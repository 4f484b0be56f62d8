// Loaded before a program with `node --import`. Sets its clock to CLOCK, in ms since 1970. The clock goes
// back by a minute at each call.
let moment = Number(process.env.CLOCK);
const RealDate = globalThis.Date;
const tell = () => {
  moment -= 60_000;
  return moment;
};

globalThis.Date = class extends RealDate {
  constructor(...words) {
    if (words.length === 0) super(tell());
    else super(...words);
  }
  static now() {
    return tell();
  }
};

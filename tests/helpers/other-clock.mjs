// Loaded before a program (`node --import`): its clock shows the moment that CLOCK names, in ms since
// 1970, and goes backwards by a minute each time it is asked.
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

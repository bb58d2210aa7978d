import { judgeNumber, judgeSet, verdict } from '../judging';
import { option, PLAIN } from '../materials';
import type { Exercise } from '../model';
import { seatChoice } from '../seat';

const STEP_CHARACTERS = 26;

/** Why are there more steps in the history than layers? Choose those that made none. */
export const emptySteps: Exercise = {
  predict: { count: 'number' },
  answer: { empty: 'set', maker: 'number' },
  setting: () => ({}),
  async prepare({ session, workspace }, seat) {
    const history = (await session.configView(workspace.imageKey, null))?.history;
    const makers = history?.steps.filter(({ layer }) => layer !== null) ?? [];
    // From the last layer downwards: the first ones are guessed too easily.
    const maker = makers[makers.length - 1 - seatChoice(seat + 1, makers.length)];
    if (!history || !maker || maker.layer === null) return null;
    const empty = new Set(history.steps.filter((step) => step.empty).map(({ number }) => `${number}`));
    return {
      ...PLAIN,
      values: {
        steps: `${history.total}`,
        layers: `${history.layers.length}`,
        layer: `${maker.layer + 1}`,
        maker: `${maker.number}`,
        empty: [...empty].join(', '),
      },
      options: {
        empty: history.steps.map(({ number, instruction, text }) => {
          const said =
            `${instruction ?? ''} ${text.map((piece) => (piece.hides === null ? piece.text : '…')).join('')}`.trim();
          const short = said.length > STEP_CHARACTERS ? `${said.slice(0, STEP_CHARACTERS)}…` : said;
          return option(`${number}`, `${number} ${short}`);
        }),
      },
      judge: (given) => verdict(judgeSet(given, 'empty', empty), judgeNumber(given, 'maker', maker.number)),
    };
  },
};

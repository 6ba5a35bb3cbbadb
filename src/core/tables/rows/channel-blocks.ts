import { opportunityText } from '../../language/explain-way-out.ts';
import type { ChannelBlock } from '../channels.ts';
import type { Results } from '../results.ts';

export const channelBlocks = ({ kpis, input }: Results): ChannelBlock[] =>
  kpis.flatMap((result) =>
    result.evaluation.channels.map((channel) => {
      const { opportunity } = channel;
      const isCeiling = result.evaluation.judgedAs === 'ceiling';
      return {
        result,
        channel,
        opportunityText:
          opportunity === null
            ? null
            : opportunityText(channel.channel, { ...opportunity, isCeiling }, input.language),
      };
    }),
  );

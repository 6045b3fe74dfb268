using System.Runtime.CompilerServices;
using CohortBot.Advisors.Calls;
using CohortBot.Advisors.Offline;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace CohortBot.Advisors.Lookups;

/// <summary>
/// Asks a model, does what it asks to look up, and asks again, until it answers. Bounded: by rounds, after which it is asked for an answer
/// without look-ups; by calls; and by the time of the whole answer. The words stream through, also those before a look-up.
/// </summary>
internal sealed class LookupRounds(ModelCalls model, AdvisorPrompts prompts, LookupTools tools, IOptions<AdvisorOptions> options, TimeProvider time)
{
    private const int MostRounds = 4;

    /// <summary>The words as they come, then what all rounds took.</summary>
    /// <exception cref="AdvisorException">There is no answer.</exception>
    public async IAsyncEnumerable<AdvisorPiece> AnswerAsync(LabConversation talk, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var functions = options.Value.Lookups && !model.Has<OfflineAdvisor>() ? tools.For(talk) : [];
        var (request, calls, words, used) = (prompts.ForAnswer(talk), new LookupCalls(functions, time), new JoinedWords(), ModelUsage.Nothing);
        using var patience = model.Begin();
        for (var number = 1; ; number++)
        {
            var round = new LookupRound(words);
            await foreach (var piece in model.StreamAsync(Offer(request, functions, isLast: number > MostRounds), patience, cancellationToken))
            {
                foreach (var shown in round.Take(piece))
                    yield return shown;
            }

            used = used.Plus(round.Used);
            round.Close();
            if (round.Calls.Count == 0 || number > MostRounds)
            {
                yield return AdvisorPiece.Used.Of(new ModelPiece.Finished(used, round.IsCut));
                yield break;
            }

            var results = await calls.RunAsync(round.Calls, cancellationToken);
            request = request with { Messages = [.. request.Messages, round.Said(), results] };
        }
    }

    // In the last round the look-ups stay declared, since the messages speak of them, but may not be used.
    private static ModelRequest Offer(ModelRequest request, IReadOnlyList<AIFunction> functions, bool isLast)
    {
        if (functions.Count == 0)
            return request;
        var chatOptions = request.Options.Clone();
        chatOptions.Tools = [.. functions];
        chatOptions.ToolMode = isLast ? ChatToolMode.None : ChatToolMode.Auto;
        return request with { Options = chatOptions };
    }
}

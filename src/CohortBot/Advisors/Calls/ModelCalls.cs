using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace CohortBot.Advisors.Calls;

/// <summary>
/// Asks the model: within its time, again where a failure may pass, and says in our words why there is no answer. Answers, cards, summaries
/// and the doctor's question all go this way.
/// </summary>
internal sealed class ModelCalls(IChatClient client, RetryPlan retries, ModelJournal journal, IOptions<AdvisorOptions> options, TimeProvider time)
{
    /// <summary>Whether a service stands behind the client; it need not be the outermost one.</summary>
    public bool Has<T>() => client.GetService(typeof(T)) is not null;

    /// <summary>The time of one whole answer begins. Dispose it when the answer is there.</summary>
    public ModelPatience Begin() => new(time, options.Value);

    /// <summary>The pieces of an answer as they come.</summary>
    /// <exception cref="AdvisorException">There is no answer, also after the tries that made sense.</exception>
    public async IAsyncEnumerable<ModelPiece> StreamAsync(
        ModelRequest asked, ModelPatience patience, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (request, used) = (journal.Traits.Fit(asked), ModelUsage.Nothing);
        for (var tries = 1; ; tries++)
        {
            ModelException fault;
            await using (var attempt = new ModelAttempt(client, request, patience, cancellationToken))
            {
                while (await attempt.MoveNextAsync())
                    yield return new ModelPiece.Update(attempt.Current);
                used = used.Plus(attempt.Used);
                if (attempt.Fault is null)
                {
                    journal.Succeeded(asked, request);
                    yield return new ModelPiece.Finished(used, attempt.IsCut);
                    yield break;
                }

                if (attempt.HasWords)
                    yield return new ModelPiece.Restarted();
                fault = attempt.Fault;
            }

            if (EndpointTraits.Plainer(request, fault) is { } plainer)
            {
                (request, tries) = (plainer, tries - 1);
                continue;
            }

            journal.Failed(fault);
            if (retries.WaitBeforeNext(fault, tries, patience.Left) is not { } wait)
                throw new AdvisorException(fault.Failure, fault);
            journal.TriesAgain(fault, wait);
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>A whole answer.</summary>
    /// <exception cref="AdvisorException">There is no answer, also after the tries that made sense.</exception>
    public async Task<string> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        using var patience = Begin();
        await foreach (var piece in StreamAsync(request, patience, cancellationToken))
        {
            if (piece is ModelPiece.Update update)
                text.Append(update.Value.Text);
            else if (piece is ModelPiece.Restarted)
                text.Clear();
        }

        return text.ToString().Trim();
    }
}

using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace CohortBot.Advisors;

/// <summary>Asks the model, and says in our words why it did not answer.</summary>
internal sealed class ModelCalls(IChatClient client, IOptions<AdvisorOptions> options, TimeProvider time)
{
    /// <summary>Whether a service stands behind the client; it need not be the outermost one.</summary>
    public bool Has<T>() => client.GetService(typeof(T)) is not null;

    /// <summary>The pieces of an answer as they come.</summary>
    /// <exception cref="AdvisorException">The model was silent for too long, out of reach, or refused.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions chatOptions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var silence = TimeSpan.FromSeconds(options.Value.SilenceSeconds);
        using var limit = new CancellationTokenSource(silence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await using var updates = client.GetStreamingResponseAsync(messages, chatOptions, either.Token).GetAsyncEnumerator(either.Token);
        using var call = new ModelCall();
        while (await NextAsync(call, updates, cancellationToken))
        {
            limit.CancelAfter(Timeout.InfiniteTimeSpan);
            TakeNote(call, updates.Current);
            yield return updates.Current;
            limit.CancelAfter(silence);
        }
    }

    /// <summary>A whole answer.</summary>
    /// <exception cref="AdvisorException">The model was silent for too long, out of reach, refused, or said nothing.</exception>
    public async Task<string> AskAsync(IReadOnlyList<ChatMessage> messages, ChatOptions chatOptions, CancellationToken cancellationToken)
    {
        List<ChatResponseUpdate> updates = [];
        await foreach (var update in StreamAsync(messages, chatOptions, cancellationToken))
            updates.Add(update);
        var text = string.Concat(updates.Select(update => update.Text)).Trim();
        return text.Length > 0 ? text : throw new AdvisorException(AdvisorFailure.Empty);
    }

    private static async Task<bool> NextAsync(ModelCall call, IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await call.NextAsync(updates);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            if (FailureOf(error) is not { } failure)
            {
                call.Break();
                throw;
            }

            call.Fail(failure);
            throw new AdvisorException(failure, error);
        }
    }

    private static void TakeNote(ModelCall call, ChatResponseUpdate update)
    {
        if (update.Text.Length > 0)
            call.Spoke();
        if (update.FinishReason == ChatFinishReason.ContentFilter)
            throw Failed(call, AdvisorFailure.Refused);
        if (update.Contents.OfType<ErrorContent>().FirstOrDefault() is { } error)
            throw Failed(call, string.Equals(error.ErrorCode, "Refusal", StringComparison.OrdinalIgnoreCase) ? AdvisorFailure.Refused : AdvisorFailure.Unavailable);
    }

    private static AdvisorException Failed(ModelCall call, AdvisorFailure failure)
    {
        call.Fail(failure);
        return new AdvisorException(failure);
    }

    // What a client may throw when the other side fails; anything else is our own mistake and goes on as it is.
    private static AdvisorFailure? FailureOf(Exception error) => error switch
    {
        OperationCanceledException or TimeoutException => AdvisorFailure.TimedOut,
        HttpRequestException { StatusCode: System.Net.HttpStatusCode.RequestTimeout or System.Net.HttpStatusCode.GatewayTimeout } => AdvisorFailure.TimedOut,
        HttpRequestException or IOException or System.Net.Sockets.SocketException => AdvisorFailure.Unavailable,
        _ => null,
    };
}

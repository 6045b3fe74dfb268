using System.Runtime.CompilerServices;
using System.Text.Json;
using Anthropic.Exceptions;
using CohortBot.Advisors.Calls;
using Microsoft.Extensions.AI;

namespace CohortBot.Advisors.Providers;

/// <summary>Makes the two providers' clients fail alike: an answer has come to its end when the model said why it stopped, and never before.</summary>
internal sealed class ProviderChat(IChatClient inner) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var isWhole = false;
        while (await NextAsync(updates, isWhole, cancellationToken))
        {
            isWhole |= updates.Current.FinishReason is not null;
            yield return updates.Current;
        }

        if (!isWhole)
            throw new ModelException(ModelFault.Cut);
    }

    // What breaks after the last word, where only the usage would have come, is no loss.
    private static async Task<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, bool isWhole, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && FaultOf(error) is not null)
        {
            return isWhole ? false : throw FaultOf(error)!;
        }
    }

    private static ModelException? FaultOf(Exception error) => error switch
    {
        AnthropicSseException { Body: var body } => ProviderFault.Named(body.ValueKind == JsonValueKind.Undefined ? "" : body.GetRawText()),
        JsonException or AnthropicInvalidDataException or FormatException or KeyNotFoundException => new ModelException(ModelFault.Unreadable),
        // How OpenAI's library tells of JSON of another shape than it expects.
        InvalidOperationException { Source: "OpenAI" or "System.Text.Json" or "System.Text.Json.Rethrowable" } => new ModelException(ModelFault.Unreadable),
        AnthropicIOException or IOException or HttpRequestException => new ModelException(ModelFault.Cut),
        _ => null,
    };
}

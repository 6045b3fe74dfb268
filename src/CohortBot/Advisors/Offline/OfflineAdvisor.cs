using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace CohortBot.Advisors.Offline;

/// <summary>The client that stands where no model is connected. It reads the conversation itself, not the prompt.</summary>
internal sealed partial class OfflineAdvisor(OfflineAnswers answers, IOptions<AdvisorOptions> options, TimeProvider time) : IChatClient
{
    /// <summary>What stands in the ledger in place of a model's name.</summary>
    public const string ModelName = "offline";

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? chatOptions = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var text = answers.Compose(ConversationIn(chatOptions));
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)) { ModelId = ModelName, FinishReason = ChatFinishReason.Stop, Usage = Nothing() });
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? chatOptions = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var pause = TimeSpan.FromMilliseconds(options.Value.OfflinePieceMilliseconds);
        foreach (Match piece in Piece().Matches(answers.Compose(ConversationIn(chatOptions))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ChatResponseUpdate(ChatRole.Assistant, piece.Value) { ModelId = ModelName };
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, time, cancellationToken);
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(Nothing())]) { ModelId = ModelName, FinishReason = ChatFinishReason.Stop };
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <summary>Holds nothing that must be given back.</summary>
    public void Dispose()
    {
    }

    private static LabConversation ConversationIn(ChatOptions? chatOptions) =>
        chatOptions?.FindConversation() ?? throw new InvalidOperationException("The offline advisor answers lab conversations only.");

    private static UsageDetails Nothing() => new() { InputTokenCount = 0, OutputTokenCount = 0, TotalTokenCount = 0 };

    // A word with the space after it.
    [GeneratedRegex(@"\S+\s*", RegexOptions.None, 1000)]
    private static partial Regex Piece();
}

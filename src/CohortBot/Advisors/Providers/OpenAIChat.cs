using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace CohortBot.Advisors.Providers;

/// <summary>
/// OpenAI's chat completions as an <see cref="IChatClient"/>, over the company's own library. Only what the advisor uses: text, look-ups, a schema
/// for the answer, usage. https://platform.openai.com/docs/api-reference/chat-streaming
/// </summary>
internal sealed class OpenAIChat(Wire.ChatClient client, MaxTokensName maxTokensName) : IChatClient
{
    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = OpenAIRequest.Options(options ?? new ChatOptions(), maxTokensName);
        var calls = new OpenAICalls();
        var (model, usage) = ((string?)null, (Wire.ChatTokenUsage?)null);
        await foreach (var update in client.CompleteChatStreamingAsync(OpenAIRequest.Messages(messages), request, cancellationToken))
        {
            model = update.Model ?? model;
            // Some servers count anew with every word: the last count is the whole.
            usage = update.Usage ?? usage;
            calls.Add(update.ToolCallUpdates);
            yield return new ChatResponseUpdate(ChatRole.Assistant, [.. Contents(update), .. update.FinishReason is null ? [] : calls.Take()])
            {
                ModelId = model,
                FinishReason = Finish(update.FinishReason),
            };
        }

        if (usage is not null)
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(Usage(usage))]) { ModelId = model };
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <summary>Holds nothing that must be given back.</summary>
    public void Dispose()
    {
    }

    private static IEnumerable<AIContent> Contents(Wire.StreamingChatCompletionUpdate update)
    {
        foreach (var part in update.ContentUpdate.Where(part => part.Text is { Length: > 0 }))
            yield return new TextContent(part.Text);
        if (update.RefusalUpdate is { Length: > 0 })
            yield return new ErrorContent(null) { ErrorCode = "Refusal" };
    }

    private static ChatFinishReason? Finish(Wire.ChatFinishReason? reason) => reason switch
    {
        null => null,
        Wire.ChatFinishReason.Length => ChatFinishReason.Length,
        Wire.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
        Wire.ChatFinishReason.ToolCalls or Wire.ChatFinishReason.FunctionCall => ChatFinishReason.ToolCalls,
        _ => ChatFinishReason.Stop,
    };

    private static UsageDetails Usage(Wire.ChatTokenUsage usage) => new()
    {
        InputTokenCount = usage.InputTokenCount,
        OutputTokenCount = usage.OutputTokenCount,
        TotalTokenCount = usage.TotalTokenCount,
    };
}

using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CohortBot.Tests.Advisors;

/// <summary>A model that answers what a test wrote, one script a call; a call that no one expected fails the test.</summary>
internal sealed class ScriptedChatClient(params object[] script) : IChatClient
{
    private int _next;

    public List<(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)> Calls { get; } = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("The advisor streams.");

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Calls.Add(([.. messages], options));
        Assert.True(_next < script.Length, "The model was asked once more than the test expects.");
        foreach (var piece in script[_next++] is Pieces pieces ? pieces.All : [script[_next - 1]])
        {
            await Task.Yield();
            switch (piece)
            {
                case Exception error:
                    throw error;
                case TimeSpan:
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    break;
                case ChatResponseUpdate update:
                    yield return update;
                    break;
                default:
                    yield return new ChatResponseUpdate(ChatRole.Assistant, (string)piece) { ModelId = "scripted-1" };
                    break;
            }
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    /// <summary>An answer in several pieces.</summary>
    public static object Say(params object[] pieces) => new Pieces(pieces);

    public void Dispose()
    {
    }

    private sealed record Pieces(object[] All);
}

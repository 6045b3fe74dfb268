using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace CohortBot.Tests.Operations;

/// <summary>A model that answers two times of three; otherwise it fails as clients do, quoting what it was sent.</summary>
internal sealed class NastyModel(PlantedWords planted) : IChatClient
{
    private int _calls;

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var call = Interlocked.Increment(ref _calls);
        yield return new ChatResponseUpdate(ChatRole.Assistant, $"{planted.Said} is what you said. ");
        await Task.Yield();
        if (call % 3 == 0)
            throw Fault(call);
        yield return new ChatResponseUpdate(ChatRole.Assistant, "And why?");
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private Exception Fault(int call) => (call / 3 % 4) switch
    {
        0 => new JsonException($"'{planted.Said}' is an invalid start of a value."),
        1 => new HttpRequestException($"https://models.example/v1?key={planted.Token} said {planted.Thrown}"),
        2 => new IOException($"{planted.Thrown} {planted.Edited}", new InvalidDataException(planted.Name)),
        _ => new InvalidOperationException($"{planted.Thrown}: {planted.Name}"),
    };
}

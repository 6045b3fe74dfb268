using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CohortBot.Benchmarks.Turns;

/// <summary>
/// A model that answers at once, or after a time that is its own and not the bot's. A member's message ends with the number of its turn, by which
/// the moments of asking and answering are noted. Cards are answered with an empty object, so that the rules make them.
/// </summary>
internal sealed class InstantModel : IChatClient
{
    private const string Answer =
        """
        That is a strong base: people came to you because you finish what others put off. **Two roles** stand near to it:

        - *Data analyst* in the applications layer, where your reports would be the product.
        - *Evaluation engineer*, who finds out what a model gets wrong before a customer does.

        The first is the shorter way, the second pays more after two years. Which of the two would you still enjoy on a bad day, and what did you
        do last month that shows it?
        """;

    private readonly ConcurrentDictionary<long, TurnClock> _clocks = [];
    private long _last;
    private long _said;

    /// <summary>How long the model takes; asked for each answer.</summary>
    public Func<TimeSpan> Takes { get; set; } = () => TimeSpan.Zero;

    /// <summary>Begins a turn; the number belongs at the end of the member's message.</summary>
    public (long Number, TurnClock Clock) Begin()
    {
        var number = Interlocked.Increment(ref _last);
        return (number, _clocks[number] = new TurnClock());
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The advisor streams.");

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var clock = options?.ResponseFormat is ChatResponseFormatJson ? null : Find(messages.Last().Text);
        clock?.Asked();
        if (Takes() is { Ticks: > 0 } time)
            await Task.Delay(time, cancellationToken);
        var said = clock is null ? "{}" : $"{Answer} Note {Interlocked.Increment(ref _said)}"; // no two answers are alike
        yield return new ChatResponseUpdate(ChatRole.Assistant, said) { ModelId = "instant-1" };
        yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new UsageDetails { InputTokenCount = 1200, OutputTokenCount = 120 })]);
        clock?.Answered();
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private TurnClock? Find(string text) => _clocks.GetValueOrDefault(long.Parse(text.AsSpan(text.LastIndexOf(' ') + 1), CultureInfo.InvariantCulture));
}

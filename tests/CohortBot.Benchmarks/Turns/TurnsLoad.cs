using System.Diagnostics;
using CohortBot.Benchmarks.Measuring;
using CohortBot.Chat;
using CohortBot.Labs;

namespace CohortBot.Benchmarks.Turns;

/// <summary>Members who talk in their labs: so many labs at once, each member through all turns of a lab, then the next member.</summary>
internal sealed class TurnsLoad(BenchProgram program, IReadOnlyList<LabMember> members, int turnsEach)
{
    private const int Minimum = 3; // exchanges that complete the shipped lab
    private readonly IReadOnlyList<IMessageReceiver> _receivers = [.. (IEnumerable<IMessageReceiver>)program.Application.Services.GetService(typeof(IEnumerable<IMessageReceiver>))!];
    private readonly LabLanes _lanes = program.Get<LabLanes>();
    private int _next = -1;
    private long _done;
    private long _missed;

    /// <summary>Message in to advisor asked.</summary>
    public Percentiles Before { get; } = new();

    /// <summary>Answer done to counted and shown; of turns that do not complete the lab.</summary>
    public Percentiles After { get; } = new();

    /// <summary>Both shares of a turn together.</summary>
    public Percentiles Share { get; } = new();

    /// <summary>Answer done to the card shown; of the turns that complete the lab.</summary>
    public Percentiles Completing { get; } = new();

    /// <summary>Turns that were counted.</summary>
    public long Done => _done;

    /// <summary>Turns in which the model was never asked.</summary>
    public long Missed => _missed;

    /// <summary>Runs all members; returns how long it took.</summary>
    /// <param name="atOnce">Labs in flight.</param>
    /// <param name="spread">Over how long the first messages are spread: people do not all begin in the same moment.</param>
    public async Task<TimeSpan> RunAsync(int atOnce, TimeSpan spread)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(lane => Task.Run(async () =>
        {
            await Task.Delay(spread * lane / atOnce);
            await LaneAsync();
        })));
        return watch.Elapsed;
    }

    /// <summary>A member's next message, and the clock of its turn.</summary>
    public (IncomingMessage Message, TurnClock Clock) Write(LabMember member)
    {
        var (number, clock) = program.Model.Begin();
        var message = new IncomingMessage
        {
            Message = new MessageRef(member.Place, $"m{number}"),
            Author = member.User,
            AuthorName = member.Name,
            Text = $"I wrote reports for a shop for six years, and people came to me when numbers did not add up. That part I would keep. Note {number}",
            SentAt = DateTimeOffset.UtcNow,
        };
        return (message, clock);
    }

    /// <summary>A turn has ended.</summary>
    public void Note(TurnClock clock, int turn)
    {
        if (!clock.WasAsked)
        {
            Interlocked.Increment(ref _missed);
            return;
        }

        Interlocked.Increment(ref _done);
        var after = clock.SinceAnswer();
        Before.Add(clock.Before);
        (turn == Minimum ? Completing : After).Add(after);
        if (turn != Minimum)
            Share.Add(clock.Before + after);
    }

    private async Task LaneAsync()
    {
        while (Interlocked.Increment(ref _next) is var index && index < members.Count)
        {
            for (var turn = 1; turn <= turnsEach; turn++)
                await TurnAsync(members[index], turn);
        }
    }

    private async Task TurnAsync(LabMember member, int turn)
    {
        var (message, clock) = Write(member);
        foreach (var receiver in _receivers)
            await receiver.ReceiveAsync(message, CancellationToken.None);
        await _lanes.WhenIdleAsync(member.Lane);
        Note(clock, turn);
    }
}

using System.Diagnostics;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using Microsoft.Extensions.AI;

namespace CohortBot.Benchmarks.Turns;

/// <summary>
/// What the load itself takes: the same members, messages, stand-ins and clocks, with nothing between the member and the stand-ins but one hop to
/// another thread. It is part of a run's processor time and none of the bot's.
/// </summary>
internal sealed class LoadAlone(BenchProgram program, IReadOnlyList<LabMember> members)
{
    // As many calls as a turn makes: the placeholder, and the edits that make it the answer.
    private const int EditsEach = 3;

    private static readonly Document Shown = Document.Plain("Thinking…");
    private readonly TurnsLoad _load = new(program, members, turnsEach: 0);
    private int _next = -1;

    /// <summary>The processor time of a turn without the bot.</summary>
    public async Task<TimeSpan> MeasureAsync(int turnsEach, int atOnce)
    {
        await RunAsync(turnsEach, atOnce);
        _next = -1;
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        await RunAsync(turnsEach, atOnce);
        return (Process.GetCurrentProcess().TotalProcessorTime - before) / (members.Count * turnsEach);
    }

    private Task RunAsync(int turnsEach, int atOnce) => Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
    {
        while (Interlocked.Increment(ref _next) is var index && index < members.Count)
        {
            for (var turn = 1; turn <= turnsEach; turn++)
                await TurnAsync(members[index], turn);
        }
    })));

    private async Task TurnAsync(LabMember member, int turn)
    {
        var (message, clock) = _load.Write(member);
        await Task.Run(() => AnswerAsync(message));
        _load.Note(clock, turn);
    }

    private async Task AnswerAsync(IncomingMessage message)
    {
        var placeholder = await program.Chat.PostAsync(new OutgoingMessage(message.Message.Place, new DeliveryId(message.Message.Id), Shown), CancellationToken.None);
        await foreach (var update in program.Model.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, message.Text)]))
            _ = update;
        for (var edit = 0; edit < EditsEach; edit++)
            await program.Chat.EditAsync(placeholder, Shown, CancellationToken.None);
    }
}

using BenchmarkDotNet.Attributes;
using CohortBot.Benchmarks.Turns;
using CohortBot.Chat;
using CohortBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Benchmarks.Dropping;

/// <summary>
/// A message in a channel that is not ours, through every receiver of the whole program, with 6,000 lab threads open.
/// </summary>
[MemoryDiagnoser]
public class DropBenchmark : IAsyncDisposable
{
    private BenchProgram _program = null!;
    private IMessageReceiver[] _receivers = [];
    private IncomingMessage _elsewhere = null!;

    [GlobalSetup]
    public async Task StartAsync()
    {
        _program = new BenchProgram(new Dictionary<string, string?>());
        await _program.MigrateAsync();
        await Crowd.GatherAsync(_program.Get<Database>(), 6000);
        await _program.Application.StartAsync();
        _receivers = [.. _program.Application.Services.GetServices<IMessageReceiver>()];
        var place = new Place(Crowd.Workspace, "general");
        _elsewhere = new IncomingMessage
        {
            Message = new MessageRef(place, "m1"),
            Author = new UserRef(Crowd.Workspace, "u1"),
            AuthorName = "Member 1",
            Text = "Who is in for lunch?",
            SentAt = DateTimeOffset.UnixEpoch,
        };
    }

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _program.DisposeAsync();
    }

    [Benchmark]
    public async Task Message_elsewhere()
    {
        foreach (var receiver in _receivers)
            await receiver.ReceiveAsync(_elsewhere, CancellationToken.None);
    }
}

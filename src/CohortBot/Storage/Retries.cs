namespace CohortBot.Storage;

/// <summary>Tries again what the database could not do at the moment: long enough for a server that restarts or hands over to another.</summary>
internal sealed class Retries(IEngine engine, TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>How long it is tried in all. A managed server's failover takes 5 to 30 seconds; whoever waits longer should be told.</summary>
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(15);

    /// <summary>Does the work, which can be repeated.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        for (var wait = First; ; wait = wait * 2 < Longest ? wait * 2 : Longest)
        {
            try
            {
                return await work();
            }
            catch (Exception exception) when (engine.IsTransient(exception) && time.GetElapsedTime(start) < AtMost)
            {
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }

    /// <summary>Does the work, which can be repeated.</summary>
    public Task RunAsync(Func<Task> work, CancellationToken cancellationToken) =>
        RunAsync(
            async () =>
            {
                await work();
                return 0;
            },
            cancellationToken);
}

namespace CohortBot.Simulation;

/// <summary>Counts what is under way.</summary>
internal sealed class CallCount
{
    private int _open;

    /// <summary>Whether anything is.</summary>
    public bool IsAny => Volatile.Read(ref _open) > 0;

    /// <summary>Does something that counts while it lasts.</summary>
    public async Task<T> DuringAsync<T>(Func<Task<T>> work)
    {
        Interlocked.Increment(ref _open);
        try
        {
            return await work();
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}

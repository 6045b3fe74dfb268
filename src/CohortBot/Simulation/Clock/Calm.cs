namespace CohortBot.Simulation.Clock;

/// <summary>
/// Tells when the process has nothing left to do but wait for time to pass: nothing queued on the thread pool, nobody at work there. Everything that the program does
/// runs there, so the same work is done before the time moves on, however many cores there are and whoever was faster.
/// </summary>
internal static class Calm
{
    /// <summary>Returns when it is calm. Called on a thread of one's own: one of the pool would wait for itself.</summary>
    public static void Await()
    {
        var spin = new SpinWait();
        while (true)
        {
            var done = ThreadPool.CompletedWorkItemCount;
            // Looked at twice, with nothing done in between: a worker between two pieces of work is seen by one of the looks.
            if (IsCalm() && IsCalm() && ThreadPool.CompletedWorkItemCount == done)
                return;
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }

    private static bool IsCalm()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var free, out _);
        return free == most && ThreadPool.PendingWorkItemCount == 0;
    }
}

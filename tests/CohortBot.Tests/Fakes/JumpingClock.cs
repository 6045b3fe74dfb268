namespace CohortBot.Tests.Fakes;

/// <summary>The real time plus what a test has skipped, like the local demo's clock: timers stay real, only the time of day jumps.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private TimeSpan _ahead = TimeSpan.Zero;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Jump(TimeSpan by) => _ahead += by;
}

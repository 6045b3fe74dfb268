using CohortBot.Storage;
using CohortBot.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace CohortBot.Tests.Storage;

public sealed class DatabaseTroubleTests
{
    private static readonly StorageException Full = new("No space.") { Fault = StorageFault.Full };
    private static readonly StorageException Corrupt = new("Damaged.") { Fault = StorageFault.Corrupt };

    private readonly ManualClock _clock = new();
    private readonly RecordingLogger<Database> _log = new();
    private readonly DatabaseTrouble _trouble;

    public DatabaseTroubleTests() => _trouble = new DatabaseTrouble(_clock, _log);

    [Fact]
    public void It_is_said_once_when_it_begins_and_once_when_it_has_ended()
    {
        for (var meeting = 0; meeting < 100; meeting++)
            _trouble.Note(Full);
        _clock.Advance(TimeSpan.FromMinutes(3));
        _trouble.Wrote();
        _trouble.Wrote();

        Assert.Equal([LogLevel.Error, LogLevel.Warning], _log.Lines.Select(line => line.Level));
        Assert.Contains("00:03:00", _log.Lines[1].Line, StringComparison.Ordinal);
        Assert.Null(_trouble.Current);
    }

    [Fact]
    public void A_small_write_that_passes_between_two_that_fail_ends_nothing()
    {
        for (var meeting = 0; meeting < 10; meeting++)
        {
            _trouble.Note(Full);
            _clock.Advance(TimeSpan.FromSeconds(1));
            _trouble.Wrote();
        }

        Assert.Single(_log.Lines);
        Assert.Same(Full, _trouble.Current);
    }

    [Fact]
    public void Damage_outweighs_what_may_pass_and_stands()
    {
        _trouble.Note(Full);
        _trouble.Note(Corrupt);
        _trouble.Note(Full);
        _clock.Advance(TimeSpan.FromHours(1));
        _trouble.Wrote();

        Assert.Same(Corrupt, _trouble.Current);
        Assert.Equal(2, _log.Lines.Count);
    }
}

using CohortBot.Schedule;
using CohortBot.Storage;
using CohortBot.Tests.Fakes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace CohortBot.Tests.Schedule;

public sealed class ClockWatchTests
{
    [Theory]
    [InlineData(3600)]
    [InlineData(-90)]
    public async Task A_jump_is_noticed_and_told(int seconds)
    {
        var clock = new JumpingClock();
        var listener = new Mock<IClockListener>();
        using var watch = new ClockWatch(clock, [listener.Object], NullLogger<ClockWatch>.Instance);
        var before = watch.Read();

        clock.Jump(TimeSpan.FromSeconds(seconds));
        await watch.LookAsync(before, CancellationToken.None);

        Assert.Equal(seconds, watch.Last!.By.TotalSeconds, tolerance: 1);
        listener.Verify(told => told.JumpedAsync(It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Time_that_passes_and_a_clock_that_a_person_moves_are_no_jump()
    {
        var clock = new MovableClock(new ManualClock());
        var listener = new Mock<IClockListener>(MockBehavior.Strict);
        using var watch = new ClockWatch(clock, [listener.Object], NullLogger<ClockWatch>.Instance);
        var before = watch.Read();

        ((ManualClock)clock.Real).Advance(TimeSpan.FromDays(2));
        clock.MoveTo(TimeSpan.FromDays(7));
        await watch.LookAsync(before, CancellationToken.None);

        Assert.Null(watch.Last);
    }

    [Fact]
    public async Task The_clock_deserves_a_look_for_an_hour_after_a_jump()
    {
        var clock = new JumpingClock();
        await using var test = await TestDatabase.CreateAsync(clock);
        using var watch = new ClockWatch(clock, [], NullLogger<ClockWatch>.Instance);
        var before = watch.Read();
        clock.Jump(TimeSpan.FromMinutes(10));
        await watch.LookAsync(before, CancellationToken.None);

        var finding = Assert.Single(await Check(watch, test, clock).CheckAsync(CancellationToken.None));
        Assert.Equal((HealthStatus.Degraded, "doctor.clock_jumped"), (finding.State, finding.Detail.Key));

        clock.Jump(TimeSpan.FromMinutes(61));
        Assert.Equal("doctor.clock_well", Assert.Single(await Check(watch, test, clock).CheckAsync(CancellationToken.None)).Detail.Key);
    }

    [Fact]
    public async Task A_clock_behind_what_the_database_has_seen_is_told()
    {
        var clock = new ManualClock();
        await using var test = await TestDatabase.CreateAsync(clock);
        using var watch = new ClockWatch(clock, [], NullLogger<ClockWatch>.Instance);
        await test.Database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO outbox (workspace, subject, edition, part, channel, document, state, attempts, next_try_at, created_at)
                VALUES ('local', 'lesson/1/x', 1, 0, 'map', '[]', 'Sent', 0, 0, @at)
                """,
                new { at = clock.GetUtcNow().AddHours(3) }),
            CancellationToken.None);

        var finding = Assert.Single(await Check(watch, test, clock).CheckAsync(CancellationToken.None));
        Assert.Equal((HealthStatus.Degraded, "doctor.clock_behind"), (finding.State, finding.Detail.Key));
    }

    [Fact]
    public async Task A_clock_that_lost_its_battery_is_broken()
    {
        var clock = new ManualClock(new DateTimeOffset(1970, 1, 1, 0, 5, 0, TimeSpan.Zero));
        await using var test = await TestDatabase.CreateAsync(clock);
        using var watch = new ClockWatch(clock, [], NullLogger<ClockWatch>.Instance);
        Assert.Equal(HealthStatus.Unhealthy, Assert.Single(await Check(watch, test, clock).CheckAsync(CancellationToken.None)).State);
    }

    private static ClockCheck Check(ClockWatch watch, TestDatabase test, TimeProvider clock) =>
        new(watch, test.Database, new DataFolder(Options.Create(new StorageOptions { File = test.Database.Engine.Place })), clock);
}

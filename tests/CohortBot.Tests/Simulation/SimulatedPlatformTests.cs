using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Rendering;
using CohortBot.Simulation.Platform;
using CohortBot.Simulation.Program;
using CohortBot.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace CohortBot.Tests.Simulation;

public sealed class SimulatedPlatformTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void A_message_over_a_limit_is_noted_and_one_within_is_not()
    {
        var watch = new LimitWatch(MessagePreview.Find("discord")!);
        watch.Look(Document.Plain("Fits."));
        Assert.Empty(watch.Violations);
        watch.Look(Document.Plain($"Too long {new string('x', 2000)}"));
        watch.Look(new Document([new ButtonRow([new Button("Go", $"lab start lab:{new string('y', 100)}")])]));
        Assert.Equal(2, watch.Violations.Count);
        Assert.Equal(3, watch.Checked);
        Assert.True(watch.Longest > watch.Limit);
    }

    [Fact]
    public void In_an_outage_every_call_is_refused_and_afterwards_none()
    {
        var weather = Spoil(SpellKind.Outage);
        Assert.True(Assert.Throws<ChatException>(weather.Before).IsTransient);
        Assert.Throws<ChatException>(weather.Before);
        Assert.Equal(2, Assert.Single(weather.Hits).Calls);
        _clock.Advance(TimeSpan.FromMinutes(5));
        weather.Before();
        weather.After();
    }

    [Fact]
    public void A_strict_platform_takes_one_call_in_ten_seconds_and_says_how_long_to_wait()
    {
        var weather = Spoil(SpellKind.RateLimit);
        weather.Before();
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(6), Assert.Throws<ChatException>(weather.Before).RetryAfter);
        _clock.Advance(TimeSpan.FromSeconds(6));
        weather.Before();
    }

    [Fact]
    public void An_answer_is_lost_after_the_call_has_arrived()
    {
        var weather = Spoil(SpellKind.LostAnswers);
        weather.Before();
        Assert.Throws<ChatException>(weather.After);
    }

    [Fact]
    public void Errors_of_the_program_are_faults_and_refusals_of_the_platform_are_not()
    {
        using var log = new FaultLog();
        var logger = log.CreateLogger("CohortBot.Labs");
        logger.LogError(new EventId(1, "Failed"), new InvalidOperationException("Somebody's words"), "Turn {Turn}", 7);
        logger.LogError(new EventId(1, "Failed"), new InvalidOperationException("Other words"), "Turn {Turn}", 8);
        logger.LogError(new EventId(2, "Refused"), new ChatException("no", isTransient: true), "Refused");
        logger.LogWarning("Only a warning");
        Assert.Equal([("CohortBot.Labs: Failed (InvalidOperationException)", 2)], log.Faults);
    }

    private PlatformWeather Spoil(SpellKind kind)
    {
        var weather = new PlatformWeather(_clock);
        weather.Add(new Spell(_clock.GetUtcNow(), _clock.GetUtcNow().AddMinutes(5), kind));
        return weather;
    }
}

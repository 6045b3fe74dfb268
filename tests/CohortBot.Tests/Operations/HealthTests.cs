using System.Net;
using System.Text.Json;
using CohortBot.Chat;
using CohortBot.Operations;
using CohortBot.Operations.Figures;
using CohortBot.Operations.Telemetry;
using CohortBot.Schedule;
using CohortBot.Tests.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace CohortBot.Tests.Operations;

public sealed class HealthTests
{
    [Fact]
    public async Task Without_a_scheduler_the_program_lives_and_is_not_ready()
    {
        await using var site = await LocalSite.StartAsync();
        await site.Services.GetRequiredService<AlarmClock>().StopAsync(CancellationToken.None);

        using var live = await site.GetAsync("/health/live");
        using var ready = await site.GetAsync("/health/ready");
        using var told = JsonDocument.Parse(await ready.Content.ReadAsStringAsync());

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (live.StatusCode, ready.StatusCode));
        Assert.Equal("Unhealthy", told.RootElement.GetProperty("dependencies").GetProperty("alarms").GetProperty("status").GetString());
        Assert.False(told.RootElement.GetProperty("dependencies").TryGetProperty("outbox", out _));
    }

    [Theory]
    [InlineData(false, false, HealthStatus.Unhealthy, "starting")]
    [InlineData(true, false, HealthStatus.Healthy, "CohortBot")]
    [InlineData(true, true, HealthStatus.Unhealthy, "stopping")]
    public async Task A_program_that_starts_or_stops_is_not_ready(bool hasStarted, bool isStopping, HealthStatus expected, string says)
    {
        var lifetime = new Mock<IHostApplicationLifetime>();
        lifetime.Setup(program => program.ApplicationStarted).Returns(new CancellationToken(hasStarted));
        lifetime.Setup(program => program.ApplicationStopping).Returns(new CancellationToken(isStopping));
        var result = await new LifetimeHealth(lifetime.Object).CheckHealthAsync(new HealthCheckContext());
        Assert.Equal(expected, result.Status);
        Assert.Contains(says, result.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, HealthStatus.Healthy)]
    [InlineData("no connection", null, HealthStatus.Degraded)]
    [InlineData("no connection", "the token is refused", HealthStatus.Unhealthy)]
    public async Task One_platform_out_of_reach_deserves_a_look_and_all_of_them_is_broken(string? first, string? second, HealthStatus expected)
    {
        var result = await new PlatformHealth(new Chats([Platform("discord", first), Platform("slack", second)])).CheckHealthAsync(new HealthCheckContext());
        Assert.Equal(expected, result.Status);
        Assert.Contains(first ?? "slack", result.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_is_logged_once_and_an_exceptions_message_is_not()
    {
        using var log = new CollectedLog();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(log));
        var gauge = new HealthGauge(
            new Gauges([], NullLogger<Gauges>.Instance), new Collector(new TelemetryOptions(), new ConfigurationBuilder().Build()), logs.CreateLogger<HealthGauge>());

        await gauge.PublishAsync(Report(HealthStatus.Healthy), CancellationToken.None);
        Assert.Empty(log.Lines);
        await gauge.PublishAsync(Report(HealthStatus.Unhealthy, new InvalidOperationException("secret")), CancellationToken.None);
        await gauge.PublishAsync(Report(HealthStatus.Unhealthy, new InvalidOperationException("secret")), CancellationToken.None);
        await gauge.PublishAsync(Report(HealthStatus.Healthy), CancellationToken.None);

        Assert.Equal([LogLevel.Warning, LogLevel.Information], log.Lines.Select(line => line.Level));
        Assert.Contains("database is Unhealthy: InvalidOperationException", log.Lines[0].Line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", string.Concat(log.Lines.Select(line => line.Line)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gauge_that_breaks_or_hangs_keeps_the_others_from_nothing()
    {
        var last = new Mock<IGaugeReading>();
        var broken = new Mock<IGaugeReading>();
        broken.Setup(reading => reading.ReadAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidOperationException("secret"));
        using var log = new CollectedLog();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(log));

        await new Gauges([broken.Object, last.Object], logs.CreateLogger<Gauges>()).ReadAsync(CancellationToken.None);

        last.Verify(reading => reading.ReadAsync(It.IsAny<CancellationToken>()), Times.Once);
        Assert.DoesNotContain("secret", Assert.Single(log.Lines).Line, StringComparison.Ordinal);
    }

    private static HealthReport Report(HealthStatus status, Exception? exception = null) => new(
        new Dictionary<string, HealthReportEntry>(StringComparer.Ordinal) { ["database"] = new(status, exception?.Message, TimeSpan.Zero, exception, data: null) }, TimeSpan.Zero);

    private static IChat Platform(string name, string? trouble)
    {
        var chat = new Mock<IChat>();
        chat.Setup(platform => platform.Platform).Returns(name);
        chat.Setup(platform => platform.Trouble).Returns(trouble);
        return chat.Object;
    }
}

using CohortBot.Chat;
using CohortBot.Operations.Figures;
using CohortBot.Operations.Logs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CohortBot.Tests.Operations;

[Collection(FiguresAlone.Name)]
public sealed class SecrecyTests
{
    [Fact]
    public async Task No_log_line_and_no_figure_holds_a_members_words_or_name_or_a_secret()
    {
        var planted = new PlantedWords();
        using var log = new CollectedLog();
        string figures;
        await using (var life = await LivelyCohort.StartAsync(planted, builder => builder.Logging.AddProvider(log)))
        {
            await life.LiveAsync();
            figures = await life.Services.GetRequiredService<FigureSheet>().WriteAsync(FigureFormat.Prometheus, CancellationToken.None);
        }

        // The scenario came to the places where exceptions are logged, at every level.
        string[] expected = ["AdvisorException", "ChatException", "InvalidOperationException", "caused by System.Net.Http.HttpRequestException"];
        var missing = expected.Where(type => !log.Lines.Any(line => line.Line.Contains(type, StringComparison.Ordinal))).ToList();
        Assert.True(missing.Count == 0, $"There is no {string.Join(", no ", missing)} in:\n{string.Join('\n', log.Lines.Where(line => line.Level > LogLevel.Information).Select(line => line.Line))}");
        Assert.Contains(log.Lines, line => line.Level == LogLevel.Error);
        Assert.Empty(log.Lines.Where(line => line.Level > LogLevel.Trace && planted.FoundIn(line.Line).Count > 0).Select(line => line.Line));
        Assert.True(ScrapedFigures.Read(figures, isOpenMetrics: false)["cohortbot_exchanges_counted_total"] > 0);
        Assert.Empty(planted.FoundIn(figures));
    }

    [Fact]
    public void An_exception_of_others_is_logged_by_its_type_its_code_and_its_place()
    {
        var shown = new LoggedException(Thrown()).ToString();
        Assert.StartsWith("CohortBot.Chat.ChatException: The platform did not answer.", shown, StringComparison.Ordinal);
        Assert.Contains("caused by System.Net.Http.HttpRequestException (HTTP 401)", shown, StringComparison.Ordinal);
        Assert.Contains(nameof(Thrown), shown, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_category_that_may_trace_shows_exceptions_whole()
    {
        using var log = new CollectedLog();
        using var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace)).BuildServiceProvider();
        using var factory = new QuietLoggerFactory((LoggerFactory)services.GetRequiredService<ILoggerFactory>());
        factory.CreateLogger("any").Log(LogLevel.Error, new EventId(1), "state", Thrown(), (state, _) => state);
        Assert.Contains("secret", Assert.Single(log.Lines).Line, StringComparison.Ordinal);
    }

    private static ChatException Thrown()
    {
        try
        {
            var cause = new HttpRequestException("https://chat.example/secret", inner: null, System.Net.HttpStatusCode.Unauthorized);
            throw new ChatException("The platform did not answer.", isTransient: true, inner: cause);
        }
        catch (ChatException exception)
        {
            return exception;
        }
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CohortBot.Tests.Web;

namespace CohortBot.Tests.Operations;

[Collection(FiguresAlone.Name)]
public sealed class OperationsPagesTests
{
    [Theory]
    [InlineData(null, false, "text/plain; version=0.0.4; charset=utf-8")]
    [InlineData("application/openmetrics-text; version=1.0.0", true, "application/openmetrics-text; version=1.0.0; charset=utf-8")]
    public async Task All_figures_can_be_read_by_a_scraper(string? accept, bool isOpenMetrics, string contentType)
    {
        await using var site = await LocalSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/metrics", UriKind.Relative));
        if (accept is not null)
            request.Headers.Add("Accept", accept);
        using var answer = await site.SendAsync(request);

        var figures = ScrapedFigures.Read(await answer.Content.ReadAsStringAsync(), isOpenMetrics);

        Assert.Equal(contentType, answer.Content.Headers.ContentType?.ToString());
        Assert.True(figures["cohortbot_uptime_seconds"] > 0);
        Assert.Contains("cohortbot_build_info", figures.Types.Keys);
        Assert.Contains(isOpenMetrics ? "dotnet_gc_collections" : "dotnet_gc_collections_total", figures.Types.Keys);
        Assert.True(figures["dotnet_process_memory_working_set_bytes"] > 1_000_000);
    }

    [Fact]
    public async Task No_label_can_take_more_values_than_the_program_has_words_for()
    {
        await using var site = await LocalSite.StartAsync();
        await site.ReadAsync("/c/map?as=amina");
        var figures = ScrapedFigures.Read(await site.ReadAsync("/metrics"), isOpenMetrics: false);
        string[] known =
        [
            "outcome", "state", "reason", "direction", "dependency", "version", "runtime", "le",
            "gc_heap_generation", "cpu_mode", "error_type", "http_request_method", "http_response_status_code", "http_route", "server_address",
        ];
        Assert.Empty(figures.Labels.Except(known));
        Assert.DoesNotContain(figures.Series, series => series.StartsWith("quartz_", StringComparison.Ordinal) && series.Contains("job", StringComparison.Ordinal) && series.Contains('{') && !series.Contains("{le=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/health")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Figures_and_health_are_for_this_machine_alone(string path)
    {
        await using var site = await LocalSite.StartAsync();
        using var here = await site.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Host = "cohort.example";
        using var elsewhere = await site.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, here.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode);
        Assert.Empty(await elsewhere.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_address_of_their_own_answers_figures_and_health_to_anybody_and_no_page()
    {
        var port = FreePort();
        await using var site = await LocalSite.StartAsync(builder => builder.Configuration["Operations:Urls"] = $"http://127.0.0.1:{port}");

        Assert.Equal(HttpStatusCode.OK, await AskAsync(site, port, "/metrics"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(site, port, "/health/ready"));
        foreach (var page in new[] { "/", "/c/map", "/app.css", "/live/negotiate" })
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(site, port, page));
    }

    [Fact]
    public async Task Figures_that_are_switched_off_are_not_there()
    {
        await using var site = await LocalSite.StartAsync(builder => builder.Configuration["Operations:Metrics"] = "false");
        using var answer = await site.GetAsync("/metrics");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Figures_cannot_be_written()
    {
        await using var site = await LocalSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/metrics", UriKind.Relative));
        using var answer = await site.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Health_names_every_dependency_and_its_state()
    {
        await using var site = await LocalSite.StartAsync(builder =>
        {
            builder.Configuration["Safety:HelpLines:0:Country"] = "*";
            builder.Configuration["Safety:HelpLines:0:Name"] = "A line";
            builder.Configuration["Safety:HelpLines:0:Contact"] = "a number";
            builder.Configuration["Safety:HelpLines:0:CheckedOn"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        });
        using var answer = await site.GetAsync("/health");
        using var health = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var dependencies = health.RootElement.GetProperty("dependencies");

        string[] expected = ["program", "database", "disk", "clock", "alarms", "outbox", "platforms", "courses", "help_lines", "crises"];
        Assert.Empty(expected.Except(dependencies.EnumerateObject().Select(dependency => dependency.Name)));
        Assert.All(dependencies.EnumerateObject(), dependency => Assert.Equal("Healthy", dependency.Value.GetProperty("status").GetString()));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("CohortBot", health.RootElement.GetProperty("program").GetString());
    }

    private static async Task<HttpStatusCode> AskAsync(LocalSite site, int port, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{port}{path}"));
        request.Headers.Host = "scraped.example";
        using var answer = await site.SendAsync(request);
        return answer.StatusCode;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

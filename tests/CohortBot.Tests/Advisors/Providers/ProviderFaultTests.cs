using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CohortBot.Advisors;
using CohortBot.Advisors.Calls;
using CohortBot.Advisors.Providers;
using static CohortBot.Tests.Advisors.Providers.Answers;

namespace CohortBot.Tests.Advisors.Providers;

/// <summary>Everything that can go wrong between the advisor and a provider, each for both.</summary>
public sealed class ProviderFaultTests
{
    private const string Page = "<html><body>Sign in to the hotel's network: sk-secret-of-the-test</body></html>";

    public static TheoryData<ModelProvider, int, string, ModelFault> Final => Both(new TheoryData<int, string, ModelFault>
    {
        { 401, "authentication_error", ModelFault.KeyRefused },
        { 403, "permission_error", ModelFault.NotAllowed },
        { 404, "model_not_found", ModelFault.ModelUnknown },
        { 400, "invalid_request_error", ModelFault.NotTaken },
        { 400, "context_length_exceeded", ModelFault.TooLong },
        { 413, "request_too_large", ModelFault.TooLong },
        { 429, "insufficient_quota", ModelFault.QuotaUsedUp },
        { 402, "billing_error", ModelFault.QuotaUsedUp },
        { 301, "moved", ModelFault.WrongAddress },
    });

    public static TheoryData<ModelProvider, int, string, ModelFault> Passing => Both(new TheoryData<int, string, ModelFault>
    {
        { 408, "timeout", ModelFault.GaveUp },
        { 409, "conflict", ModelFault.ServerFault },
        { 429, "rate_limit_error", ModelFault.TooManyRequests },
        { 500, "api_error", ModelFault.ServerFault },
        { 502, "bad_gateway", ModelFault.ServerFault },
        { 503, "unavailable", ModelFault.Busy },
        { 504, "timeout_error", ModelFault.GaveUp },
        { 529, "overloaded_error", ModelFault.Busy },
    });

    [Theory]
    [MemberData(nameof(Final))]
    public async Task What_does_not_pass_is_asked_once_and_told_in_plain_words(ModelProvider provider, int status, string type, ModelFault fault)
    {
        await using var world = await ModelWorld.StartAsync(provider);
        world.Server.Then(Error(status, type, $"Incorrect key {ModelWorld.Key}, you said: I am a nurse."));
        var outcome = await world.SayAsync();
        Assert.Equal(fault, outcome.Fault);
        Assert.Equal(AdvisorFailure.NotSetUp, outcome.Exception!.Failure);
        Assert.Contains(status.ToString(CultureInfo.InvariantCulture), outcome.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nurse", $"{outcome.Exception}{world.Log.Read}", StringComparison.Ordinal);
        Assert.DoesNotContain(ModelWorld.Key, $"{outcome.Exception}{world.Log.Read}", StringComparison.Ordinal);
        Assert.Single(world.Server.Requests);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_may_pass_is_asked_again_and_in_the_end_told(ModelProvider provider, int status, string type, ModelFault fault)
    {
        await using var world = await ModelWorld.StartAsync(provider);
        world.Server.Then(Error(status, type), Error(status, type), Says("At last."));
        Assert.Equal("At last.", (await world.SayAsync()).Text);
        world.Server.Then(Error(status, type), Error(status, type), Error(status, type));
        var outcome = await world.SayAsync();
        Assert.Equal(fault, outcome.Fault);
        Assert.Equal(6, world.Server.Requests.Count);
        Assert.Contains("asked again", world.Log.Read, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI, "retry-after", "12", 12)]
    [InlineData(ModelProvider.Anthropic, "retry-after", "12", 12)]
    [InlineData(ModelProvider.OpenAI, "retry-after-ms", "2500", 2.5)]
    [InlineData(ModelProvider.Anthropic, "retry-after", "Tue, 01 Dec 2026 08:00:09 GMT", 9)]
    public async Task The_wait_is_the_one_that_the_provider_asks_for(ModelProvider provider, string head, string value, double seconds)
    {
        await using var world = await ModelWorld.StartAsync(provider);
        world.Server.Then(Error(429, "rate_limit_error", "Slow down.", (head, value)), Says("At last."));
        var startedAt = world.Clock.GetUtcNow();
        Assert.Equal("At last.", (await world.SayAsync()).Text);
        Assert.InRange((world.Clock.GetUtcNow() - startedAt).TotalSeconds, seconds + 0.5, seconds + 1);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task Who_would_have_to_wait_for_long_is_told_at_once(ModelProvider provider)
    {
        await using var world = await ModelWorld.StartAsync(provider);
        world.Server.Then(Error(429, "rate_limit_error", "Slow down.", ("retry-after", "3600")));
        Assert.Equal(AdvisorFailure.Unavailable, (await world.SayAsync()).Exception!.Failure);
        Assert.Single(world.Server.Requests);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task Without_word_from_the_provider_the_waits_grow(ModelProvider provider)
    {
        await using var world = await ModelWorld.StartAsync(provider);
        world.Server.Then(Error(500, "api_error"), Error(500, "api_error"), Says("At last."));
        var startedAt = world.Clock.GetUtcNow();
        await world.SayAsync();
        Assert.InRange((world.Clock.GetUtcNow() - startedAt).TotalSeconds, 1.5, 3);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_refusal_is_not_asked_again_and_takes_back_what_was_said(ModelProvider provider)
    {
        await using var world = await ModelWorld.StartAsync(provider);
        world.Server.Then(Whole(new WireAnswer { Words = ["I could "], End = WireEnd.Refused }));
        var outcome = await world.SayAsync();
        Assert.Equal(AdvisorFailure.Refused, outcome.Exception!.Failure);
        Assert.Equal(("", 1), (outcome.Text, outcome.Restarts));
        Assert.Single(world.Server.Requests);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task An_empty_answer_is_asked_for_again(ModelProvider provider)
    {
        await using var world = await ModelWorld.StartAsync(provider);
        world.Server.Then(Whole(new WireAnswer()), Says(" \n"), Says("There."));
        Assert.Equal("There.", (await world.SayAsync()).Text.Trim());
        world.Server.Then(Whole(new WireAnswer()), Whole(new WireAnswer()), Whole(new WireAnswer()));
        Assert.Equal(AdvisorFailure.Empty, (await world.SayAsync()).Exception!.Failure);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI, 200, "text/html", Page)]
    [InlineData(ModelProvider.Anthropic, 200, "text/html", Page)]
    [InlineData(ModelProvider.OpenAI, 200, "text/event-stream", "data: {\"choices\": [{\n\n")]
    [InlineData(ModelProvider.Anthropic, 200, "text/event-stream", "event: message_start\ndata: {\"type\": \n\n")]
    [InlineData(ModelProvider.OpenAI, 200, "text/event-stream", "data: 7\n\n")]
    [InlineData(ModelProvider.Anthropic, 200, "text/event-stream", "event: message_start\ndata: 7\n\n")]
    [InlineData(ModelProvider.OpenAI, 200, "text/event-stream", "data: {\"choices\": \"none\"}\n\n")]
    [InlineData(ModelProvider.OpenAI, 200, "application/json", "[]")]
    [InlineData(ModelProvider.Anthropic, 200, "text/plain", "")]
    public async Task Garbage_is_asked_again_and_shown_to_nobody(ModelProvider provider, int status, string media, string body)
    {
        await using var world = await ModelWorld.StartAsync(provider);
        world.Server.Then(Body(status, media, body), Says("At last."));
        Assert.Equal("At last.", (await world.SayAsync()).Text);
        world.Server.Then(Body(status, media, body), Body(status, media, body), Body(status, media, body));
        var outcome = await world.SayAsync();
        Assert.True(outcome.Fault is ModelFault.Unreadable or ModelFault.Cut, $"{outcome.Exception}");
        Assert.Equal("", outcome.Text);
        Assert.DoesNotContain("hotel", $"{outcome.Exception}{world.Log.Read}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task An_error_inside_of_a_stream_is_read(ModelProvider provider)
    {
        await using var world = await ModelWorld.StartAsync(provider);
        IWire wire = provider == ModelProvider.OpenAI ? new OpenAIWire() : new AnthropicWire();
        var body = $"event: error\ndata: {wire.Error("overloaded_error", "Busy.")}\n\n";
        world.Server.Then(Body(200, "text/event-stream", body), Says("At last."));
        Assert.Equal("At last.", (await world.SayAsync()).Text);
        Assert.Equal(2, world.Server.Requests.Count);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_server_that_is_not_there_is_named(ModelProvider provider)
    {
        await using var world = await ModelWorld.StartAsync(provider, options => options.BaseUrl = "http://127.0.0.1:9/v1");
        var outcome = await world.SayAsync();
        Assert.Equal(ModelFault.Unreachable, outcome.Fault);
        Assert.Contains("ConnectionRefused", outcome.Exception!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_connection_that_does_not_come_is_given_up(ModelProvider provider)
    {
        // A listener that accepts nobody and whose queue is full lets no further connection come.
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        using var first = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await first.ConnectAsync(listener.LocalEndPoint!);
        await using var world = await ModelWorld.StartAsync(
            provider, options => (options.BaseUrl, options.ConnectSeconds, options.Retries) = ($"http://{listener.LocalEndPoint}", 1, 0));
        var outcome = await world.SayAsync();
        Assert.Equal(ModelFault.Unreachable, outcome.Fault);
        Assert.Contains("connect_timeout", outcome.Exception!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_redirect_is_not_followed_since_it_would_carry_the_key(ModelProvider provider)
    {
        await using var elsewhere = await LoopbackProvider.StartAsync();
        await using var world = await ModelWorld.StartAsync(provider);
        world.Server.Then(Error(307, "moved", "There.", ("Location", $"{elsewhere.BaseUrl(ModelProvider.OpenAI)}/chat/completions")));
        Assert.Equal(ModelFault.WrongAddress, (await world.SayAsync()).Fault);
        Assert.Empty(elsewhere.Requests);
    }

    private static TheoryData<ModelProvider, int, string, ModelFault> Both(TheoryData<int, string, ModelFault> cases)
    {
        var both = new TheoryData<ModelProvider, int, string, ModelFault>();
        foreach (var row in cases)
        {
            both.Add(ModelProvider.OpenAI, (int)row[0], (string)row[1], (ModelFault)row[2]);
            both.Add(ModelProvider.Anthropic, (int)row[0], (string)row[1], (ModelFault)row[2]);
        }

        return both;
    }
}

using System.Collections.Concurrent;
using System.Text.Json;
using CohortBot.Advisors.Providers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CohortBot.Tests.Advisors.Providers;

/// <summary>
/// A server on the loopback address that speaks both wire formats: OpenAI's chat completions under <c>/v1</c> and Anthropic's Messages. Each request takes the
/// next step of the script; one that no step is left for fails the test that looks at <see cref="Faults"/>.
/// </summary>
internal sealed class LoopbackProvider : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<Step> _script = [];

    private LoopbackProvider(WebApplication application) => _application = application;

    /// <summary>What was asked, in order.</summary>
    public ConcurrentQueue<ProviderRequest> Requests { get; } = [];

    /// <summary>What a step of the script met that it did not expect.</summary>
    public ConcurrentQueue<string> Faults { get; } = [];

    public static async Task<LoopbackProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new LoopbackProvider(builder.Build());
        provider._application.MapPost("/v1/chat/completions", context => provider.AnswerAsync(context, new OpenAIWire()));
        provider._application.MapPost("/v1/messages", context => provider.AnswerAsync(context, new AnthropicWire()));
        await provider._application.StartAsync();
        return provider;
    }

    /// <summary>What the settings name.</summary>
    public string BaseUrl(ModelProvider provider) => provider == ModelProvider.OpenAI ? $"{_application.Urls.First()}/v1" : _application.Urls.First();

    /// <summary>The next request is answered like this.</summary>
    public LoopbackProvider Then(params ReadOnlySpan<Step> steps)
    {
        foreach (var step in steps)
            _script.Enqueue(step);
        return this;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, IWire wire)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var request = new ProviderRequest(body.RootElement.Clone(), context.Request.Headers.ToDictionary(head => head.Key, head => head.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        Requests.Enqueue(request);
        if (!_script.TryDequeue(out var step))
        {
            Faults.Enqueue("The model was asked once more than the test expects.");
            context.Response.StatusCode = 418;
            return;
        }

        try
        {
            await step(new ProviderExchange(context, wire, request));
        }
        catch (Exception error) when (error is OperationCanceledException or IOException || context.RequestAborted.IsCancellationRequested)
        {
            request.Aborted.TrySetResult();
        }
    }
}

/// <summary>How a request is answered.</summary>
internal delegate Task Step(ProviderExchange exchange);

/// <summary>What was asked.</summary>
internal sealed record ProviderRequest(JsonElement Body, IReadOnlyDictionary<string, string> Heads)
{
    /// <summary>Completes when the request has reached a step that waits.</summary>
    public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the server saw that the client gave up.</summary>
    public TaskCompletionSource Aborted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>A request under way.</summary>
internal sealed record ProviderExchange(HttpContext Context, IWire Wire, ProviderRequest Request);

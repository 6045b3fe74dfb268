using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CohortBot.Tests.Operations;

/// <summary>A collector on this machine: keeps what is sent to it. Names stand in the protobuf as they are, so that they can be looked for.</summary>
internal sealed class LoopbackCollector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, string Authorization, string Body)> _requests = [];

    private LoopbackCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(KeepAsync);
    }

    public string Address => _app.Urls.First();

    public IReadOnlyList<(string Path, string Authorization, string Body)> Requests => [.. _requests];

    public static async Task<LoopbackCollector> StartAsync()
    {
        var collector = new LoopbackCollector();
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>All that came for a signal.</summary>
    public string Sent(string path) => string.Concat(_requests.Where(request => request.Path == path).Select(request => request.Body));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _requests.Enqueue((context.Request.Path, context.Request.Headers.Authorization.ToString(), Encoding.UTF8.GetString(body.ToArray())));
        context.Response.StatusCode = (int)HttpStatusCode.OK;
        context.Response.ContentType = "application/x-protobuf";
    }
}

using System.Text;
using Microsoft.AspNetCore.Http;

namespace CohortBot.Tests.Advisors.Providers;

/// <summary>What the loopback server can do with a request.</summary>
internal static class Answers
{
    /// <summary>A whole answer, word by word.</summary>
    public static Step Says(params string[] words) => Whole(new WireAnswer { Words = words });

    /// <summary>A whole answer.</summary>
    public static Step Whole(WireAnswer answer) => exchange => WriteAsync(exchange, Bytes(exchange, answer));

    /// <summary>Words, and then look-ups.</summary>
    public static Step Calls(string words, params WireCall[] calls) => Whole(new WireAnswer { Words = words.Length > 0 ? [words] : [], Calls = calls });

    /// <summary>The first bytes of an answer, then the connection breaks.</summary>
    public static Step CutAfter(int bytes, WireAnswer answer) => async exchange =>
    {
        await WriteAsync(exchange, Bytes(exchange, answer)[..bytes]);
        exchange.Context.Abort();
    };

    /// <summary>The first bytes of an answer, then an end as if that were all.</summary>
    public static Step EndsAfter(int bytes, WireAnswer answer) => exchange => WriteAsync(exchange, Bytes(exchange, answer)[..bytes]);

    /// <summary>A cut inside of the last letter of these words, which takes several bytes.</summary>
    public static Step CutInside(string words) => async exchange =>
    {
        var bytes = Bytes(exchange, new WireAnswer { Words = [words] });
        var letter = Encoding.UTF8.GetBytes(words[^1..]);
        var at = bytes.AsSpan().LastIndexOf(letter);
        await WriteAsync(exchange, bytes[..(at + letter.Length - 1)]);
        exchange.Context.Abort();
    };

    /// <summary>The beginning of an answer, then nothing until the client gives up.</summary>
    public static Step FallsSilentAfter(params string[] words) => async exchange =>
    {
        var events = exchange.Wire.Answer(new WireAnswer { Words = [.. words, "never"] }).TakeWhile(text => !text.Contains("never", StringComparison.Ordinal));
        await WriteAsync(exchange, Encoding.UTF8.GetBytes(string.Concat(events)));
        await WaitForAbortAsync(exchange);
    };

    /// <summary>Not even heads.</summary>
    public static Step Nothing() => WaitForAbortAsync;

    /// <summary>An error in the provider's form.</summary>
    public static Step Error(int status, string type, string message = "No.", params (string Name, string Value)[] heads) => exchange =>
    {
        foreach (var (name, value) in heads)
            exchange.Context.Response.Headers[name] = value;
        return BodyAsync(exchange, status, "application/json", exchange.Wire.Error(type, message));
    };

    /// <summary>Anything else.</summary>
    public static Step Body(int status, string media, string body) => exchange => BodyAsync(exchange, status, media, body);

    /// <summary>How many bytes an answer has.</summary>
    public static int Length(IWire wire, WireAnswer answer) => Encoding.UTF8.GetByteCount(string.Concat(wire.Answer(answer)));

    private static byte[] Bytes(ProviderExchange exchange, WireAnswer answer) => Encoding.UTF8.GetBytes(string.Concat(exchange.Wire.Answer(answer)));

    private static async Task WriteAsync(ProviderExchange exchange, byte[] bytes)
    {
        exchange.Context.Response.ContentType = "text/event-stream; charset=utf-8";
        await exchange.Context.Response.Body.WriteAsync(bytes, exchange.Context.RequestAborted);
        await exchange.Context.Response.Body.FlushAsync(exchange.Context.RequestAborted);
    }

    private static Task BodyAsync(ProviderExchange exchange, int status, string media, string body)
    {
        exchange.Context.Response.StatusCode = status;
        exchange.Context.Response.ContentType = media;
        return exchange.Context.Response.WriteAsync(body, exchange.Context.RequestAborted);
    }

    private static async Task WaitForAbortAsync(ProviderExchange exchange)
    {
        exchange.Request.Waiting.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, exchange.Context.RequestAborted);
    }
}

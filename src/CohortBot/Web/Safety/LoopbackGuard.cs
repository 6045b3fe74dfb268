using System.Net;
using CohortBot.Texts;

namespace CohortBot.Web.Safety;

/// <summary>
/// Lets in only who sits at this machine: the local channel has no sign-in. The host name is checked as well as the address, so that no web page
/// can reach it by a name of its own (DNS rebinding), and so is the origin, since a page elsewhere may open a socket to us.
/// </summary>
internal sealed class LoopbackGuard(RequestDelegate next, TextCatalogue texts)
{
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"];

    /// <summary>Passes the request on, or answers 403 in a plain sentence.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (IsFromHere(context))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        var wording = texts.In(Locale.Nearest(context.Request.GetTypedHeaders().AcceptLanguage.FirstOrDefault()?.Value.Value));
        await context.Response.WriteAsync(wording.Say("web.only_here"), context.RequestAborted);
    }

    /// <summary>Whether a request comes from this machine and was meant for it.</summary>
    public static bool IsFromHere(HttpContext context)
    {
        var request = context.Request;
        return context.Connection.RemoteIpAddress is { } address
            && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
            && Names.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase)
            && !ProxyHeaders.Any(request.Headers.ContainsKey)
            && IsOwnOrigin(request);
    }

    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}");
}

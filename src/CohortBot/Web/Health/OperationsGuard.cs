using CohortBot.Operations;
using CohortBot.Web.Safety;
using Microsoft.Extensions.Options;

namespace CohortBot.Web.Health;

/// <summary>
/// Keeps figures and health to this machine, and to the addresses that <see cref="OperationsOptions.Urls"/> opens for them. Those answer nothing else.
/// </summary>
internal sealed class OperationsGuard(RequestDelegate next, IOptions<OperationsOptions> options)
{
    private readonly HashSet<int> _ports = [.. options.Value.Ports];

    /// <summary>Passes the request on, or answers 403 (figures for elsewhere) or 404 (pages on an address of figures).</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var isOpened = _ports.Contains(context.Connection.LocalPort);
        if (IsOperations(context.Request.Path) ? isOpened || LoopbackGuard.IsFromHere(context) : !isOpened)
            return next(context);
        context.Response.StatusCode = isOpened ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsOperations(PathString path) =>
        path.StartsWithSegments(HealthEndpoints.Path, StringComparison.Ordinal) || path.StartsWithSegments(MetricsEndpoint.Path, StringComparison.Ordinal);
}

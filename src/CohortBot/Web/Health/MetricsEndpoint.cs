using CohortBot.Operations;
using CohortBot.Operations.Figures;
using Microsoft.Extensions.Options;

namespace CohortBot.Web.Health;

/// <summary><c>/metrics</c>: figures for a scraper.</summary>
internal static class MetricsEndpoint
{
    /// <summary>Where figures are told.</summary>
    public const string Path = "/metrics";

    /// <summary>Serves figures; 404 where they are switched off.</summary>
    public static void Map(IApplicationBuilder app) => app.Map(Path, metrics => metrics.Run(WriteAsync));

    private static async Task WriteAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return;
        }

        if (!context.RequestServices.GetRequiredService<IOptions<OperationsOptions>>().Value.Metrics)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var format = FigureFormats.Choose(context.Request.GetTypedHeaders().Accept);
        context.Response.ContentType = format.ContentType();
        context.Response.Headers.Vary = "Accept";
        await context.Response.WriteAsync(await context.RequestServices.GetRequiredService<FigureSheet>().WriteAsync(format, context.RequestAborted), context.RequestAborted);
    }
}

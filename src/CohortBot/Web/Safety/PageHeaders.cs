namespace CohortBot.Web.Safety;

/// <summary>What browsers are told about every answer: nothing from elsewhere, no script inside the page, no frame around it.</summary>
internal static class PageHeaders
{
    // https://www.w3.org/TR/CSP3/ ; 'self' in connect-src covers the socket of the same origin.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A picture may draw itself and do nothing else.</summary>
    public const string PicturePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /// <summary>Sets the headers.</summary>
    public static Task SetAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
        return next(context);
    }
}

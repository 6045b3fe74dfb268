namespace CohortBot.Chat.Rendering;

/// <summary>Which addresses a message may lead to: http and https, and on our own pages paths below our root. Nothing that runs.</summary>
public static class SafeLink
{
    /// <summary>The address in its escaped form, or null when a chat platform must not link it.</summary>
    public static string? Absolute(string? url) =>
        url is not null && HasWebScheme(url) && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Host.Length: > 0, UserInfo.Length: 0 } ? uri.AbsoluteUri : null;

    /// <summary>The address for a page of ours, or null when it must not be linked: <c>/path</c>, <c>?query</c> and <c>#part</c> too.</summary>
    public static string? OnPage(string? url) => Absolute(url) ?? (url is not null && IsRelative(url) ? url : null);

    private static bool HasWebScheme(string url) =>
        url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    // "//host" and "/\host" are addresses of other hosts to a browser, which also drops control characters before it looks.
    private static bool IsRelative(string url) =>
        url is ['#' or '?', ..] or ['/'] or ['/', not ('/' or '\\'), ..] && !url.Any(letter => char.IsControl(letter) || letter == '\\');
}

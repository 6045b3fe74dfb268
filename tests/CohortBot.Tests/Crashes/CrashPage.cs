using System.Net;
using System.Text.RegularExpressions;

namespace CohortBot.Tests.Crashes;

/// <summary>A person at the local channel's page; the program behind it may be gone at any moment.</summary>
internal sealed partial class CrashPage(Uri url, string person) : IDisposable
{
    public const string Channel = "careers-map";

    private readonly HttpClient _browser = new() { BaseAddress = url };
    private string? _secret;

    /// <summary>Types a command or writes a message. Returns false when no answer came or the program could not: then nobody knows whether it arrived.</summary>
    public Task<bool> SayAsync(string text, string? thread = null) => PostAsync("/say", ("text", text), ("thread", thread ?? ""));

    /// <summary>Presses a button.</summary>
    public Task<bool> PressAsync(long message, string action) =>
        PostAsync("/press", ("message", message.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("action", action));

    /// <summary>Moves the clock to the next lesson.</summary>
    public Task<bool> NextLessonAsync() => PostAsync("/clock/next-lesson");

    public void Dispose() => _browser.Dispose();

    private async Task<bool> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        try
        {
            _secret ??= Token().Match(WebUtility.HtmlDecode(await _browser.GetStringAsync(new Uri($"/c/{Channel}?as={person}", UriKind.Relative)))).Groups["token"].Value;
            using var form = new FormUrlEncodedContent(
                fields.Append(("as", person)).Append(("channel", Channel)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = form };
            request.Headers.Add("RequestVerificationToken", _secret);
            using var answer = await _browser.SendAsync(request);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                return false;
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{path} was answered with {answer.StatusCode}.");
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException)
        {
            return false;
        }
    }

    [GeneratedRegex("\"RequestVerificationToken\":\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}

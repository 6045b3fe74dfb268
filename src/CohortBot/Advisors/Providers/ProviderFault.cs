using System.Text.Json;
using System.Text.RegularExpressions;
using CohortBot.Advisors.Calls;

namespace CohortBot.Advisors.Providers;

/// <summary>
/// Reads why a provider did not answer. OpenAI and Anthropic both write <c>{"error": {"type", "code", "message"}}</c>.
/// https://platform.openai.com/docs/guides/error-codes, https://docs.anthropic.com/en/api/errors
/// </summary>
internal static partial class ProviderFault
{
    // A page of a proxy can be long; what is wrong stands at its beginning.
    private const int LongestBody = 16 * 1024;

    private static readonly string[] _tooLong = ["context_length_exceeded", "prompt is too long", "maximum context length", "request_too_large"];
    private static readonly string[] _noMoney = ["insufficient_quota", "billing_error", "billing_not_active", "credit balance"];

    /// <summary>The fault that a response tells of.</summary>
    public static async Task<ModelException> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await BeginningOfAsync(response, cancellationToken);
        var status = (int)response.StatusCode;
        return new ModelException(Of(status, body, response.Content.Headers.ContentType?.MediaType))
        {
            Status = response.IsSuccessStatusCode ? null : status,
            Code = CodeIn(body),
            RetryAfter = RetryAfter.Of(response, time),
            Detail = body,
        };
    }

    /// <summary>The fault behind an error that a provider names inside of a stream.</summary>
    public static ModelException Named(string body) => new(FaultNamed(body) ?? ModelFault.ServerFault) { Code = CodeIn(body), Detail = body };

    private static ModelFault Of(int status, string body, string? media)
    {
        var isPage = media == "text/html";
        return status switch
        {
            < 300 when media == "application/json" && FaultNamed(body) is { } named => named,
            < 300 => ModelFault.Unreadable,
            < 400 => ModelFault.WrongAddress,
            400 or 413 or 422 when Has(body, _tooLong) => ModelFault.TooLong,
            413 => ModelFault.TooLong,
            401 => ModelFault.KeyRefused,
            402 => ModelFault.QuotaUsedUp,
            400 or 403 or 429 when Has(body, _noMoney) => ModelFault.QuotaUsedUp,
            400 when Has(body, ["content_filter"]) => ModelFault.Refused,
            403 => ModelFault.NotAllowed,
            404 or 405 when isPage => ModelFault.WrongAddress,
            404 => ModelFault.ModelUnknown,
            408 or 504 => ModelFault.GaveUp,
            409 => ModelFault.ServerFault,
            429 => ModelFault.TooManyRequests,
            < 500 => ModelFault.NotTaken,
            503 or 529 => ModelFault.Busy,
            _ => ModelFault.ServerFault,
        };
    }

    // Anthropic's types of errors; gateways put them into answers that began well.
    private static ModelFault? FaultNamed(string body) => ErrorIn(body)?.Type switch
    {
        null => null,
        "overloaded_error" => ModelFault.Busy,
        "rate_limit_error" => ModelFault.TooManyRequests,
        "timeout_error" => ModelFault.GaveUp,
        "authentication_error" => ModelFault.KeyRefused,
        "permission_error" => ModelFault.NotAllowed,
        "billing_error" => ModelFault.QuotaUsedUp,
        "not_found_error" => ModelFault.ModelUnknown,
        "invalid_request_error" => ModelFault.NotTaken,
        _ => ModelFault.ServerFault,
    };

    private static bool Has(string body, string[] signs) => signs.Any(sign => body.Contains(sign, StringComparison.OrdinalIgnoreCase));

    private static string? CodeIn(string body)
    {
        var error = ErrorIn(body);
        return new[] { error?.Code, error?.Type }.FirstOrDefault(code => code is not null && Code().IsMatch(code));
    }

    private static (string? Type, string? Code)? ErrorIn(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("error", out var error)
                ? (Text(error, "type"), Text(error, "code"))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static async Task<string> BeginningOfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = new byte[LongestBody];
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            return System.Text.Encoding.UTF8.GetString(bytes, 0, length);
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            return "";
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_.-]{1,60}$", RegexOptions.None, 1000)]
    private static partial Regex Code();
}

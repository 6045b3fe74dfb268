using System.Globalization;

namespace CohortBot.Advisors.Providers;

/// <summary>How long a provider asks to wait before the next request.</summary>
internal static class RetryAfter
{
    /// <summary>
    /// From <c>retry-after-ms</c> (OpenAI, Azure) or <c>Retry-After</c>, which is seconds or a date (RFC 9110, section 10.2.3); null when neither is
    /// there or can be read.
    /// </summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time)
    {
        if (response.Headers.TryGetValues("retry-after-ms", out var values)
            && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds is >= 0 and < int.MaxValue)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        var wait = response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - time.GetUtcNow();
        return wait >= TimeSpan.Zero ? wait : null;
    }
}

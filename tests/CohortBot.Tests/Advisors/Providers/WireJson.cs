using System.Text.Encodings.Web;
using System.Text.Json;

namespace CohortBot.Tests.Advisors.Providers;

/// <summary>JSON with its letters as they are, so that a cut can fall into the middle of one.</summary>
internal static class WireJson
{
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

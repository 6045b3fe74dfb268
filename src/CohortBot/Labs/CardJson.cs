using System.Text.Json.Serialization;
using CohortBot.Advisors;

namespace CohortBot.Labs;

/// <summary>The stored form of cards.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Card))]
internal sealed partial class CardJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace CohortBot.Chat.Documents;

/// <summary>The stored form of messages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Document))]
internal sealed partial class DocumentJson : JsonSerializerContext;

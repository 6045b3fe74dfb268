using System.Text.Json.Serialization;
using CohortBot.Access;
using CohortBot.Chat;

namespace CohortBot.Privacy;

/// <summary>That a member asked to be erased: a line of the journal. It says nothing about who that was.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Member">The key in the ledgers.</param>
/// <param name="At">When it was asked for.</param>
internal sealed record Erasure(string Workspace, string Member, DateTimeOffset At)
{
    /// <summary>The member, as the rest of the program names one.</summary>
    [JsonIgnore]
    public (WorkspaceId Workspace, MemberKey Key) Who => (new WorkspaceId(Workspace), new MemberKey(Member));
}

/// <summary>The stored form of the journal's lines.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Erasure))]
internal sealed partial class ErasureJson : JsonSerializerContext;

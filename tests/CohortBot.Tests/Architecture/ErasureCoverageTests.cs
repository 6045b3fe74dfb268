using System.Text.RegularExpressions;
using CohortBot.Storage;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Architecture;

/// <summary>
/// Every table is spoken for when a member is erased. Whoever adds one decides: it is emptied by an <c>IMemberData</c> of the feature that owns it, or it
/// holds no name, platform id or word of a person.
/// </summary>
public sealed partial class ErasureCoverageTests
{
    /// <summary>Emptied of what leads to the member; see the class beside it.</summary>
    private static readonly Dictionary<string, string> Erased = new(StringComparer.Ordinal)
    {
        ["members"] = "Privacy/MemberEraser.cs",
        ["member_profiles"] = "Access/MemberRecords.cs",
        ["roles"] = "Access/MemberRecords.cs",
        ["enrolments"] = "Cohorts/MemberEnrolments.cs",
        ["outbox"] = "Chat/Sending/OutboxErasure.cs",
        ["lab_threads"] = "Labs/MemberWords.cs",
        ["participations"] = "Labs/MemberWords.cs",
        ["turns"] = "Labs/MemberWords.cs",
        ["turn_holds"] = "Labs/MemberWords.cs",
        ["turn_words"] = "Labs/MemberWords.cs",
        ["lab_messages"] = "Labs/MemberWords.cs",
        ["lab_message_words"] = "Labs/MemberWords.cs",
        ["lab_summary_words"] = "Labs/MemberWords.cs",
        ["card_words"] = "Labs/MemberWords.cs",
        ["card_shares"] = "Labs/MemberWords.cs",
        ["safety_events"] = "Labs/Safety/SafetyRecords.cs",
        ["local_people"] = "Chat/Local/LocalErasure.cs",
        ["local_threads"] = "Chat/Local/LocalErasure.cs",
        ["local_messages"] = "Chat/Local/LocalErasure.cs",
        ["local_files"] = "Chat/Local/LocalErasure.cs",
        ["local_reads"] = "Chat/Local/LocalErasure.cs",
    };

    /// <summary>Holds opaque keys, numbers and what facilitators named cohorts: nothing that leads to a person.</summary>
    private static readonly string[] Nobodys =
    [
        "workspaces", "audit", "cohorts", "cohort_holidays", "lesson_slots", "lesson_unlocks", "exchanges", "local_channels", "settings", "long_lines", "withdrawals",
        "nodes", "lab_leases", "model_calls", "turn_reservations", "cohort_limits", "budget_notices",
    ];

    [Fact]
    public void Every_table_is_spoken_for_when_a_member_is_erased()
    {
        var tables = Repository.Files("src/CohortBot/Storage/Migrations", "*.sql").SelectMany(file => Table().Matches(File.ReadAllText(file))).Select(match => match.Groups["name"].Value).ToHashSet();
        Assert.NotEmpty(tables);
        Assert.Empty(tables.Where(table => !Erased.ContainsKey(table) && !Nobodys.Contains(table))
            .Select(table => $"{table}: implement IMemberData beside the feature that owns it, or say here that it holds nobody's words"));
        Assert.Empty(Erased.Keys.Concat(Nobodys).Except(tables).Select(table => $"{table} is not there any more"));
    }

    [Fact]
    public void The_tables_that_are_written_anew_are_those_that_an_erasure_touches() =>
        Assert.Equal(Erased.Keys.Append("withdrawals").Order(StringComparer.Ordinal), DatabaseScrub.Tables.Order(StringComparer.Ordinal));

    [Fact]
    public void Whoever_is_said_to_erase_a_table_names_it()
    {
        var faults = Erased.Where(table => !File.ReadAllText(Path.Combine(Repository.Program, table.Value)).Contains(table.Key, StringComparison.Ordinal)
            && table.Key != "members").Select(table => $"{table.Value} does not name {table.Key}");
        Assert.Empty(faults);
    }

    [GeneratedRegex(@"CREATE TABLE (IF NOT EXISTS )?(?<name>\w+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Table();
}

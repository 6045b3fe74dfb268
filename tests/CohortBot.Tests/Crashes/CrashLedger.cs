using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using CohortBot.Storage;
using CohortBot.Storage.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CohortBot.Tests.Crashes;

/// <summary>What the database of a killed program holds, read from outside, and what must be true of it.</summary>
internal sealed class CrashLedger(StorageOptions storage)
{
    static CrashLedger() => SqliteLibrary.Use();

    /// <summary>Whether nothing is left to do: no turn under way, no message waiting, nothing on its way out, no lesson half posted or overdue.</summary>
    public bool IsSettled() => Find<long>(
        """
        SELECT (SELECT COUNT(*) FROM turns WHERE state IN ('Open', 'Asking'))
             + (SELECT COUNT(*) FROM lab_messages WHERE turn IS NULL AND reason IS NULL AND deleted_at IS NULL)
             + (SELECT COUNT(*) FROM outbox WHERE state NOT IN ('Sent', 'Dropped'))
             + (SELECT COUNT(*) FROM lesson_slots WHERE state = 'Posting')
        """) == 0 && Overdue() == 0;

    /// <summary>Whether all that stands on the page has been taken up; what was written just before a kill is read there a moment after the next start.</summary>
    public bool IsTaken(IEnumerable<string> words) => !words.Except(Query<string>("SELECT text FROM lab_message_words"), StringComparer.Ordinal).Any();

    /// <summary>How many of its lessons were posted.</summary>
    public int Posted() => Find<int>("SELECT COUNT(*) FROM lesson_slots WHERE state = 'Posted'");

    /// <summary>Whether a message of a person stands in the channel, as they see it on their page.</summary>
    public bool Stands(string text) => Find<long>("SELECT COUNT(*) FROM local_messages WHERE text = @text AND deleted_at IS NULL", new { text }) > 0;

    /// <summary>Whether the advisor was asked to answer a message.</summary>
    public bool IsAsked(string text) => Find<long>(
        """
        SELECT COUNT(*) FROM lab_messages AS message
        JOIN lab_message_words AS words ON words.lab_message = message.id JOIN turns ON turns.id = message.turn
        WHERE words.text = @text AND turns.state <> 'Open'
        """,
        new { text }) > 0;

    /// <summary>How far the clock was moved, in milliseconds.</summary>
    public long Clock() => long.Parse(Find<string?>("SELECT value FROM settings WHERE name = 'clock.offset_ms'") ?? "0", CultureInfo.InvariantCulture);

    /// <summary>What hour the program's clock shows, in milliseconds.</summary>
    public long Now() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() + Clock();

    /// <summary>While no program runs, moves its clock to so long before the next lesson. Returns when that is due.</summary>
    public long MoveClockBeforeNextLesson(TimeSpan lead)
    {
        var due = Find<long>("SELECT MIN(due_at) FROM lesson_slots WHERE state = 'Planned'");
        var offset = due - (long)lead.TotalMilliseconds - DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        using var connection = Open();
        connection.Execute(
            "UPDATE settings SET value = @value WHERE name = 'clock.offset_ms'", new { value = offset.ToString(CultureInfo.InvariantCulture) });
        return due;
    }

    /// <summary>The thread of a person in a lab, or null.</summary>
    public string? Thread(string person, string lab) => Find<string?>(
        """
        SELECT participation.thread FROM participations AS participation JOIN member_profiles AS profile ON profile.member = participation.member
        WHERE profile.platform_user = @person AND participation.lab = @lab
        """,
        new { person, lab });

    /// <summary>The newest button whose command holds a word, with the message that it stands under.</summary>
    public (long Message, string Action) Button(string word)
    {
        foreach (var (id, document) in Query<(long, string)>("SELECT id, document FROM local_messages WHERE document IS NOT NULL AND deleted_at IS NULL ORDER BY id DESC LIMIT 20"))
        {
            if (Strings(JsonDocument.Parse(document).RootElement).FirstOrDefault(text => text.Contains(word, StringComparison.Ordinal)) is { } action)
                return (id, action);
        }

        throw new InvalidOperationException($"No button holds '{word}'.");
    }

    /// <summary>Everything that must hold between two kills. The words are the messages that members wrote for certain.</summary>
    public void Check(IEnumerable<string> words)
    {
        Assert.Equal(0, Find<long>("SELECT COUNT(*) FROM turns WHERE state = 'Failed'"));
        Assert.Empty(Query<string>("SELECT subject || ': ' || reason FROM outbox WHERE state = 'Dropped'"));
        Assert.Empty(Query<string>("SELECT delivery FROM local_messages WHERE delivery IS NOT NULL GROUP BY delivery HAVING COUNT(*) > 1"));
        CheckLessons();
        CheckMessages([.. words]);
        CheckExchanges();
        CheckFile("PRAGMA quick_check");
    }

    /// <summary>What a first start makes is there, whole and once.</summary>
    public void CheckDemo()
    {
        Assert.Equal(["careers-map", "facilitators", "roadmap"], Query<string>("SELECT channel FROM local_channels ORDER BY channel"));
        Assert.Equal([4, 2], Query<int>("SELECT COUNT(*) FROM enrolments GROUP BY cohort ORDER BY cohort"));
        Assert.Equal(Find<int>("SELECT COUNT(*) FROM lesson_slots"), Find<int>("SELECT COUNT(*) FROM qrtz_triggers"));
        CheckFile("PRAGMA integrity_check");
    }

    private void CheckFile(string check)
    {
        if (!storage.IsPostgreSql)
            Assert.Equal("ok", Find<string>(check));
    }

    // Each posted lesson stands in the channel once, whole; what is not posted does not.
    private void CheckLessons()
    {
        var channel = Query<string>("SELECT document FROM local_messages WHERE thread IS NULL AND channel = @channel AND document IS NOT NULL AND only_to IS NULL", new { channel = CrashPage.Channel }).ToList();
        foreach (var (lesson, state) in Query<(string, string)>("SELECT lesson, state FROM lesson_slots ORDER BY number"))
        {
            var number = int.Parse(lesson[^3..], CultureInfo.InvariantCulture);
            foreach (var mark in new[] { CrashCourse.FirstMark(number), CrashCourse.SecondMark(number) })
                Assert.Equal((mark, state == "Posted" ? 1 : 0), (mark, channel.Count(document => document.Contains($"\"{mark}\"", StringComparison.Ordinal))));
            Assert.Contains(state, new[] { "Posted", "Planned" });
        }
    }

    private void CheckMessages(IReadOnlyCollection<string> words)
    {
        var answered = Query<(string Text, string State)>(
            """
            SELECT words.text, turns.state FROM lab_messages AS message
            JOIN lab_message_words AS words ON words.lab_message = message.id JOIN turns ON turns.id = message.turn
            """).ToLookup(row => row.Text, row => row.State, StringComparer.Ordinal);
        Assert.All(words, text => Assert.Equal((text, "Answered"), (text, string.Join(',', answered[text]))));
        Assert.Equal(words.Count, Find<int>("SELECT COUNT(*) FROM lab_messages"));
    }

    // One exchange a turn, numbered without a gap in its thread; one message that holds the answer, and none that still thinks.
    private void CheckExchanges()
    {
        Assert.Equal(Find<long>("SELECT COUNT(*) FROM turns WHERE state = 'Answered'"), Find<long>("SELECT COUNT(*) FROM exchanges"));
        foreach (var (thread, exchanges) in Query<(string, int)>(
            """
            SELECT participations.thread, COUNT(exchanges.id) FROM participations
            LEFT JOIN exchanges ON exchanges.participation = participations.id GROUP BY participations.id, participations.thread
            """))
        {
            var said = Query<string>("SELECT document FROM local_messages WHERE thread = @thread AND document IS NOT NULL AND deleted_at IS NULL", new { thread }).ToList();
            var feet = said.SelectMany(document => Strings(JsonDocument.Parse(document).RootElement)).Where(text => text.StartsWith("Exchange ", StringComparison.Ordinal)).ToList();
            Assert.Equal(Enumerable.Range(1, exchanges), feet.Select(foot => int.Parse(foot.Split(' ')[1], CultureInfo.InvariantCulture)).Order());
            Assert.DoesNotContain(said, document => document.Contains("Thinking…", StringComparison.Ordinal));
        }
    }

    private long Overdue()
    {
        var now = Now();
        return Find<long>("SELECT COUNT(*) FROM lesson_slots WHERE state = 'Planned' AND due_at <= @now", new { now });
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private T Find<T>(string sql, object? values = null) => Query<T>(sql, values).FirstOrDefault()!;

    private IEnumerable<T> Query<T>(string sql, object? values = null)
    {
        using var connection = Open();
        return connection.Query<T>(sql, values);
    }

    private DbConnection Open()
    {
        if (storage.IsPostgreSql)
            return new NpgsqlConnection(storage.ConnectionString);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = storage.File, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        connection.Execute("PRAGMA busy_timeout = 5000");
        return connection;
    }
}

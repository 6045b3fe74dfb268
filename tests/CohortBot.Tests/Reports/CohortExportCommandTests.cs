using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Reports;
using CohortBot.Tests.Fakes;
using CohortBot.Tests.Labs;

namespace CohortBot.Tests.Reports;

public sealed class CohortExportCommandTests
{
    [Fact]
    public async Task Both_formats_say_what_the_status_says()
    {
        await using var world = await StartAsync();
        var lab = await world.OpenAsync("amina");
        await world.SayAsync("amina", lab, "I have sorted parcels for six years.");
        await world.SayAsync("amina", lab, "I keep the lists and mend the scripts.");
        await world.SayAsync("ben", await world.OpenAsync("ben"), "I teach mathematics at a school.");

        var status = Words.Of((await world.RunAsync("frank", "cohort status")).Document);
        var grid = Table(await ExportAsync(world, "frank", "cohort export"), "grid.csv");
        using var json = JsonDocument.Parse((await ExportAsync(world, "frank", "cohort export format:json")).Content);

        foreach (var row in grid.Where(row => row["exchanges"] != "0"))
        {
            var cell = row["state"] == "complete" ? $"done ({row["exchanges"]})" : $"{row["exchanges"]} of {row["minimum"]}";
            Assert.Contains($"{row["member"]} | {cell}", status, StringComparison.Ordinal);
        }

        Assert.Equal(3, grid.Sum(row => int.Parse(row["exchanges"], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(grid.Select(row => row["exchanges"]), json.RootElement.GetProperty("grid").EnumerateArray().Select(row => row.GetProperty("exchanges").ToString()));
        Assert.Equal(3, json.RootElement.GetProperty("exchanges").GetArrayLength());
        Assert.Equal([1, 2, 1], json.RootElement.GetProperty("exchanges").EnumerateArray().Select(row => row.GetProperty("number").GetInt32()));
    }

    [Fact]
    public async Task Nobodys_words_are_in_it_unless_a_facilitator_asks_for_them_and_each_export_is_audited()
    {
        await using var world = await StartAsync();
        const string Secret = "parcels-for-six-years";
        await world.SayAsync("amina", await world.OpenAsync("amina"), $"I have sorted {Secret} and *more*.");

        var without = await ExportAsync(world, "frank", "cohort export");
        Assert.All(Files(without).Values, text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
        var with = Files(await ExportAsync(world, "frank", "cohort export format:json words:yes"));
        Assert.Contains(Secret, with["transcripts.json"], StringComparison.Ordinal);
        Assert.Contains(@"parcels-for-six-years and \*more\*", with["transcripts.md"], StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, with["cohort.json"], StringComparison.Ordinal);

        var audit = await world.Get<AuditLog>().ListAsync(WorkspaceId.Local, new CohortId(1), 10, CancellationToken.None);
        Assert.Equal(["json, with words", "csv"], audit.Where(entry => entry.Action == "cohort export").Select(entry => entry.After));
    }

    [Theory]
    [InlineData("amina")]
    [InlineData("zoe")]
    public async Task Who_is_no_facilitator_gets_nothing(string who)
    {
        await using var world = await StartAsync();
        var reply = await world.RunAsync(who, "cohort export");
        Assert.Null(reply.File);
        Assert.Contains("facilitator", Words.Of(reply.Document), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_unknown_cohort_is_answered_with_the_nearest_name()
    {
        await using var world = await StartAsync();
        var reply = await world.RunAsync("frank", "cohort export cohort:Sprng");
        Assert.Null(reply.File);
        Assert.Contains("Spring", Words.Of(reply.Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cohort_without_members_has_tables_with_their_headings_alone()
    {
        await using var world = await StartAsync();
        await world.Database.WriteAsync(session => session.ExecuteAsync("DELETE FROM enrolments"), CancellationToken.None);
        var files = Files(await ExportAsync(world, "frank", "cohort export"));
        Assert.Single(CsvReader.Read(files["grid.csv"]));
        Assert.Single(CsvReader.Read(files["exchanges.csv"]));
        Assert.Equal(3, CsvReader.Read(files["lessons.csv"]).Count);
    }

    [Fact]
    public async Task Two_hundred_members_with_hostile_names_are_read_back_each_in_their_row()
    {
        await using var world = await StartAsync();
        string[] names = ["=cmd|' /C calc'!A0", "Robert\"); DROP TABLE members;--", "line\nbreak", "comma, and \"quote\"", "+49 30", "@everyone", "مرحبا", "👩‍🔬"];
        for (var number = 0; number < 200; number++)
        {
            var member = await world.Get<MemberDirectory>().MeetAsync(
                new ChatUser(new UserRef(WorkspaceId.Local, $"m{number}"), $"{names[number % names.Length]} {number}"), CancellationToken.None);
            await world.Database.WriteAsync(session => world.Get<EnrolmentStore>().JoinAsync(session, WorkspaceId.Local, new CohortId(1), member.Key), CancellationToken.None);
        }

        var export = await ExportAsync(world, "frank", "cohort export");
        var rows = Table(export, "grid.csv").Where(row => row["lab"] == "fit").ToList();
        Assert.Equal(202, rows.Count);
        Assert.All(Enumerable.Range(0, 200), number => Assert.Contains(rows, row => row["member"].TrimStart('\'') == $"{names[number % names.Length]} {number}"));
        Assert.DoesNotContain(rows, row => row["member"][0] is '=' or '+' or '@' or '-');
    }

    [Fact]
    public async Task The_files_begin_with_the_mark_of_UTF_8_when_that_is_asked_for()
    {
        await using var world = await StartAsync();
        var export = await ExportAsync(world, "frank", "cohort export bom:yes");
        using var archive = new ZipArchive(new MemoryStream(export.Content));
        using var stream = archive.GetEntry("grid.csv")!.Open();
        var first = new byte[3];
        stream.ReadExactly(first);
        Assert.Equal([0xEF, 0xBB, 0xBF], first);
    }

    private static Task<LabWorld> StartAsync() => LabWorld.StartAsync(change: services => services.AddReports());

    private static async Task<ReplyFile> ExportAsync(LabWorld world, string who, string line)
    {
        var reply = await world.RunAsync(who, line);
        Assert.True(reply.IsPrivate);
        return reply.File ?? throw new InvalidOperationException(Words.Of(reply.Document));
    }

    private static Dictionary<string, string> Files(ReplyFile file)
    {
        using var archive = new ZipArchive(new MemoryStream(file.Content));
        return archive.Entries.ToDictionary(entry => entry.Name, entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        });
    }

    private static List<Dictionary<string, string>> Table(ReplyFile file, string name)
    {
        var rows = CsvReader.Read(Files(file)[name]);
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }
}

using System.Text.Json;
using CohortBot.Chat.Rendering;
using CohortBot.Courses;
using CohortBot.Courses.Reading;
using CohortBot.Simulation;
using CohortBot.Simulation.Checking;
using CohortBot.Simulation.Clock;
using CohortBot.Simulation.Platform;
using CohortBot.Simulation.Program;
using CohortBot.Simulation.Report;
using CohortBot.Storage;
using CohortBot.Texts;
using Microsoft.Extensions.Options;

namespace CohortBot.Tests.Simulation;

/// <summary>The checks of a simulation find what is wrong: a good cohort is kept, spoiled by hand, and looked at again.</summary>
public sealed class CheckTests : IClassFixture<CheckTests.KeptCohort>, IDisposable
{
    private readonly KeptCohort _kept;
    private readonly Database _database;

    public CheckTests(KeptCohort kept)
    {
        _kept = kept;
        var file = Path.Combine(kept.Folder, $"{Guid.NewGuid():N}.db");
        File.Copy(kept.File, file);
        _database = new Database(Options.Create(new StorageOptions { File = file }));
    }

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_good_cohort_has_no_fault() => Assert.Empty(await FaultsAsync());

    [Theory]
    [InlineData("lessons", "UPDATE lesson_slots SET state = 'Offered' WHERE number = 1")]
    [InlineData("lessons", "UPDATE local_messages SET deleted_at = posted_at WHERE delivery LIKE 'local/lesson/1/lesson001/%/0'")]
    [InlineData("lessons", "INSERT INTO local_messages (channel, delivery, document, posted_at) SELECT channel, 'again', document, posted_at FROM local_messages WHERE delivery LIKE 'local/lesson/1/lesson001/%/0'")]
    [InlineData("hours", "UPDATE lesson_slots SET due_at = due_at + 3600000, posted_at = posted_at + 3600000 WHERE number = 1")]
    [InlineData("hours", "UPDATE lesson_slots SET due_at = due_at + 86400000, posted_at = posted_at + 86400000 WHERE number = 1")]
    [InlineData("hours", "UPDATE lesson_slots SET posted_at = posted_at + 600000 WHERE number = 1")]
    [InlineData("cards", "DELETE FROM card_words WHERE participation = (SELECT MIN(id) FROM participations WHERE completed_at IS NOT NULL)")]
    [InlineData("counts", "DELETE FROM exchanges WHERE id = (SELECT MIN(id) FROM exchanges)")]
    [InlineData("outbox", "UPDATE outbox SET state = 'Dropped' WHERE id = (SELECT MIN(id) FROM outbox WHERE subject LIKE 'lab/%')")]
    [InlineData("answers", "INSERT INTO local_messages (channel, thread, author, text, posted_at) SELECT channel, thread, author, 'Hello?', posted_at FROM local_messages WHERE author IS NOT NULL AND thread IS NOT NULL LIMIT 1")]
    public async Task What_is_spoiled_is_found(string check, string sql)
    {
        await _database.WriteAsync(session => session.ExecuteAsync(sql), CancellationToken.None);
        Assert.Equal([check], await FaultsAsync());
    }

    [Fact]
    public async Task An_answer_that_does_not_stand_in_the_thread_is_no_exchange_and_not_in_the_grid()
    {
        await _database.WriteAsync(
            session => session.ExecuteAsync("UPDATE local_messages SET deleted_at = posted_at WHERE id = (SELECT CAST(MIN(placeholder) AS INTEGER) FROM turns WHERE state = 'Answered')"),
            CancellationToken.None);
        Assert.Equal(["counts", "grid"], (await FaultsAsync()).Order(StringComparer.Ordinal));
    }

    private async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var simulated = new SimulatedCohort(_kept.Open(_database), Status: null);
        var ledger = await CohortLedger.ReadAsync(simulated.World, new TextCatalogue());
        var (lessons, answers, delivery) = (new LessonChecks(simulated, ledger), new AnswerChecks(ledger), new DeliveryChecks(simulated, ledger));
        Check[] checks =
        [
            await lessons.EachOnceAsync(), lessons.OnTheHour(), await answers.NothingWaitsAsync(), answers.CountsAreDelivered(), answers.CardsAreThere(),
            new GridCheck(simulated, ledger, _kept.Grid).Run(), await delivery.AllHasLeftAsync(), delivery.NothingIsTooLong(), delivery.NothingIsBroken(),
        ];
        return [.. checks.Where(check => !check.IsGood).Select(check => check.Name)];
    }

    /// <summary>A small cohort that was simulated once for all these tests.</summary>
    public sealed class KeptCohort : IAsyncLifetime, IDisposable
    {
        private readonly SimulationRun _run = new(lessons: 2);

        public string Folder => _run.In("kept");

        public string File => _run.In("kept/cohortbot.db");

        internal StatusGrid Grid { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var ended = await _run.RunAsync($"simulate --course crash --members 4 --weeks 2 --keep {Folder} --json");
            using var report = JsonDocument.Parse(ended.Output);
            var grid = report.RootElement.GetProperty("grid");
            Grid = new StatusGrid("", "", Words(grid.GetProperty("header")), [.. grid.GetProperty("rows").EnumerateArray().Select(Words)], []);
        }

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose() => _run.Dispose();

        internal World Open(Database database)
        {
            var folders = new CourseFolders(_run.Lessons, _run.Prompts);
            var request = new SimulationRequest
            {
                Members = 4,
                Weeks = 2,
                Seed = 7,
                Course = new CourseId("crash"),
                Platform = "discord",
                From = new DateOnly(2027, 3, 1),
                Zone = "Europe/Berlin",
                Plan = "mon 09:00",
                Holidays = "DE",
                Folders = folders,
            };
            var clock = new SimulatedClock(new DateTimeOffset(2027, 3, 15, 0, 0, 0, TimeSpan.Zero));
            var platform = new SimulatedPlatform(MessagePreview.Find("discord")!, new PlatformWeather(clock));
            return new World
            {
                Request = request,
                Clock = clock,
                Diary = new Diary(clock),
                Database = database,
                Platform = platform,
                Program = new SimulatedProgram(database, clock, platform, new ProgramSetup(_ => { }, new Dictionary<string, string?>())),
                Course = CourseReader.Read(folders.Lessons, folders.Prompts).Shelf.Find(request.Course)!,
            };
        }

        private static IReadOnlyList<string> Words(JsonElement row) => [.. row.EnumerateArray().Select(cell => cell.GetString()!)];
    }
}

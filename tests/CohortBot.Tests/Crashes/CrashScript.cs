using System.Diagnostics;

namespace CohortBot.Tests.Crashes;

/// <summary>
/// A cohort of two members whose program is killed again and again. What got no answer is looked up on the page and, if it is not there,
/// done once more, as a person would.
/// </summary>
internal sealed class CrashScript : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly string[] Members = ["amina", "ben"];

    private readonly string _folder = Directory.CreateTempSubdirectory("cohortbot-crash-").FullName;
    private readonly List<string> _written = [];
    private readonly Random _chance;
    private readonly CrashCourse _course;
    private readonly KilledProgram _program;
    private readonly CrashLedger _ledger;
    private TimeSpan _answerTime = TimeSpan.FromSeconds(1);

    public CrashScript(int seed, int lessons)
    {
        _chance = new Random(seed);
        _course = new CrashCourse(lessons);
        var file = Path.Combine(_folder, "cohort.db");
        _ledger = new CrashLedger(file);
        _program = new KilledProgram(_folder, SettingsFor(file, _course.Lessons, _course.Prompts));
    }

    /// <summary>The settings of a program that answers without a model, at a pace that leaves time to be killed in.</summary>
    public static Dictionary<string, string> SettingsFor(string file, string lessons, string prompts) => new(StringComparer.Ordinal)
    {
        ["COHORTBOT_Storage__File"] = file,
        ["COHORTBOT_Courses__LessonsFolder"] = lessons,
        ["COHORTBOT_Courses__PromptsFolder"] = prompts,
        ["COHORTBOT_Labs__GatherSeconds"] = "0.1",
        ["COHORTBOT_Advisor__OfflinePieceMilliseconds"] = "8",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    /// <summary>Starts the program, makes the cohort, posts its first lesson and opens its lab.</summary>
    public async Task BeginAsync()
    {
        _program.Start();
        await _program.WhenReadyAsync();
        using (var frida = new CrashPage(_program.Url, "frida"))
        {
            Assert.True(await frida.SayAsync($"/cohort create course:{CrashCourse.Id} plan:\"daily 09:00\" zone:Europe/Berlin staff:facilitators"));
            var (message, action) = _ledger.Button("confirm");
            Assert.True(await frida.PressAsync(message, action));
        }

        foreach (var member in Members)
        {
            using var page = Page(member);
            Assert.True(await page.SayAsync("/my join"));
        }

        using var clock = Page("frida");
        Assert.True(await clock.NextLessonAsync());
        await SettleAsync();
        await AskForTheFirstTimeAsync();
        _ledger.Check(_written);
    }

    /// <summary>Kills the program while a lesson is being posted: from the moment in which its hour has come.</summary>
    public async Task KillPostingAsync()
    {
        var (before, after) = (_ledger.Clock(), TimeSpan.FromMilliseconds(_chance.Next(0, 150)));
        await KillAsync(
            async () =>
            {
                using var page = Page("frida");
                await page.NextLessonAsync();
            },
            async () =>
            {
                await WhenAsync(() => _ledger.Clock() != before);
                await Task.Delay(after);
            },
            () => Task.CompletedTask);
    }

    /// <summary>Kills the program while a member opens a lab or writes: at any time from the first press to the answer's beginning.</summary>
    public Task KillWritingAsync() => KillTalkAsync(_ => Task.CompletedTask, TimeSpan.FromMilliseconds(_chance.Next(0, 1500)));

    /// <summary>Kills the program while a member is answered.</summary>
    public Task KillAnsweringAsync() => KillTalkAsync(text => WhenAsync(() => _ledger.IsAsked(text)), _answerTime * _chance.NextDouble());

    /// <summary>Kills the program around the moment in which an answer is complete and its exchange is counted.</summary>
    public Task KillCountingAsync() => KillTalkAsync(text => WhenAsync(() => _ledger.IsAsked(text)), _answerTime * (0.9 + (0.2 * _chance.NextDouble())));

    /// <summary>What the program said last, for a failure's message.</summary>
    public string Said => _program.Said;

    /// <summary>How many kills came while something was under way; the others came before it began or after it was done.</summary>
    public int Hits { get; private set; }

    public void Dispose()
    {
        _program.Dispose();
        _course.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // Tells how long an answer takes from the moment in which it is asked for.
    private async Task AskForTheFirstTimeAsync()
    {
        var text = NewWords();
        await AskAsync("amina", text);
        await WhenAsync(() => _ledger.IsAsked(text));
        var began = Stopwatch.GetTimestamp();
        await SettleAsync();
        _answerTime = Stopwatch.GetElapsedTime(began);
        _written.Add(text);
    }

    private async Task KillTalkAsync(Func<string, Task> until, TimeSpan after)
    {
        var talks = Members.Select(member => (Member: member, Text: NewWords())).ToList();
        await KillAsync(
            () => Task.WhenAll(talks.Select(talk => AskAsync(talk.Member, talk.Text))),
            async () =>
            {
                await until(talks[0].Text);
                await Task.Delay(after);
            },
            async () =>
            {
                foreach (var (member, text) in talks)
                {
                    if (!_ledger.Stands(text))
                        await AskAsync(member, text);
                    Assert.True(_ledger.Stands(text));
                    _written.Add(text);
                }
            });
    }

    private async Task KillAsync(Func<Task> act, Func<Task> until, Func<Task> actAgain)
    {
        var acting = act();
        await until();
        _program.Kill();
        await acting;
        Hits += _ledger.IsSettled() ? 0 : 1;
        _program.Start();
        await _program.WhenReadyAsync();
        await actAgain();
        await SettleAsync();
        _ledger.Check(_written);
    }

    // Every member talks in the lab of the newest lesson.
    private async Task AskAsync(string member, string text)
    {
        using var page = Page(member);
        var lab = CrashCourse.Lab(_ledger.Posted());
        if (await page.SayAsync($"/lab start lab:{lab}") && _ledger.Thread(member, lab) is { } thread)
            await page.SayAsync(text, thread);
    }

    private CrashPage Page(string person) => new(_program.Url, person);

    private string NewWords() => $"I build ward rosters as a nurse and like numbers, note {_chance.NextInt64():x16}";

    private Task SettleAsync() => WhenAsync(_ledger.IsSettled);

    private async Task WhenAsync(Func<bool> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"Something was left undone:\n{_program.Said}");
            await Task.Delay(2);
        }
    }
}

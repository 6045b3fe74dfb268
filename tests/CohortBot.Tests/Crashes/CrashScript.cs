using System.Diagnostics;
using CohortBot.Storage;

namespace CohortBot.Tests.Crashes;

/// <summary>
/// A cohort of two members whose program is killed again and again. What got no answer is looked up on the page and, if it is not there,
/// done once more, as a person would.
/// </summary>
internal sealed class CrashScript : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cohortbot-crash-");
    private readonly Random _chance;
    private readonly CrashCourse _course;
    private readonly KilledProgram _program;
    private readonly CrashLedger _ledger;
    private readonly CrashTalks _talks;
    private TimeSpan _answerTime = TimeSpan.FromSeconds(1);

    public CrashScript(StorageOptions storage, int seed, int lessons)
    {
        _chance = new Random(seed);
        _course = new CrashCourse(lessons);
        _ledger = new CrashLedger(storage);
        _talks = new CrashTalks(_ledger, _chance);
        _program = new KilledProgram(_folder.FullName, SettingsFor(storage, _course.Lessons, _course.Prompts));
    }

    /// <summary>The settings of a program that answers without a model, at a pace that leaves time to be killed in.</summary>
    public static Dictionary<string, string> SettingsFor(StorageOptions storage, string lessons, string prompts) => new(StringComparer.Ordinal)
    {
        ["COHORTBOT_Storage__File"] = storage.File,
        ["COHORTBOT_Storage__ConnectionString"] = storage.ConnectionString,
        ["COHORTBOT_Storage__Node"] = storage.NodeName,
        ["COHORTBOT_Storage__BusyTimeoutSeconds"] = storage.BusyTimeoutSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture),
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
        await FoundAsync(_program, _ledger);
        using var clock = Page("frida");
        Assert.True(await clock.NextLessonAsync());
        await SettleAsync();
        await AskForTheFirstTimeAsync();
        _ledger.Check(_talks.Written);
    }

    /// <summary>Makes the cohort and lets its members join.</summary>
    public static async Task FoundAsync(KilledProgram program, CrashLedger ledger)
    {
        using var frida = new CrashPage(program.Url, "frida");
        Assert.True(await frida.SayAsync($"/cohort create course:{CrashCourse.Id} plan:\"daily 09:00\" zone:Europe/Berlin staff:facilitators"));
        var (message, action) = ledger.Button("confirm");
        Assert.True(await frida.PressAsync(message, action));
        await CrashTalks.JoinAsync(program);
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

    /// <summary>
    /// Lets a fault befall the program while both members are answered, a lesson comes due and they write again; takes it away when the program has
    /// said what is wrong; and sees that everything is done then, once.
    /// </summary>
    /// <param name="strike">Begins the fault.</param>
    /// <param name="says">What the program is to say of it.</param>
    /// <param name="lift">Ends it.</param>
    public async Task SufferAsync(Func<KilledProgram, Task> strike, string says, Func<KilledProgram, Task> lift)
    {
        using var clock = Page("frida");
        await clock.NextLessonAsync();
        await SettleAsync();
        var (before, after) = (_talks.New(), _talks.New());
        var acting = _talks.AskAsync(_program, before);
        await WhenAsync(() => _ledger.IsAsked(before[0].Text));
        await Task.Delay(_answerTime * _chance.NextDouble());
        await strike(_program);
        var actingOn = Task.WhenAll(_talks.AskAsync(_program, after), clock.NextLessonAsync());
        await WhenUnwellAsync(says);
        await Task.WhenAll(acting, actingOn);
        await lift(_program);
        await _program.WhenReadyAsync();
        await _talks.AskAgainAsync(_program, before.Concat(after));
        await SettleAsync();
        _ledger.Check(_talks.Written);
    }

    /// <summary>Does something to the program while nothing is under way; nothing may have changed when it is well again.</summary>
    public async Task RestAsync(Func<KilledProgram, Task> act)
    {
        await act(_program);
        await _program.WhenReadyAsync();
        await SettleAsync();
        _ledger.Check(_talks.Written);
    }

    /// <summary>What the program said last, for a failure's message.</summary>
    public string Said => _program.Said;

    /// <summary>How many kills came while something was under way; the others came before it began or after it was done.</summary>
    public int Hits { get; private set; }

    public void Dispose()
    {
        _program.Dispose();
        _course.Dispose();
        _folder.Delete(recursive: true);
    }

    // Tells how long an answer takes from the moment in which it is asked for.
    private async Task AskForTheFirstTimeAsync()
    {
        var talk = _talks.New()[0];
        await _talks.AskAsync(_program, talk);
        await WhenAsync(() => _ledger.IsAsked(talk.Text));
        var began = Stopwatch.GetTimestamp();
        await SettleAsync();
        _answerTime = Stopwatch.GetElapsedTime(began);
        await _talks.AskAgainAsync(_program, [talk]);
    }

    private async Task KillTalkAsync(Func<string, Task> until, TimeSpan after)
    {
        var talks = _talks.New();
        await KillAsync(
            () => _talks.AskAsync(_program, talks),
            async () =>
            {
                await until(talks[0].Text);
                await Task.Delay(after);
            },
            () => _talks.AskAgainAsync(_program, talks));
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
        _ledger.Check(_talks.Written);
    }

    // Asking after its health makes it write, and so notice.
    private async Task WhenUnwellAsync(string says)
    {
        var began = Stopwatch.GetTimestamp();
        while (await _program.IsWellAsync() || !_program.Said.Contains(says, StringComparison.Ordinal))
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"'{says}' was not said:\n{_program.Said}");
            await Task.Delay(2);
        }
    }

    private CrashPage Page(string person) => new(_program.Url, person);

    private Task SettleAsync() => WhenAsync(() => _ledger.IsTaken(_talks.Written) && _ledger.IsSettled());

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

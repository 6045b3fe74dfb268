using System.Diagnostics;
using CohortBot.Storage;

namespace CohortBot.Tests.Crashes;

/// <summary>
/// The scripted cohort with two programs over one PostgreSQL database. One of them is killed and does not come back: what it was at is done by the
/// other. Clocks of two programs are moved together only while both are stopped, so each kill begins with a start shortly before a lesson is due.
/// </summary>
internal sealed class NodesScript : IDisposable
{
    // A message that was claimed to be sent is let go after two minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    // Time for two programs to start and for the members to write.
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(12);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cohortbot-nodes-");
    private readonly Random _chance;
    private readonly CrashCourse _course;
    private readonly List<KilledProgram> _programs;
    private readonly CrashLedger _ledger;
    private readonly CrashTalks _talks;

    public NodesScript(StorageOptions storage, int seed, int lessons)
    {
        _chance = new Random(seed);
        _course = new CrashCourse(lessons);
        _ledger = new CrashLedger(storage);
        _talks = new CrashTalks(_ledger, _chance);
        _programs = [.. new[] { "north", "south" }.Select(node => new KilledProgram(
            _folder.FullName,
            CrashScript.SettingsFor(new StorageOptions { ConnectionString = storage.ConnectionString, Node = node }, _course.Lessons, _course.Prompts)))];
    }

    /// <summary>How many kills came while the killed program was at something.</summary>
    public int Hits { get; private set; }

    /// <summary>What the programs said last, for a failure's message.</summary>
    public string Said => string.Join("\n--\n", _programs.Select(program => program.Said));

    /// <summary>Makes the cohort and posts its first lesson, by one program alone.</summary>
    public async Task BeginAsync()
    {
        _programs[0].Start();
        await _programs[0].WhenReadyAsync();
        await CrashScript.FoundAsync(_programs[0], _ledger);
        using var frida = new CrashPage(_programs[0].Url, "frida");
        Assert.True(await frida.NextLessonAsync());
        await WhenAsync(() => _ledger.IsSettled() && _ledger.Posted() == 1);
        _programs[0].Kill();
    }

    /// <summary>Kills one of two programs for good, while members are answered or while a lesson is being posted.</summary>
    public async Task KillOneAsync(bool isPosting)
    {
        var posted = _ledger.Posted();
        var due = await StartBothAsync();
        var talks = _talks.New();
        await Task.WhenAll(talks.Select((talk, number) => _talks.AskAsync(_programs[number], talk)));
        await WhenAsync(() => isPosting ? _ledger.Now() >= due : _ledger.IsAsked(talks[0].Text));
        await Task.Delay(TimeSpan.FromMilliseconds(_chance.Next(0, isPosting ? 150 : 1000)));
        var killed = _chance.Next(2);
        _programs[killed].Kill();
        Hits += _ledger.IsSettled() ? 0 : 1;
        var left = _programs[1 - killed];
        await _talks.AskAgainAsync(left, talks);
        await WhenAsync(() => _ledger.IsTaken(_talks.Written) && _ledger.IsSettled() && _ledger.Posted() == posted + 1);
        _ledger.Check(_talks.Written);
        left.Kill();
    }

    public void Dispose()
    {
        _programs.ForEach(program => program.Dispose());
        _course.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<long> StartBothAsync()
    {
        var due = _ledger.MoveClockBeforeNextLesson(Lead);
        _programs.ForEach(program => program.Start());
        await Task.WhenAll(_programs.Select(program => program.WhenReadyAsync()));
        return due;
    }

    private async Task WhenAsync(Func<bool> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"Something was left undone:\n{Said}");
            await Task.Delay(5);
        }
    }
}

using System.Data.Common;

namespace CohortBot.Tests.Crashes;

/// <summary>What the members of a scripted cohort write, and what of it is certain to have been written.</summary>
internal sealed class CrashTalks(CrashLedger ledger, Random chance)
{
    private static readonly string[] Members = ["amina", "ben"];

    private readonly List<string> _written = [];

    /// <summary>What must have been answered by now.</summary>
    public IEnumerable<string> Written => _written;

    /// <summary>Every member joins the cohort.</summary>
    public static async Task JoinAsync(KilledProgram program)
    {
        foreach (var member in Members)
        {
            using var page = new CrashPage(program.Url, member);
            Assert.True(await page.SayAsync("/my join"));
        }
    }

    /// <summary>A message by each member; no two are alike.</summary>
    public List<(string Member, string Text)> New() => [.. Members.Select(member => (member, $"I build ward rosters as a nurse and like numbers, note {chance.NextInt64():x16}"))];

    /// <summary>Every member writes in the lab of the newest lesson; whether it arrived nobody knows.</summary>
    public Task AskAsync(KilledProgram program, IEnumerable<(string Member, string Text)> talks) =>
        Task.WhenAll(talks.Select(talk => AskAsync(program, talk)));

    /// <summary>One member writes.</summary>
    public async Task AskAsync(KilledProgram program, (string Member, string Text) talk)
    {
        using var page = new CrashPage(program.Url, talk.Member);
        try
        {
            var lab = CrashCourse.Lab(ledger.Posted());
            if (await page.SayAsync($"/lab start lab:{lab}") && ledger.Thread(talk.Member, lab) is { } thread)
                await page.SayAsync(talk.Text, thread);
        }
        catch (DbException)
        {
            // The file is damaged for us too; the member writes once more when it is whole.
        }
    }

    /// <summary>What does not stand on the page is written once more, as a person would; from then on all of it is certain.</summary>
    public async Task AskAgainAsync(KilledProgram program, IEnumerable<(string Member, string Text)> talks)
    {
        foreach (var talk in talks)
        {
            if (!ledger.Stands(talk.Text))
                await AskAsync(program, talk);
            Assert.True(ledger.Stands(talk.Text));
            _written.Add(talk.Text);
        }
    }
}

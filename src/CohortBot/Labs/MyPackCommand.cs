using System.Text;
using CohortBot.Chat;
using CohortBot.Commands;
using CohortBot.Texts;

namespace CohortBot.Labs;

/// <summary><c>/my pack</c>: all of a member's cards as one file.</summary>
internal sealed class MyPackCommand(MemberCards cards, TimeProvider time) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("my pack");

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var mine = await cards.ListAsync(context, cancellationToken);
        var count = mine.Count(lab => lab.Card is not null);
        return count == 0
            ? context.Say("labs.pack_empty")
            : context.Say("labs.pack", ("count", count)) with { File = CardMarkdown.File("roadmap.md", Write(context, mine)) };
    }

    private string Write(CommandContext context, IReadOnlyList<MemberCard> mine)
    {
        var wording = context.Wording;
        var today = new LocalMoment(time.GetUtcNow(), context.Member.Zone ?? mine[0].Scene.Cohort.Zone).Local;
        var text = new StringBuilder();
        text.Append("# ").Append(wording.Say("labs.pack_title", ("name", context.Member.Name))).Append("\n\n");
        text.Append(wording.Say("labs.pack_date", ("date", DateOnly.FromDateTime(today.DateTime)))).Append("\n\n");
        foreach (var course in mine.GroupBy(lab => lab.Scene.Course.Title))
        {
            text.Append("## ").Append(course.Key).Append("\n\n");
            foreach (var lab in course)
            {
                text.Append(lab.Card is { } card
                    ? CardMarkdown.Write(card.Card, level: 3, wording)
                    : $"### {lab.Scene.Lab.Title}\n\n{wording.Say("labs.cards_missing", ("count", lab.Exchanges), ("minimum", lab.Scene.Lab.MinimumExchanges))}\n\n");
            }
        }

        return text.ToString();
    }
}

using CohortBot.Commands;
using CohortBot.Exchanges;

namespace CohortBot.Labs;

/// <summary>A member's labs with their cards, in the order of the courses.</summary>
internal sealed class MemberCards(MemberLabs labs, CardStore cards, ExchangeStore exchanges)
{
    /// <summary>All labs that the member has started.</summary>
    public async Task<IReadOnlyList<MemberCard>> ListAsync(CommandContext context, CancellationToken cancellationToken)
    {
        List<MemberCard> mine = [];
        foreach (var scene in await labs.ListAsync(context with { Cohort = null }, cancellationToken))
        {
            var part = scene.Participation;
            mine.Add(new MemberCard(
                scene,
                await cards.FindAsync(part.Lane, cancellationToken),
                await exchanges.CountAsync(part.Workspace, part.Id, cancellationToken)));
        }

        return [.. mine.OrderBy(lab => lab.Scene.Cohort.Id.Value).ThenBy(lab => lab.Scene.Lesson.Number)];
    }
}

/// <summary>A lab that a member has started, with its card where there is one.</summary>
internal sealed record MemberCard(LabScene Scene, KeptCard? Card, int Exchanges);

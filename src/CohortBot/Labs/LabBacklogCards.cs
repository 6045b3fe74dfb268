namespace CohortBot.Labs;

/// <summary>Makes cards of completed labs that have none: the program stopped between the last exchange and the card.</summary>
internal sealed class LabBacklogCards(ParticipationStore participations, LabLeases leases, LabScenes scenes, LabCompletion completion)
{
    /// <summary>The completed parts without a card.</summary>
    public Task<IReadOnlyList<Participation>> ListAsync(CancellationToken cancellationToken) => participations.ListWithoutCardAsync(cancellationToken);

    /// <summary>Makes each card and shows it to its member.</summary>
    public async Task MakeAsync(IReadOnlyList<Participation> parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            if (await leases.TryTakeAsync(part.Lane, cancellationToken) && await scenes.FindAsync(part, cancellationToken) is { } scene)
                await completion.TellAsync(scene, cancellationToken);
        }
    }

    /// <summary>Makes those of participations that nobody works on any more: what this program works on makes its own.</summary>
    public async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        foreach (var part in await ListAsync(cancellationToken))
        {
            if (await leases.TryTakeOverAsync(part.Lane, cancellationToken))
                await MakeAsync([part], cancellationToken);
        }
    }
}

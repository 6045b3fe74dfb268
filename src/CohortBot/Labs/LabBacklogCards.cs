namespace CohortBot.Labs;

/// <summary>Makes cards of completed labs that have none: the program stopped between the last exchange and the card.</summary>
internal sealed class LabBacklogCards(ParticipationStore participations, LabScenes scenes, LabCompletion completion)
{
    /// <summary>Makes each and shows it to its member.</summary>
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        foreach (var part in await participations.ListWithoutCardAsync(cancellationToken))
        {
            if (await scenes.FindAsync(part, cancellationToken) is { } scene)
                await completion.TellAsync(scene, cancellationToken);
        }
    }
}
